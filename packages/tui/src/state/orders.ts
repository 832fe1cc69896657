import { isOver } from '@yunqian/runbook';
import type { BindingId } from '../keys/ids.ts';
import type { Model } from '../model/model.ts';
import { chosenRun, chosenWave } from './blocked.ts';
import { selectedGroup } from './board.ts';
import type { Dialog, State } from './state.ts';

/** The question to ask before a key acts on a run. Only called where the key is not blocked. */
export function orderDialog(id: BindingId, state: State, model: Model): Dialog | null {
  const run = chosenRun(state, model);
  const wave = chosenWave(state, model);
  if (id === 'start') return wave === null ? null : startDialog(wave, run);
  if (run === undefined) return null;
  const name = run.view.run;
  const group = selectedGroup(state, model);
  switch (id) {
    case 'pause':
      return { kind: 'confirm', command: { kind: run.view.state === 'paused' ? 'resume' : 'pause', run: name } };
    case 'cancel':
      return { kind: 'ask', command: { kind: 'cancel', run: name, reason: '' }, text: '', expected: run.view.wave };
    case 'approveAll': {
      const steps = run.view.steps.filter((step) => step.state === 'awaitingApproval').map((step) => step.id);
      return { kind: 'confirm', command: { kind: 'approve', run: name, steps } };
    }
    case 'approve':
    case 'reject': {
      const step = group?.steps.find(({ state: at }) => at === 'awaitingApproval')?.id;
      if (step === undefined) return null;
      return id === 'approve'
        ? { kind: 'confirm', command: { kind: 'approve', run: name, steps: [step] } }
        : { kind: 'ask', command: { kind: 'reject', run: name, step, reason: '' }, text: '' };
    }
    case 'retry': {
      const step = group?.steps.find(({ state: at }) => at === 'failed')?.id;
      return step === undefined ? null : { kind: 'confirm', command: { kind: 'retry', run: name, step } };
    }
    case 'rollback':
      return group === undefined
        ? null
        : { kind: 'ask', command: { kind: 'rollback', run: name, group: group.id, reason: '' }, text: '' };
    default:
      return null;
  }
}

function startDialog(wave: string, run: ReturnType<typeof chosenRun>): Dialog {
  const command = { kind: 'start', wave } as const;
  const known = run !== undefined && !isOver(run.view) && run.view.epoch > 0;
  return known ? { kind: 'confirm', command, takesOver: run.view.operator } : { kind: 'confirm', command };
}
