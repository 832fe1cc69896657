import { canonicalJson, genesisHash, seal } from '../journal/chain.node.ts';
import type { JournalEvent, RunEventBody } from '../journal/event.ts';
import { inTransaction, openDatabase } from './sqlite.node.ts';
import type { JournalStore, Lease } from './store.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS journal (
    run TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL,
    body TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (run, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS journal_keeps_events BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER IF NOT EXISTS journal_loses_nothing BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TABLE IF NOT EXISTS lease (run TEXT PRIMARY KEY, operator TEXT NOT NULL, epoch INTEGER NOT NULL) STRICT;
`;

interface Row {
  seq: number;
  at: string;
  actor: string;
  body: string;
  previous_hash: string;
  hash: string;
}

/** The journal in one SQLite file that several processes may open. Throws when the file is not a journal or cannot be written. */
export function openSqliteStore<Body = RunEventBody>(
  path: string,
  { now = () => new Date().toISOString() }: { now?: () => string } = {},
): JournalStore<Body> {
  const db = openDatabase(path, schema);
  const runs = db.prepare('SELECT run, count(*) AS events FROM journal GROUP BY run ORDER BY run');
  const read = db.prepare(
    'SELECT seq, at, actor, body, previous_hash, hash FROM journal WHERE run = ? AND seq > ? ORDER BY seq',
  );
  const last = db.prepare('SELECT seq, hash FROM journal WHERE run = ? ORDER BY seq DESC LIMIT 1');
  const insert = db.prepare(
    'INSERT INTO journal (run, seq, at, actor, body, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const lease = db.prepare('SELECT operator, epoch FROM lease WHERE run = ?');
  const take = db.prepare(
    `INSERT INTO lease (run, operator, epoch) VALUES (?, ?, 1)
     ON CONFLICT (run) DO UPDATE SET operator = excluded.operator, epoch = epoch + 1 RETURNING epoch`,
  );
  const leaseOf = (run: string): Lease | null => {
    const row = lease.get(run) as Lease | undefined;
    return row === undefined ? null : { operator: row.operator, epoch: row.epoch };
  };
  return {
    runs: () => (runs.all() as { run: string; events: number }[]).map(({ run, events }) => ({ run, events })),
    read: (run, afterSeq = 0) => (read.all(run, afterSeq) as unknown as Row[]).map(eventOf<Body>),
    append: (run, expectedSeq, actor, body, epoch) =>
      inTransaction(db, () => {
        if (epoch !== undefined && leaseOf(run)?.epoch !== epoch) return null;
        const previous = (last.get(run) as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: genesisHash };
        if (previous.seq !== expectedSeq) return null;
        const text = canonicalJson(body);
        const event = seal({
          seq: expectedSeq + 1,
          at: now(),
          actor,
          body: JSON.parse(text) as Body,
          previousHash: previous.hash,
        });
        insert.run(run, event.seq, event.at, actor, text, event.previousHash, event.hash);
        return event;
      }),
    takeLease: (run, operator) => inTransaction(db, () => (take.get(run, operator) as { epoch: number }).epoch),
    holdsLease: (run, epoch) => leaseOf(run)?.epoch === epoch,
    lease: leaseOf,
    close: () => db.close(),
  };
}

function eventOf<Body>(row: Row): JournalEvent<Body> {
  return {
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    body: JSON.parse(row.body) as Body,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
