import { bindingFor } from '../keys/bindings.ts';
import type { BindingId } from '../keys/ids.ts';
import type { KeyPress } from '../keys/key-name.ts';
import type { Texts } from '../messages/messages.ts';
import type { Model } from '../model/model.ts';
import type { RunCommand } from '../runs/run-command.ts';
import { clean } from '../text/line.ts';
import { blockedReason } from './blocked.ts';
import { back, goTo, move, nextList, onBoard, open, setFilter, toLane, turn } from './navigate.ts';
import { orderDialog } from './orders.ts';
import { activeScopes } from './scopes.ts';
import type { Dialog, Notice, State } from './state.ts';

/** The next state, and what must be done outside of it. */
export interface Outcome {
  readonly state: State;
  readonly effect?: { readonly kind: 'quit' } | { readonly kind: 'run'; readonly command: RunCommand };
}

/** What a key press leads to. Pure. */
export function onKey(state: State, model: Model, texts: Texts, key: KeyPress): Outcome {
  if (key.name === 'ctrl+c') return { state, effect: { kind: 'quit' } };
  if (state.dialog !== null) return onDialogKey(state, state.dialog, texts, key);
  if (state.filtering) return { state: onFilterKey(state, key) };
  const binding = bindingFor(key.name, activeScopes(state));
  if (binding === undefined) return { state };
  const reason = blockedReason(binding.id, state, model, texts);
  if (reason !== null) return { state: notice(state, 'warn', reason) };
  return act(binding.id, { ...state, notice: null }, model);
}

function act(id: BindingId, state: State, model: Model): Outcome {
  switch (id) {
    case 'quit':
      return { state, effect: { kind: 'quit' } };
    case 'help':
      return { state: { ...state, dialog: { kind: 'page', what: 'help', scroll: 0 } } };
    case 'filter':
      return { state: { ...state, filtering: true } };
    case 'screenFleet':
      return { state: goTo(state, 'fleet') };
    case 'screenPlan':
      return { state: goTo(state, 'plan') };
    case 'screenWaves':
      return { state: goTo(state, 'waves') };
    case 'nextScreen':
      return { state: turn(state, 1) };
    case 'previousScreen':
      return { state: turn(state, -1) };
    case 'up':
    case 'down':
    case 'pageUp':
    case 'pageDown':
    case 'first':
    case 'last':
      return { state: move(state, model, id) };
    case 'left':
      return { state: onBoard(state) ? toLane(state, model, 'left') : back(state, model) };
    case 'right':
      return { state: onBoard(state) ? toLane(state, model, 'right') : open(state, model) };
    case 'open':
      return { state: open(state, model) };
    case 'back':
      return { state: back(state, model) };
    case 'explain':
      return { state: { ...state, plan: { ...state.plan, explain: !state.plan.explain } } };
    case 'nextList':
      return { state: nextList(state) };
    default:
      return { state: { ...state, dialog: orderDialog(id, state, model) } };
  }
}

function onFilterKey(state: State, key: KeyPress): State {
  const { filter } = state[state.screen];
  switch (key.name) {
    case 'return':
      return { ...state, filtering: false };
    case 'escape':
      return { ...setFilter(state, ''), filtering: false };
    default: {
      const edited = edit(filter, key);
      return edited === filter ? state : setFilter(state, edited);
    }
  }
}

/** Typed text: at its end only, which is enough for a filter or a reason. */
function edit(text: string, key: KeyPress): string {
  if (key.name === 'backspace') return [...text].slice(0, -1).join('');
  return (text + clean(key.text)).slice(0, 200);
}

function onDialogKey(state: State, dialog: Dialog, texts: Texts, key: KeyPress): Outcome {
  const closed = { ...state, dialog: null };
  if (key.name === 'escape') return { state: closed };
  switch (dialog.kind) {
    case 'page':
      return { state: onPageKey(state, dialog, key) };
    case 'confirm':
      if (key.name === 'y' || key.name === 'Y' || key.name === 'return') {
        return { state: closed, effect: { kind: 'run', command: dialog.command } };
      }
      return { state: key.name === 'n' || key.name === 'N' || key.name === 'q' ? closed : state };
    case 'ask':
      if (key.name !== 'return') return { state: { ...state, dialog: { ...dialog, text: edit(dialog.text, key) } } };
      return submit(closed, dialog, texts);
  }
}

function submit(state: State, dialog: Extract<Dialog, { kind: 'ask' }>, texts: Texts): Outcome {
  const text = dialog.text.trim();
  if (dialog.expected !== undefined && text !== dialog.expected) {
    return { state: notice(state, 'warn', texts.ask.mismatch(dialog.expected)) };
  }
  if (text === '') return { state: notice({ ...state, dialog }, 'warn', texts.ask.blank) };
  return { state, effect: { kind: 'run', command: { ...dialog.command, reason: text } as RunCommand } };
}

/** Arrows scroll; what is beyond the end is cut off by `clampScroll`. Any other key closes. */
function onPageKey(state: State, dialog: Extract<Dialog, { kind: 'page' }>, key: KeyPress): State {
  const page = Math.max(1, state.rows - 8);
  const steps: Readonly<Record<string, number>> = {
    down: 1,
    j: 1,
    up: -1,
    k: -1,
    pageDown: page,
    ' ': page,
    pageUp: -page,
  };
  const step = steps[key.name];
  if (step === undefined) return { ...state, dialog: null };
  return { ...state, dialog: { ...dialog, scroll: Math.max(0, dialog.scroll + step) } };
}

export function notice(state: State, tone: Notice['tone'], text: string): State {
  return { ...state, notice: { tone, text } };
}
