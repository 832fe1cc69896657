import type { BindingId, Scope } from './ids.ts';

export interface Binding {
  readonly id: BindingId;
  readonly scope: Scope;
  /** Names of keys, as `keyPresses` gives them; the first is the one that hints show. */
  readonly keys: readonly string[];
  /** Shown in the footer where it works. */
  readonly hint?: true;
  /** Changes what runs do; asks first. */
  readonly acts?: true;
}

/** The one table of keys: input, footer, help and the documentation page all read it. */
export const bindings: readonly Binding[] = [
  { id: 'start', scope: 'waves', keys: ['s'], hint: true, acts: true },
  { id: 'approve', scope: 'board', keys: ['a'], hint: true, acts: true },
  { id: 'approveAll', scope: 'board', keys: ['A'], hint: true, acts: true },
  { id: 'pause', scope: 'waves', keys: ['p'], hint: true, acts: true },
  { id: 'rollback', scope: 'board', keys: ['r'], hint: true, acts: true },
  { id: 'retry', scope: 'board', keys: ['t'], acts: true },
  { id: 'reject', scope: 'board', keys: ['x'], acts: true },
  { id: 'cancel', scope: 'waves', keys: ['C'], acts: true },
  { id: 'nextList', scope: 'plan', keys: ['v'], hint: true },
  { id: 'explain', scope: 'plan', keys: ['e'], hint: true },
  { id: 'open', scope: 'all', keys: ['return'], hint: true },
  { id: 'back', scope: 'all', keys: ['escape'], hint: true },
  { id: 'filter', scope: 'all', keys: ['/'], hint: true },
  { id: 'help', scope: 'all', keys: ['?'], hint: true },
  { id: 'quit', scope: 'all', keys: ['q', 'ctrl+c'], hint: true },
  { id: 'screenFleet', scope: 'all', keys: ['1'] },
  { id: 'screenPlan', scope: 'all', keys: ['2'] },
  { id: 'screenWaves', scope: 'all', keys: ['3'] },
  { id: 'nextScreen', scope: 'all', keys: ['tab'] },
  { id: 'previousScreen', scope: 'all', keys: ['shift+tab'] },
  { id: 'up', scope: 'all', keys: ['up', 'k'] },
  { id: 'down', scope: 'all', keys: ['down', 'j'] },
  { id: 'left', scope: 'all', keys: ['left', 'h'] },
  { id: 'right', scope: 'all', keys: ['right', 'l'] },
  { id: 'pageUp', scope: 'all', keys: ['pageUp', 'ctrl+b'] },
  { id: 'pageDown', scope: 'all', keys: ['pageDown', 'ctrl+f'] },
  { id: 'first', scope: 'all', keys: ['home', 'g'] },
  { id: 'last', scope: 'all', keys: ['end', 'G'] },
];

/** Bindings that work in these scopes. */
export function bindingsIn(active: readonly Scope[]): Binding[] {
  return bindings.filter((binding) => active.includes(binding.scope));
}

export function bindingFor(key: string, active: readonly Scope[]): Binding | undefined {
  return bindingsIn(active).find((binding) => binding.keys.includes(key));
}
