import { describe } from '@yunqian/planner';
import { isOver, type RunEventBody, refusal } from '@yunqian/runbook';
import type { BindingId } from '../keys/ids.ts';
import type { Texts } from '../messages/messages.ts';
import type { Model } from '../model/model.ts';
import type { RunSnapshot } from '../runs/snapshot.ts';
import { selectedGroup } from './board.ts';
import { fleetItems, planItems, waveItems } from './items.ts';
import type { State } from './state.ts';

/** Why a key can do nothing just now, in words; null where it can. Runbook itself says what a run allows. */
export function blockedReason(id: BindingId, state: State, model: Model, texts: Texts): string | null {
  switch (id) {
    case 'open':
      return canOpen(state, model) ? null : texts.blocked.nothingToOpen;
    case 'start':
      return blockedStart(state, model, texts);
    case 'pause':
      return onRun(state, model, texts, ({ view }) =>
        refused(view, { type: view.state === 'paused' ? 'run.resumed' : 'run.paused' }, texts),
      );
    case 'cancel':
      return onRun(state, model, texts, ({ view }) => refused(view, { type: 'run.cancelled' }, texts));
    case 'approve':
    case 'reject':
      return onGroup(state, model, texts, (_, group) => (group.awaits ? null : texts.blocked.nothingAwaits));
    case 'approveAll':
      return onRun(state, model, texts, ({ view }) =>
        view.steps.some((step) => step.state === 'awaitingApproval') ? null : texts.blocked.noneAwaits,
      );
    case 'retry':
      return onGroup(state, model, texts, (_, group) =>
        group.steps.some((step) => step.state === 'failed') ? null : texts.blocked.nothingFailed,
      );
    case 'rollback':
      return onGroup(state, model, texts, ({ view }, group) =>
        refused(view, { type: 'group.rollbackRequested', group: group.id, reason: '-' }, texts),
      );
    default:
      return null;
  }
}

/** The wave that keys act on: the open one, or the one under the cursor. */
export function chosenWave(state: State, model: Model): string | null {
  return state.waves.wave ?? waveItems(state, model)[state.waves.cursor]?.id ?? null;
}

export function chosenRun(state: State, model: Model): RunSnapshot | undefined {
  const wave = chosenWave(state, model);
  return wave === null ? undefined : state.runs.get(wave);
}

function canOpen(state: State, model: Model): boolean {
  if (state.screen === 'fleet') return fleetItems(state, model).length > 0;
  if (state.screen === 'plan') return planItems(state, model).length > 0;
  return state.waves.wave === null ? waveItems(state, model).length > 0 : selectedGroup(state, model) !== undefined;
}

function blockedStart(state: State, model: Model, texts: Texts): string | null {
  if (chosenWave(state, model) === null) return texts.blocked.noWave;
  const run = chosenRun(state, model);
  if (run === undefined || run.view.state === 'cancelled') return null;
  if (isOver(run.view)) return texts.blocked.completed;
  return run.driving ? texts.blocked.driving : null;
}

function onRun(state: State, model: Model, texts: Texts, check: (run: RunSnapshot) => string | null): string | null {
  if (chosenWave(state, model) === null) return texts.blocked.noWave;
  const run = chosenRun(state, model);
  return run === undefined ? texts.blocked.noRun : check(run);
}

function onGroup(
  state: State,
  model: Model,
  texts: Texts,
  check: (run: RunSnapshot, group: NonNullable<ReturnType<typeof selectedGroup>>) => string | null,
): string | null {
  return onRun(state, model, texts, (run) => {
    const group = selectedGroup(state, model);
    return group === undefined ? texts.blocked.noGroup : check(run, group);
  });
}

function refused(view: RunSnapshot['view'], body: RunEventBody, texts: Texts): string | null {
  const reason = refusal(view, body);
  return reason === null ? null : describe(reason.code, reason.params, texts.lang).text;
}
