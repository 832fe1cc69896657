import type { RunCommand } from '../runs/run-command.ts';
import type { Runs } from '../runs/snapshot.ts';

export type ScreenId = 'fleet' | 'plan' | 'waves';
export const screenIds: readonly ScreenId[] = ['fleet', 'plan', 'waves'];

export const planLists = ['unplaced', 'workloads', 'violations'] as const;
export type PlanList = (typeof planLists)[number];

/** Where a person looks. What runs do is not part of it: `runs` is the last reading of the journals. */
export interface State {
  readonly cols: number;
  readonly rows: number;
  readonly screen: ScreenId;
  readonly fleet: {
    /** What was opened: nothing, a site, a rack, a host. */
    readonly site: string | null;
    readonly rack: string | null;
    readonly host: string | null;
    readonly cursor: number;
    readonly filter: string;
  };
  readonly plan: {
    readonly list: PlanList;
    readonly cursor: number;
    readonly filter: string;
    /** Placed workloads are explained too: where else they could stand. */
    readonly explain: boolean;
  };
  readonly waves: {
    readonly cursor: number;
    /** The wave whose board is open. */
    readonly wave: string | null;
    /** By id: a group keeps the cursor while it moves from lane to lane. */
    readonly group: string | null;
    readonly filter: string;
  };
  /** The filter is being typed. */
  readonly filtering: boolean;
  readonly dialog: Dialog | null;
  readonly notice: Notice | null;
  readonly runs: Runs;
}

export type Dialog =
  /** Over the whole body: the keys, or what the cursor is on in full. */
  | { readonly kind: 'page'; readonly what: 'help' | 'detail'; readonly scroll: number }
  /** y or Enter does it. */
  | { readonly kind: 'confirm'; readonly command: RunCommand; readonly takesOver?: string }
  /** Enter does it once the text is good: not blank, or exactly `expected`. */
  | { readonly kind: 'ask'; readonly command: RunCommand; readonly text: string; readonly expected?: string };

export interface Notice {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly text: string;
}

export function initialState(cols: number, rows: number): State {
  return {
    cols,
    rows,
    screen: 'fleet',
    fleet: { site: null, rack: null, host: null, cursor: 0, filter: '' },
    plan: { list: 'unplaced', cursor: 0, filter: '', explain: false },
    waves: { cursor: 0, wave: null, group: null, filter: '' },
    filtering: false,
    dialog: null,
    notice: null,
    runs: new Map(),
  };
}
