import { describe, expect, it } from 'vitest';
import { importBreach } from '../../../test/support/check-import.ts';
import { fuzzImporter } from '../../../test/support/fuzz.ts';
import { fixtureFiles, hasInventory, inventoryFiles, textFile } from '../../../test/support/inventory.ts';
import { konveyor } from './importer.ts';

const fixtures = fixtureFiles(import.meta.url);

describe('Konveyor', async () => {
  const result = await konveyor.read(fixtures);

  it('makes systems of applications, with tags and business service', async () => {
    expect(await konveyor.detect(fixtures)).toBe(true);
    expect(importBreach(result)).toBeUndefined();
    expect(result.estate!.workloads).toEqual([]);
    expect(result.estate!.systems).toEqual([
      {
        id: 'gateway',
        owner: 'alice <alice@gov.example>',
        labels: {
          'tag:Language': 'Java, Kotlin',
          'tag:Database': 'openGauss',
          businessService: 'Services',
          description: 'Entrance',
        },
      },
      { id: 'records', labels: { 'tag:Language': 'Java', businessService: 'Services', description: 'Register' } },
      { id: 'portal', labels: { businessService: 'Services' } },
    ]);
  });

  it('southbound uses the other, northbound is used by it', () => {
    expect(result.estate!.dependencies).toEqual([
      { from: 'system:gateway', to: 'system:records' },
      { from: 'system:portal', to: 'system:gateway' },
    ]);
  });

  it('accounts for every row that is no good, with its place', () => {
    expect(result.summary.tables[0]).toMatchObject({
      rows: 13,
      used: 5,
      leftOut: [
        { reason: 'blank', count: 1 },
        { reason: 'its application is not in the inventory', count: 1 },
        { reason: 'invalid', count: 2 },
        { reason: 'duplicate', count: 2 },
        { reason: 'unknown record type', count: 1 },
        { reason: 'no name', count: 1 },
      ],
    });
    expect(result.diagnostics.map(({ code, line }) => `${code}:${line}`)).toEqual(
      expect.arrayContaining([
        'YQ1433:7',
        'YQ1442:8',
        'YQ1435:9',
        'YQ1432:10',
        'YQ1434:11',
        'YQ1432:13',
        'YQ1431:14',
        'YQ1443:0',
      ]),
    );
  });

  it('takes no application without a name for the end of a dependency', async () => {
    const text = 'Record Type 1,Application Name,Dependency,Dependency Direction\n1,\n1,a\n2,a,,southbound\n';
    const read = await konveyor.read([textFile('a.csv', text)]);
    expect(read.estate!.dependencies).toEqual([]);
  });

  it('survives mutation', async () => {
    const report = await fuzzImporter(konveyor, [fixtures], { count: 500, seed: 11 });
    expect(report.failures).toEqual([]);
    expect(report.withEstate).toBeGreaterThan(100);
  });
});

describe.skipIf(!hasInventory)('real files', () => {
  const files = hasInventory ? inventoryFiles('konveyor_tackle_csv') : [];

  it.each([
    ['app_name_with_spaces.csv', 1, 0, 1],
    ['app_name_with_spaces_21.csv', 1, 0, 1],
    ['hub_template_application_import.csv', 3, 2, 0],
    ['invalid_column_schema.csv', 0, 0, 2],
    ['invalid_record_type_21.csv', 0, 0, 2],
    ['lantik_bug.csv', 1, 0, 0],
    ['mandatory_and_empty_row_21.csv', 2, 0, 1],
    ['missing_application_name.csv', 0, 0, 1],
    ['missing_business_21.csv', 1, 0, 0],
    ['non_existing_tags_business_service_rows.csv', 2, 0, 0],
    ['sample-applications.csv', 3, 2, 0],
    ['template_application_import.csv', 3, 2, 0],
  ])('%s: %i systems, %i dependencies, %i rows left out', async (name, systems, dependencies, leftOut) => {
    const result = await konveyor.read(files.filter(({ path }) => path === name));
    expect(importBreach(result)).toBeUndefined();
    expect(result.estate?.systems?.length ?? 0).toBe(systems);
    expect(result.estate?.dependencies?.length ?? 0).toBe(dependencies);
    expect(result.summary.tables.flatMap((t) => t.leftOut).reduce((sum, { count }) => sum + count, 0)).toBe(leftOut);
  });
});
