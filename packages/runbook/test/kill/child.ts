/**
 * One process that drives a run to its end and is struck down, or frozen, at a given point. It takes a `Mission` as its
 * argument and, when it lives, prints how it ended.
 */
import { join } from 'node:path';
import { approve, rollback } from '../../src/commands/commands.ts';
import { simulatedDriver } from '../../src/driver/simulated-driver.node.ts';
import type { SimulatedWorld } from '../../src/driver/simulated-world.node.ts';
import { openSimulatedWorld } from '../../src/driver/simulated-world.node.ts';
import type { OperatorEnd } from '../../src/operator/operator.ts';
import { createOperator } from '../../src/operator/operator.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.node.ts';
import type { JournalStore } from '../../src/store/store.ts';
import { begin, current, run } from '../support/drive.ts';
import type { TestGroup } from '../support/waves.ts';

export type Point = 'beforeAppend' | 'afterAppend' | 'beforeEffect' | 'afterEffect';

export interface Mission {
  /** Folder of journal and world. */
  readonly dir: string;
  readonly groups: readonly TestGroup[];
  /** Groups that are ordered back instead of approved. */
  readonly back: readonly string[];
  readonly failRate: number;
  readonly speed: number | null;
  /** The n-th time that the point is passed. */
  readonly strike?: { readonly point: Point; readonly n: number; readonly signal: 'SIGKILL' | 'SIGSTOP' };
}

export const journalFile = (dir: string): string => join(dir, 'journal.db');
export const worldFile = (dir: string): string => join(dir, 'world.db');

/** Drives and decides, by the same rules each time, until the run ends or another operator takes it. */
export async function fulfil(mission: Mission, pass: (point: Point) => void = () => {}): Promise<OperatorEnd> {
  const store = watchedStore(openSqliteStore(journalFile(mission.dir)), pass);
  const world = watchedWorld(openSimulatedWorld(worldFile(mission.dir)), pass);
  const { failRate, speed } = mission;
  const driver = simulatedDriver({ seed: 7, world, failRate, speed: speed ?? Number.POSITIVE_INFINITY });
  try {
    if (store.read(run).length === 0) begin(store, mission.groups);
    for (;;) {
      const operator = createOperator({
        store,
        run,
        driver,
        actor: `pid ${process.pid}`,
        pollMs: 5,
        untilWaiting: true,
      });
      const { ended } = await operator.start(new AbortController().signal);
      if (ended !== 'waiting') return ended;
      decide(store, mission.back);
    }
  } finally {
    world.close();
    store.close();
  }
}

function decide(store: JournalStore, back: readonly string[]): void {
  for (const step of current(store).steps) {
    if (step.state === 'failed' && step.kind !== 'rollback') {
      rollback(store, run, step.group, { actor: 'lead', reason: 'it failed for good' });
    }
    if (step.state !== 'awaitingApproval') continue;
    if (back.includes(step.group)) rollback(store, run, step.group, { actor: 'lead', reason: 'as rehearsed' });
    else approve(store, run, step.id, { actor: 'lead' });
  }
}

function watchedStore(store: JournalStore, pass: (point: Point) => void): JournalStore {
  return {
    ...store,
    append(...event) {
      pass('beforeAppend');
      const written = store.append(...event);
      pass('afterAppend');
      return written;
    },
  };
}

function watchedWorld(world: SimulatedWorld, pass: (point: Point) => void): SimulatedWorld {
  return {
    ...world,
    apply(effect) {
      pass('beforeEffect');
      const result = world.apply(effect);
      pass('afterEffect');
      return result;
    },
  };
}

if (import.meta.main) {
  const mission = JSON.parse(process.argv[2]!) as Mission;
  let left = mission.strike?.n ?? Number.POSITIVE_INFINITY;
  const ended = await fulfil(mission, (point) => {
    if (point !== mission.strike?.point || --left !== 0) return;
    process.kill(process.pid, mission.strike.signal);
    // The signal may take a moment to arrive: nothing may happen in between.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  });
  process.stdout.write(ended);
}
