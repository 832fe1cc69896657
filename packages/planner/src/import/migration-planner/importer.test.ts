import { describe, expect, it } from 'vitest';
import { importBreach } from '../../../test/support/check-import.ts';
import { fuzzImporter } from '../../../test/support/fuzz.ts';
import { fixtureFiles, hasInventory, inventoryFiles, textFile } from '../../../test/support/inventory.ts';
import { migrationPlanner } from './importer.ts';

const fixtures = fixtureFiles(import.meta.url);

it('makes up no machine from totals, and says what there is', async () => {
  const result = await migrationPlanner.read(fixtures);
  expect(importBreach(result)).toBeUndefined();
  expect(result.estate?.workloads).toEqual([]);
  expect(result.estate?.sourceHosts).toEqual([
    { id: 'host-1', vcpus: 32, memMiB: 262144, model: 'Huawei 2288H V5', state: 'green' },
    { id: 'host-2' },
  ]);
  expect(result.estate?.note).toContain(
    'inventory.json: 12 machines with 40 vCPUs, 160 GB of memory and 900 GB of disk',
  );
  expect(result.diagnostics.map(({ code, document }) => `${code} ${document}`)).toEqual([
    'YQ1570 clusters.json',
    'YQ1570 clusters.json',
    'YQ1571 inventory.json',
    'YQ1570 inventory.json',
    'YQ1507 inventory.json',
    'YQ1513 inventory.json',
  ]);
  expect(result.summary.tables.map(({ table, rows, used }) => [table, rows, used])).toEqual([
    ['inventory', 2, 0],
    ['inventory', 1, 0],
    ['hosts', 4, 2],
  ]);
});

it.each([
  ['empty', '', 'YQ1500'],
  ['truncated', '{"inventory": {"vms": {', 'YQ1502'],
  ['another format', '{"servers": []}', 'YQ1504'],
])('%s: a diagnostic, never a throw', async (_, text, code) => {
  const result = await migrationPlanner.read([textFile('a.json', text)]);
  expect(result.diagnostics.map((each) => each.code)).toContain(code);
  expect(importBreach(result)).toBeUndefined();
});

it('is told from other formats', () => {
  expect(fixtures.every((file) => migrationPlanner.detect([file]))).toBe(true);
  expect(migrationPlanner.detect([textFile('a.json', '{"servers": []}')])).toBe(false);
});

it('500 damaged inputs: no throw, no hang, no broken promise', async () => {
  expect((await fuzzImporter(migrationPlanner, [fixtures], { count: 500, seed: 1 })).failures).toEqual([]);
});

describe.skipIf(!hasInventory)('the real inventory', () => {
  it('has totals only', async () => {
    const files = inventoryFiles('migration_planner');
    const result = await migrationPlanner.read(files);
    expect(migrationPlanner.detect(files)).toBe(true);
    expect(importBreach(result)).toBeUndefined();
    expect(result.estate).toMatchObject({ workloads: [], sourceHosts: [] });
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['YQ1571', 'YQ1570']);
    expect(result.diagnostics[1]?.params).toEqual({ vms: 10, vcpus: 10, ramGB: 20, diskGB: 200 });
  });
});
