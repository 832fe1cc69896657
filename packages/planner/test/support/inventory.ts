import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportFile } from '../../src/import/importer.ts';

const shared = process.env.YUNQIAN_SHARED ?? fileURLToPath(new URL('../../../../../shared', import.meta.url));
const inventory = join(shared, 'data', 'inventory');

/** Real exports live beside the repository, not in it: tests over them are skipped where they are absent. */
export const hasInventory: boolean = existsSync(inventory);

/** The files of a folder of the inventory, in name order. */
export function inventoryFiles(folder: string): ImportFile[] {
  return filesIn(join(inventory, folder));
}

/** The files of a `fixtures` folder beside a test. */
export function fixtureFiles(testUrl: string): ImportFile[] {
  return filesIn(fileURLToPath(new URL('./fixtures', testUrl)));
}

function filesIn(folder: string): ImportFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({ path: name, bytes: readFileSync(join(folder, name)) }));
}

export const textFile = (path: string, text: string): ImportFile => ({ path, bytes: new TextEncoder().encode(text) });
