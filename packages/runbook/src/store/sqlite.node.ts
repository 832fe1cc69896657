import type { DatabaseSync } from 'node:sqlite';

/** Opens a file that several processes write; a commit is on disk before it returns. */
export function openDatabase(path: string, schema: string): DatabaseSync {
  // Looked up late: Node 22.12 has it behind a flag, and everything else works there.
  const sqlite = process.getBuiltinModule('node:sqlite');
  if (sqlite === undefined)
    throw new Error(`the journal needs node:sqlite: Node 22.13 or newer, not ${process.version}`);
  const db = new sqlite.DatabaseSync(path, { timeout: 10_000 });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    db.exec(schema);
  } catch (cause) {
    db.close();
    throw Object.assign(new Error(`${path} cannot be opened as a SQLite file for writing`, { cause }), {
      code: 'ERR_SQLITE_ERROR',
      path,
    });
  }
  return db;
}

/** One transaction that holds the write lock from its start, so that what it reads stays true until it commits. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
