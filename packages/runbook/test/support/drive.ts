import { approve } from '../../src/commands/commands.ts';
import { createRun } from '../../src/commands/create-run.ts';
import type { SimulatedDriverOptions } from '../../src/driver/simulated-driver.node.ts';
import { simulatedDriver } from '../../src/driver/simulated-driver.node.ts';
import { viewOf } from '../../src/journal/reduce.ts';
import type { RunView } from '../../src/journal/view.ts';
import type { OperatorResult } from '../../src/operator/operator.ts';
import { createOperator } from '../../src/operator/operator.ts';
import type { JournalStore } from '../../src/store/store.ts';
import type { TestGroup } from './waves.ts';
import { testWaves } from './waves.ts';

export const run = 'run-1';
export const actor = 'operator';

/** A store's run of one wave, created. */
export function begin(store: JournalStore, groups: readonly TestGroup[], name = run): void {
  const waves = testWaves(groups);
  const result = createRun(store, {
    run: name,
    waves,
    wave: 'w01',
    inputSha256: 'f'.repeat(64),
    seed: 1,
    actor: 'lead',
  });
  if (!result.ok) throw new Error(result.code);
}

/** Drives until only a person can go on. */
export async function drive(
  store: JournalStore,
  driver: ReturnType<typeof simulatedDriver> = simulatedDriver({ seed: 1 }),
): Promise<OperatorResult> {
  const operator = createOperator({ store, run, driver, actor, pollMs: 5, untilWaiting: true });
  return operator.start(new AbortController().signal);
}

/** Drives and approves whatever asks for it, until the run ends or a step failed for good. */
export async function driveAll(store: JournalStore, options: Partial<SimulatedDriverOptions> = {}): Promise<RunView> {
  const driver = simulatedDriver({ seed: 1, ...options });
  for (;;) {
    const { view, ended } = await drive(store, driver);
    const asking = view.steps.filter((step) => step.state === 'awaitingApproval');
    if (ended !== 'waiting' || asking.length === 0) return view;
    for (const step of asking) approve(store, run, step.id, { actor: 'lead' });
  }
}

export function current(store: JournalStore): RunView {
  return viewOf(store.read(run));
}

/** What a run came to, without when and by whom. */
export function outcome(view: RunView): unknown {
  return {
    state: view.state,
    groups: view.groups.map(({ id, state }) => ({ id, state })),
    steps: view.steps.map(({ id, state, attempts, evidence, error }) => ({ id, state, attempts, evidence, error })),
  };
}
