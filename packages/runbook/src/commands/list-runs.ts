import { viewOf } from '../journal/reduce.ts';
import type { RunView } from '../journal/view.ts';
import type { JournalStore } from '../store/store.ts';

export interface RunSummary
  extends Pick<RunView, 'run' | 'wave' | 'waveName' | 'state' | 'health' | 'counts' | 'createdAt' | 'lastAt'> {
  readonly groups: number;
  readonly events: number;
}

/** Every run of a store, by name. */
export function listRuns(store: JournalStore): RunSummary[] {
  return store.runs().map(({ run, events }) => {
    const { wave, waveName, state, health, counts, createdAt, lastAt, groups } = viewOf(store.read(run));
    return { run, wave, waveName, state, health, counts, createdAt, lastAt, groups: groups.length, events };
  });
}
