import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoryStore } from '../../src/store/memory-store.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.node.ts';
import type { JournalStore } from '../../src/store/store.ts';

const now = (): string => '2026-01-01T00:00:00.000Z';

/** Every kind of store, each call a new one. */
export const stores: readonly (readonly [string, () => JournalStore])[] = [
  ['memory', () => openMemoryStore({ now })],
  [
    'SQLite',
    () => {
      const dir = mkdtempSync(join(tmpdir(), 'yunqian-store-'));
      const store = openSqliteStore(join(dir, 'journal.db'), { now });
      return {
        ...store,
        close() {
          store.close();
          rmSync(dir, { recursive: true, force: true });
        },
      };
    },
  ],
];
