/** What keys do. Texts, actions and the table of keys all go by these. */
export const bindingIds = [
  'screenFleet',
  'screenPlan',
  'screenWaves',
  'nextScreen',
  'previousScreen',
  'up',
  'down',
  'left',
  'right',
  'pageUp',
  'pageDown',
  'first',
  'last',
  'open',
  'back',
  'nextList',
  'explain',
  'start',
  'approve',
  'approveAll',
  'reject',
  'retry',
  'pause',
  'rollback',
  'cancel',
  'filter',
  'help',
  'quit',
] as const;
export type BindingId = (typeof bindingIds)[number];

/** Where a key works: everywhere, on one screen, or on an open wave's board. */
export const scopes = ['all', 'fleet', 'plan', 'waves', 'board'] as const;
export type Scope = (typeof scopes)[number];
