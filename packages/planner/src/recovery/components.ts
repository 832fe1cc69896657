import type { Entry } from '../lower/resolve-entries.ts';
import { groupKey } from '../lower/select.ts';

/** Level 3 systems on which much depends: the "important data processing" of R7. */
export const isImportant = ({ mlps, system }: Entry): boolean =>
  (mlps ?? 0) >= 3 && (system?.criticality === 'core' || system?.criticality === 'important');

export interface Component {
  readonly key: string;
  readonly list: readonly Entry[];
  /** Instances of all its entries. */
  readonly count: number;
}

/** Entries by component; a workload without one stands for itself. */
export function components(entries: readonly Entry[]): Component[] {
  return [...Map.groupBy(entries, (entry) => groupKey('component', entry)!)].map(([key, list]) => ({
    key,
    list,
    count: list.reduce((sum, { count }) => sum + count, 0),
  }));
}
