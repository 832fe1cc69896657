import type { Waves } from '@yunqian/planner';
import { viewOf } from '../journal/reduce.ts';
import { createSteps } from '../steps/create-steps.ts';
import type { JournalStore } from '../store/store.ts';
import type { CommandResult } from './commands.ts';
import { submit } from './commands.ts';

export interface NewRun {
  readonly run: string;
  readonly waves: Waves;
  /** Wave id. */
  readonly wave: string;
  /** Of the waves document. */
  readonly inputSha256: string;
  readonly seed: number;
  readonly actor: string;
}

/**
 * Writes a run's first event with its whole step graph. Refused when the run exists, the wave is unknown, or a group
 * strongly uses one of another wave that no run of this store has committed.
 */
export function createRun(store: JournalStore, { run, waves, wave, inputSha256, seed, actor }: NewRun): CommandResult {
  const planned = waves.waves.find((candidate) => candidate.id === wave);
  if (planned === undefined) return { ok: false, code: 'YQ4516', params: { wave } };
  const missing = firstUnmoved(store, waves, new Set(planned.groups));
  if (missing !== null) return { ok: false, code: 'YQ4520', params: { wave, ...missing } };
  return submit(store, run, actor, {
    type: 'run.created',
    run,
    wave,
    waveName: planned.name,
    inputSha256,
    seed,
    steps: createSteps(waves, wave),
  });
}

function firstUnmoved(
  store: JournalStore,
  waves: Waves,
  members: ReadonlySet<string>,
): { group: string; needs: string } | null {
  const needs = waves.groups
    .filter((group) => members.has(group.id))
    .flatMap((group) =>
      group.after.filter((other) => !members.has(other)).map((other) => ({ group: group.id, needs: other })),
    );
  if (needs.length === 0) return null;
  const committed = new Set(
    store
      .runs()
      .flatMap(({ run }) => viewOf(store.read(run)).groups.filter((group) => group.state === 'committed'))
      .map((group) => group.id),
  );
  return needs.find((need) => !committed.has(need.needs)) ?? null;
}
