import { describe } from '@yunqian/planner';
import type { CommandResult } from '@yunqian/runbook';
import type { KeyPress } from '../keys/key-name.ts';
import type { Texts } from '../messages/messages.ts';
import type { Model } from '../model/model.ts';
import type { RunCommand } from '../runs/run-command.ts';
import type { Runs } from '../runs/snapshot.ts';
import { clampScroll } from '../screens/dialog.ts';
import { notice, onKey } from '../state/on-key.ts';
import { initialState, type Notice, type State } from '../state/state.ts';

/** Holds the state of the screens; every change goes through a pure function. */
export interface ScreenStore {
  readonly model: Model;
  readonly texts: Texts;
  state(): State;
  subscribe(listener: () => void): () => void;
  press(key: KeyPress): void;
  resize(cols: number, rows: number): void;
  runs(runs: Runs): void;
  say(tone: Notice['tone'], text: string): void;
}

export interface ScreenStoreOptions {
  readonly model: Model;
  readonly texts: Texts;
  readonly cols: number;
  readonly rows: number;
  perform(command: RunCommand): CommandResult;
  quit(): void;
}

export function createScreenStore({ model, texts, cols, rows, perform, quit }: ScreenStoreOptions): ScreenStore {
  let state = initialState(cols, rows);
  const listeners = new Set<() => void>();
  const set = (next: State): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };

  function carryOut(command: RunCommand): void {
    const result = perform(command);
    if (result.ok) {
      set(notice(state, 'good', texts.done[command.kind]));
      return;
    }
    const { text, action } = describe(result.code, result.params, texts.lang);
    set(notice(state, 'bad', `${result.code} ${text} ${action}`));
  }

  return {
    model,
    texts,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    press(key) {
      const { state: next, effect } = onKey(state, model, texts, key);
      set(clampScroll(next, model, texts));
      if (effect?.kind === 'quit') quit();
      if (effect?.kind === 'run') carryOut(effect.command);
    },
    resize(newCols, newRows) {
      if (newCols !== state.cols || newRows !== state.rows) set({ ...state, cols: newCols, rows: newRows });
    },
    runs(runs) {
      if (runs !== state.runs) set({ ...state, runs });
    },
    say: (tone, text) => set(notice(state, tone, text)),
  };
}
