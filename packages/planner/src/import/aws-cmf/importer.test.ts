import { describe, expect, it } from 'vitest';
import { importBreach } from '../../../test/support/check-import.ts';
import { fuzzImporter } from '../../../test/support/fuzz.ts';
import { fixtureFiles, hasInventory, inventoryFiles } from '../../../test/support/inventory.ts';
import { workbook } from '../../../test/support/xlsx.ts';
import { awsCmf } from './importer.ts';

const fixtures = fixtureFiles(import.meta.url);

describe('AWS Cloud Migration Factory', async () => {
  const result = await awsCmf.read(fixtures);

  it('reads the server list', async () => {
    expect(await awsCmf.detect(fixtures)).toBe(true);
    expect(importBreach(result)).toBeUndefined();
    expect(result.estate!.systems).toEqual([
      {
        id: 'permits',
        wavePriority: 1,
        components: [
          { id: 'permits-web', name: 'permits-web.gov.example', role: 'web' },
          { id: 'permits-db', name: 'permits-db.gov.example', role: 'db' },
        ],
        labels: { wave: 'Wave 2', environment: 'prod', strategy: 'Rehost, Replatform' },
      },
      expect.objectContaining({ id: 'archive', wavePriority: 1 }),
    ]);
    expect(result.summary.tables[0]).toMatchObject({ rows: 5, used: 4, leftOut: [{ reason: 'duplicate', count: 1 }] });
  });

  it('tells an application that is in two waves', () => {
    expect(result.diagnostics.find(({ code }) => code === 'YQ1436')!.params).toEqual({
      name: 'archive',
      waves: 'Wave 2, Wave 10',
    });
  });

  it('reads the intake form as a workbook, other sheets left out', async () => {
    const file = await workbook('intake.xlsx', {
      notes: [['read me']],
      intake: [
        ['app_name', 'server_name', 'wave_name'],
        ['tax', 'tax-1', 'w1'],
      ],
    });
    expect(await awsCmf.detect([file])).toBe(true);
    const read = await awsCmf.read([file]);
    expect(read.estate!.systems).toMatchObject([{ id: 'tax', components: [{ id: 'tax-1' }], wavePriority: 1 }]);
    expect(read.diagnostics.map(({ code }) => code)).toContain('YQ1418');
    expect(importBreach(read)).toBeUndefined();
  });

  it('survives mutation', async () => {
    const report = await fuzzImporter(awsCmf, [fixtures], { count: 500, seed: 9 });
    expect(report.failures).toEqual([]);
    expect(report.withEstate).toBeGreaterThan(100);
  });
});

it.skipIf(!hasInventory)('reads the real intake form and server list; its schema files are no inventory', async () => {
  const files = inventoryFiles('aws_cmf');
  expect(await awsCmf.detect(files)).toBe(true);
  const result = await awsCmf.read(files);
  expect(importBreach(result)).toBeUndefined();
  expect(result.diagnostics.filter(({ code }) => code === 'YQ1437').map(({ document }) => document)).toEqual([
    'cmf_default_pipeline_templates.json',
    'cmf_default_schema.json',
  ]);
  expect(
    result.estate!.systems!.map(({ id, wavePriority, components }) => [id, wavePriority, components!.length]),
  ).toEqual([
    ['Unit testing App 1-NEW', 1, 1],
    ['app01-hr', 2, 2],
    ['app02-sales', 3, 3],
    ['app03-sales', 4, 3],
  ]);
});
