import { inTransaction, openDatabase } from '../store/sqlite.node.ts';

export type WorldAction =
  | 'copy'
  | 'stopSource'
  | 'startTarget'
  | 'retireSource'
  | 'stopTarget'
  | 'startSource'
  | 'discardCopy';

export interface WorldEffect {
  readonly run: string;
  readonly key: string;
  readonly epoch: number;
  readonly workload: string;
  readonly action: WorldAction;
}

/** One line of the world's own record, in the order in which things happened. */
export interface WorldEntry extends WorldEffect {
  /** The key's effect was there already: asked again, nothing changed. */
  readonly repeated: boolean;
}

export interface Machine {
  readonly source: 'inService' | 'stopped' | 'retired';
  readonly target: 'none' | 'copied' | 'inService';
}

/** A data centre as simple as can be: a source and a target for each workload. It survives its users in its own file. */
export interface SimulatedWorld {
  /** Atomic and durable. `stale`: refused, a newer epoch of the run has acted. */
  apply(effect: WorldEffect): 'applied' | 'repeated' | 'stale';
  has(key: string, workload: string, action: WorldAction): boolean;
  machine(workload: string): Machine;
  log(): readonly WorldEntry[];
  close(): void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS effect (
    n INTEGER PRIMARY KEY, run TEXT NOT NULL, key TEXT NOT NULL, epoch INTEGER NOT NULL,
    workload TEXT NOT NULL, action TEXT NOT NULL, repeated INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS effect_by_key ON effect (key, workload, action);
  CREATE INDEX IF NOT EXISTS effect_by_run ON effect (run, epoch);
  CREATE TABLE IF NOT EXISTS machine (workload TEXT PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL) STRICT;
`;

/** `:memory:` for a world that ends with the process. */
export function openSimulatedWorld(path = ':memory:'): SimulatedWorld {
  const db = openDatabase(path, schema);
  const newest = db.prepare('SELECT max(epoch) AS epoch FROM effect WHERE run = ?');
  const seen = db.prepare('SELECT 1 FROM effect WHERE key = ? AND workload = ? AND action = ? LIMIT 1');
  const record = db.prepare(
    'INSERT INTO effect (run, key, epoch, workload, action, repeated) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const find = db.prepare('SELECT source, target FROM machine WHERE workload = ?');
  const put = db.prepare('INSERT OR REPLACE INTO machine (workload, source, target) VALUES (?, ?, ?)');
  const entries = db.prepare('SELECT run, key, epoch, workload, action, repeated FROM effect ORDER BY n');
  const has: SimulatedWorld['has'] = (key, workload, action) => seen.get(key, workload, action) !== undefined;
  const machine = (workload: string): Machine => {
    const row = find.get(workload) as Machine | undefined;
    return row === undefined ? initialMachine : { source: row.source, target: row.target };
  };
  return {
    apply: ({ run, key, epoch, workload, action }) =>
      inTransaction(db, () => {
        if (epoch < ((newest.get(run) as { epoch: number | null }).epoch ?? 0)) return 'stale';
        const repeated = has(key, workload, action);
        record.run(run, key, epoch, workload, action, repeated ? 1 : 0);
        if (repeated) return 'repeated';
        const after = act(machine(workload), action);
        put.run(workload, after.source, after.target);
        return 'applied';
      }),
    has,
    machine,
    log: () =>
      (entries.all() as unknown as (WorldEffect & { repeated: number })[]).map((row) => ({
        ...row,
        repeated: row.repeated === 1,
      })),
    close: () => db.close(),
  };
}

const initialMachine: Machine = { source: 'inService', target: 'none' };

function act(machine: Machine, action: WorldAction): Machine {
  switch (action) {
    case 'copy':
      return { ...machine, target: machine.target === 'none' ? 'copied' : machine.target };
    case 'stopSource':
      return { ...machine, source: 'stopped' };
    case 'startTarget':
      return { ...machine, target: 'inService' };
    case 'retireSource':
      return { ...machine, source: 'retired' };
    case 'stopTarget':
      return { ...machine, target: machine.target === 'inService' ? 'copied' : machine.target };
    case 'startSource':
      return { ...machine, source: 'inService' };
    case 'discardCopy':
      return { ...machine, target: 'none' };
  }
}
