import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { checkWorld } from '../../src/driver/check-world.ts';
import type { WorldEntry } from '../../src/driver/simulated-world.node.ts';
import { openSimulatedWorld } from '../../src/driver/simulated-world.node.ts';
import type { RunEvent } from '../../src/journal/event.ts';
import { viewOf } from '../../src/journal/reduce.ts';
import { verifyJournal } from '../../src/journal/verify-journal.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.node.ts';
import { outcome, run } from '../support/drive.ts';
import type { Mission } from './child.ts';
import { journalFile, worldFile } from './child.ts';

export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Child {
  readonly pid: number;
  kill(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
  readonly ended: Promise<Ending>;
}

/** Starts a process of `child.ts`. */
export function launch(mission: Mission): Child {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=source', script, JSON.stringify(mission)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<Ending>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { pid: child.pid!, kill: (signal) => void child.kill(signal), ended };
}

export interface Records {
  readonly events: readonly RunEvent[];
  readonly log: readonly WorldEntry[];
  /** What the run came to, without when and by whom. */
  readonly outcome: unknown;
}

export function records(dir: string): Records {
  const store = openSqliteStore(journalFile(dir));
  const world = openSimulatedWorld(worldFile(dir));
  try {
    const events = store.read(run);
    return { events, log: world.log(), outcome: outcome(viewOf(events)) };
  } finally {
    world.close();
    store.close();
  }
}

/** Everything that a crash must not break; [] = all well. `before`: the journal as it was when the process died. */
export function breaches({ events, log }: Records, before: readonly RunEvent[] = []): string[] {
  const found = verifyJournal(run, events).map((fault) => `journal: ${JSON.stringify(fault)}`);
  found.push(...checkWorld(log).map((breach) => `world: ${breach}`));
  before.forEach((event, i) => {
    if (events[i]?.hash !== event.hash) found.push(`event ${event.seq} was lost`);
  });
  const intents = new Set(
    events.flatMap(({ body }) => (body.type === 'step.intended' ? [JSON.stringify([body.key, body.epoch])] : [])),
  );
  for (const { key, epoch, repeated } of log) {
    if (repeated) found.push(`${key} was asked for again although it was done`);
    if (!intents.has(JSON.stringify([key, epoch]))) found.push(`${key} was done by epoch ${epoch} without an intent`);
  }
  const succeeded = events.flatMap(({ body }) => (body.type === 'step.succeeded' ? [body.step] : []));
  if (new Set(succeeded).size < succeeded.length) found.push('a step succeeded twice');
  return found;
}
