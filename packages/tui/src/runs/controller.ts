import type { Waves } from '@yunqian/planner';
import {
  approve,
  type CommandResult,
  cancel,
  createOperator,
  createRun,
  type Driver,
  initialView,
  isOver,
  type JournalStore,
  type OperatorEnd,
  pause,
  type RunEvent,
  type RunView,
  reduce,
  reject,
  resume,
  retry,
  rollback,
} from '@yunqian/runbook';
import type { RunCommand } from './run-command.ts';
import type { Runs } from './snapshot.ts';

export interface ControllerOptions {
  readonly store: JournalStore;
  readonly waves: Waves | undefined;
  readonly wavesSha256: string;
  readonly actor: string;
  /** Called once, when the first run is started here. */
  openDriver(): Driver & { close(): void };
  /** An operator of this process has ended. */
  onEnd(run: string, ended: OperatorEnd | Error): void;
}

export interface Controller {
  /** Reads what the journals have gained. The same object as before where nothing changed. */
  poll(): Runs;
  perform(command: RunCommand): CommandResult;
  /** Stops every operator of this process and waits for them; what was under way is read back at the next start. */
  stop(): Promise<void>;
}

interface Followed {
  readonly view: RunView;
  readonly tail: readonly RunEvent[];
}

const tailLength = 200;

export function createController(options: ControllerOptions): Controller {
  const { store, waves, wavesSha256, actor } = options;
  const followed = new Map<string, Followed>();
  const driven = new Map<string, { abort: AbortController; done: Promise<void> }>();
  let driver: (Driver & { close(): void }) | undefined;
  let runs: Runs = new Map();
  let stale = true;

  function follow(): boolean {
    let changed = false;
    for (const { run, events } of store.runs()) {
      const before = followed.get(run) ?? { view: initialView(), tail: [] };
      if (events === before.view.lastSeq) continue;
      const gained = store.read(run, before.view.lastSeq);
      followed.set(run, {
        view: gained.reduce(reduce, before.view),
        tail: [...before.tail, ...gained].slice(-tailLength),
      });
      changed = true;
    }
    return changed;
  }

  function poll(): Runs {
    if (follow() || stale) {
      stale = false;
      runs = newestOfEachWave();
    }
    return runs;
  }

  function newestOfEachWave(): Runs {
    const newest = new Map<string, Followed>();
    for (const run of followed.values()) {
      if (run.view.inputSha256 !== wavesSha256) continue;
      const other = newest.get(run.view.wave);
      if (other === undefined || other.view.createdAt <= run.view.createdAt) newest.set(run.view.wave, run);
    }
    return new Map([...newest].map(([wave, run]) => [wave, { ...run, driving: driven.has(run.view.run) }]));
  }

  function start(wave: string): CommandResult {
    const known = poll().get(wave);
    if (known !== undefined && !isOver(known.view)) {
      drive(known.view.run);
      const last = known.tail.at(-1);
      if (last !== undefined) return { ok: true, event: last };
    }
    if (waves === undefined) return { ok: false, code: 'YQ4516', params: { wave } };
    const run = freeName(wave);
    const created = createRun(store, { run, waves, wave, inputSha256: wavesSha256, seed: 1, actor });
    if (created.ok) drive(run);
    return created;
  }

  function freeName(wave: string): string {
    const taken = new Set(store.runs().map(({ run }) => run));
    let name = wave;
    for (let number = 2; taken.has(name); number++) name = `${wave}-${number}`;
    return name;
  }

  function drive(run: string): void {
    if (driven.has(run)) return;
    driver ??= options.openDriver();
    const abort = new AbortController();
    const operator = createOperator({ store, run, driver, actor, pollMs: 100 });
    const ended = (how: OperatorEnd | Error) => {
      driven.delete(run);
      stale = true;
      options.onEnd(run, how);
    };
    const done = operator.start(abort.signal).then(
      (result) => ended(result.ended),
      (error: unknown) => ended(error instanceof Error ? error : new Error(String(error))),
    );
    driven.set(run, { abort, done });
    stale = true;
  }

  function perform(command: RunCommand): CommandResult {
    switch (command.kind) {
      case 'start':
        return start(command.wave);
      case 'approve':
        return firstRefusal(command.steps.map((step) => approve(store, command.run, step, { actor })));
      case 'reject':
        return reject(store, command.run, command.step, { actor, comment: command.reason });
      case 'retry':
        return retry(store, command.run, command.step, { actor });
      case 'pause':
        return pause(store, command.run, { actor });
      case 'resume':
        return resume(store, command.run, { actor });
      case 'cancel':
        return cancel(store, command.run, { actor, reason: command.reason });
      case 'rollback':
        return rollback(store, command.run, command.group, { actor, reason: command.reason });
    }
  }

  async function stop(): Promise<void> {
    const all = [...driven.values()];
    for (const { abort } of all) abort.abort();
    await Promise.all(all.map(({ done }) => done));
    driver?.close();
    driver = undefined;
  }

  return { poll, perform, stop };
}

function firstRefusal(results: readonly CommandResult[]): CommandResult {
  const refused = results.find((result) => !result.ok) ?? results[0];
  if (refused === undefined) throw new TypeError('no step to approve');
  return refused;
}
