import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin } from '../../test/support/drive.ts';
import { stores } from '../../test/support/stores.ts';
import { genesisHash } from '../journal/chain.node.ts';
import type { RunEventBody } from '../journal/event.ts';
import { verifyJournal } from '../journal/verify-journal.ts';
import { openMemoryStore } from './memory-store.ts';
import { openSqliteStore } from './sqlite-store.node.ts';
import type { JournalStore } from './store.ts';

const paused: RunEventBody = { type: 'run.paused', reason: '检查' };

describe.each(stores)('%s store', (_, open) => {
  const using = (work: (store: JournalStore) => void): void => {
    const store = open();
    try {
      work(store);
    } finally {
      store.close();
    }
  };

  it('appends events in a chain and reads them back as written', () =>
    using((store) => {
      const first = store.append('r', 0, 'lead', paused)!;
      const second = store.append('r', 1, 'lead', { type: 'run.resumed' })!;
      expect(first).toMatchObject({
        seq: 1,
        actor: 'lead',
        at: '2026-01-01T00:00:00.000Z',
        body: paused,
        previousHash: genesisHash,
      });
      expect(second).toMatchObject({ seq: 2, previousHash: first.hash });
      expect(store.read('r')).toEqual([first, second]);
      expect(store.read('r', 1)).toEqual([second]);
      expect(store.read('r', 2)).toEqual([]);
      expect(store.read('other')).toEqual([]);
    }));

  it('refuses an append that does not expect the last event', () =>
    using((store) => {
      store.append('r', 0, 'a', paused);
      expect(store.append('r', 0, 'b', paused)).toBeNull();
      expect(store.append('r', 2, 'b', paused)).toBeNull();
      expect(store.read('r')).toHaveLength(1);
    }));

  it('keeps runs apart and lists them by name', () =>
    using((store) => {
      store.append('r2', 0, 'a', paused);
      store.append('r10', 0, 'a', paused);
      store.append('r10', 1, 'a', paused);
      expect(store.runs()).toEqual([
        { run: 'r10', events: 2 },
        { run: 'r2', events: 1 },
      ]);
    }));

  it('gives each lease a higher epoch and refuses the appends of older ones', () =>
    using((store) => {
      expect(store.lease('r')).toBeNull();
      expect(store.holdsLease('r', 1)).toBe(false);
      expect(store.takeLease('r', 'one')).toBe(1);
      expect(store.append('r', 0, 'one', paused, 1)).not.toBeNull();
      expect(store.takeLease('r', 'two')).toBe(2);
      expect(store.lease('r')).toEqual({ operator: 'two', epoch: 2 });
      expect(store.holdsLease('r', 1)).toBe(false);
      expect(store.append('r', 1, 'one', paused, 1)).toBeNull();
      expect(store.append('r', 1, 'two', paused, 2)).not.toBeNull();
      expect(store.append('r', 2, 'a person', paused)).not.toBeNull();
      expect(store.takeLease('other', 'one')).toBe(1);
    }));

  it('does not keep what the caller changes afterwards', () =>
    using((store) => {
      const body = { type: 'run.paused' as const, reason: 'before' };
      store.append('r', 0, 'a', body);
      body.reason = 'after';
      expect(store.read('r')[0]!.body).toEqual({ type: 'run.paused', reason: 'before' });
    }));
});

describe('stores', () => {
  it('agree with each other over random histories', () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('append' as const),
        run: fc.constantFrom('r', 's'),
        seq: fc.nat(6),
        epoch: fc.option(fc.nat(3)),
      }),
      fc.record({ do: fc.constant('take' as const), run: fc.constantFrom('r', 's'), by: fc.constantFrom('x', 'y') }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (history) => {
        const pair = stores.map(([, open]) => open());
        try {
          const answers = pair.map((store) =>
            history.map((what) =>
              what.do === 'take'
                ? store.takeLease(what.run, what.by)
                : store.append(what.run, what.seq, 'a', paused, what.epoch ?? undefined),
            ),
          );
          expect(answers[1]).toEqual(answers[0]);
          expect(pair[1]!.runs()).toEqual(pair[0]!.runs());
          expect(pair[1]!.read('r')).toEqual(pair[0]!.read('r'));
        } finally {
          for (const store of pair) store.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  it('SQLite: two handles on one file see each other, and the file outlives them', () => {
    const dir = mkdtempSync(join(tmpdir(), 'yunqian-store-'));
    const path = join(dir, 'journal.db');
    const [one, two] = [openSqliteStore(path), openSqliteStore(path)];
    begin(one, [{ id: 'a' }], 'run-1');
    expect(two.append('run-1', 0, 'late', paused)).toBeNull();
    expect(two.append('run-1', 1, 'second', paused)).not.toBeNull();
    expect(one.append('run-1', 1, 'first', paused)).toBeNull();
    one.close();
    two.close();
    const later = openSqliteStore(path);
    expect(later.read('run-1').map(({ body }) => body.type)).toEqual(['run.created', 'run.paused']);
    expect(verifyJournal('run-1', later.read('run-1'))).toEqual([]);
    later.close();
    rmSync(dir, { recursive: true });
  });

  it('SQLite: the file itself refuses changed and deleted events, and is written through', () => {
    const dir = mkdtempSync(join(tmpdir(), 'yunqian-store-'));
    const path = join(dir, 'journal.db');
    const store = openSqliteStore(path);
    store.append('r', 0, 'a', paused);
    const raw = new DatabaseSync(path);
    expect(() => raw.exec("UPDATE journal SET actor = 'mallory'")).toThrow(/append-only/);
    expect(() => raw.exec('DELETE FROM journal')).toThrow(/append-only/);
    expect(raw.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    raw.close();
    store.close();
    rmSync(dir, { recursive: true });
  });

  it('SQLite: says which file it cannot open', () => {
    const dir = mkdtempSync(join(tmpdir(), 'yunqian-store-'));
    const path = join(dir, 'notes.txt');
    writeFileSync(path, 'this is no database, only a text that is long enough to be looked at'.repeat(20));
    expect(() => openSqliteStore(path)).toThrow(/notes\.txt/);
    rmSync(dir, { recursive: true });
  });

  it('memory: nothing is shared between two', () => {
    const one = openMemoryStore();
    one.append('r', 0, 'a', paused);
    expect(openMemoryStore().read('r')).toEqual([]);
  });
});
