import { describe, expect, it } from 'vitest';
import { importBreach } from '../../../test/support/check-import.ts';
import { fuzzImporter } from '../../../test/support/fuzz.ts';
import { fixtureFiles, hasInventory, inventoryFiles, textFile } from '../../../test/support/inventory.ts';
import { awsMgn } from './importer.ts';

const fixtures = fixtureFiles(import.meta.url);

describe('AWS MGN', async () => {
  const result = await awsMgn.read(fixtures);

  it('makes systems of applications, components of servers, and no workloads', async () => {
    expect(await awsMgn.detect(fixtures)).toBe(true);
    expect(importBreach(result)).toBeUndefined();
    expect(result.estate!.workloads).toEqual([]);
    expect(result.estate!.systems).toEqual([
      {
        id: 'permits',
        wavePriority: 1,
        components: [{ id: 'permits-web', name: 'permits-web.gov.example' }, { id: 'permits-db' }],
        labels: { wave: 'wave 2', owner: 'alice' },
      },
      { id: 'archive', wavePriority: 2, components: [{ id: 'archive-1' }], labels: { wave: 'wave 10', owner: 'bob' } },
    ]);
  });

  it('says that sizes are missing and which servers have no home', () => {
    expect(result.diagnostics.find(({ code }) => code === 'YQ1430')!.params).toEqual({ servers: 3, systems: 2 });
    expect(result.diagnostics.find(({ code }) => code === 'YQ1441')!.params).toEqual({ count: 1 });
    expect(result.summary.tables[0]).toMatchObject({ rows: 4, used: 3 });
    expect(result.summary.ignoredFields).toContain('import!mgn:launch:instance-type');
  });

  it('survives mutation', async () => {
    const report = await fuzzImporter(awsMgn, [fixtures], { count: 500, seed: 5 });
    expect(report.failures).toEqual([]);
    expect(report.withEstate).toBeGreaterThan(100);
  });
});

it.skipIf(!hasInventory)('knows the real parameters', async () => {
  const [parameters] = inventoryFiles('schemas').filter(({ path }) => path.startsWith('aws_mgn'));
  const header = new TextDecoder().decode(parameters!.bytes).trim().split(/\r?\n/);
  const row = header.map((name) =>
    name === 'mgn:server:user-provided-id' ? 'server-1' : name === 'mgn:app:name' ? 'app-1' : '',
  );
  const files = [textFile('mgn.csv', `${header.join(',')}\n${row.join(',')}\n`)];
  expect(await awsMgn.detect(files)).toBe(true);
  const result = await awsMgn.read(files);
  expect(result.estate!.systems).toMatchObject([{ id: 'app-1', components: [{ id: 'server-1' }] }]);
});
