import { describe, expect, it } from 'vitest';
import { importBreach } from '../../../test/support/check-import.ts';
import { fuzzImporter } from '../../../test/support/fuzz.ts';
import { fixtureFiles, hasInventory, inventoryFiles } from '../../../test/support/inventory.ts';
import { awsMigrationHub } from './importer.ts';

const fixtures = fixtureFiles(import.meta.url);

describe('AWS Migration Hub', async () => {
  const result = await awsMigrationHub.read(fixtures);

  it('reads servers, their applications and waves', async () => {
    expect(await awsMigrationHub.detect(fixtures)).toBe(true);
    expect(importBreach(result)).toBeUndefined();
    expect(result.estate!.workloads).toEqual([
      {
        id: 'tax-web-vm',
        system: 'tax',
        vcpus: 8,
        memMiB: 16384,
        os: 'RHEL 8',
        measured: { cpuPct: 25, memMiB: 4096, changeMbps: 4 },
        ips: ['10.5.0.1'],
        labels: { Environment: 'prod', Owner: 'hr' },
      },
      expect.objectContaining({ id: 'tax-db', system: 'tax', vcpus: 8 }),
      expect.objectContaining({ id: 'vc-1/vm-77', system: 'payroll', vcpus: 4 }),
    ]);
    expect(result.estate!.systems).toMatchObject([
      { id: 'tax', wavePriority: 1, labels: { wave: 'Wave 2' } },
      { id: 'payroll', wavePriority: 1 },
    ]);
  });

  it('lets the second application of a server depend on it', () => {
    expect(result.estate!.dependencies).toMatchObject([
      { from: 'system:payroll', to: 'workload:tax-db', strength: 'strong' },
    ]);
  });

  it('says what it assumed and what the format lacks', () => {
    const codes = result.diagnostics.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['YQ1440', 'YQ1436', 'YQ1431']));
    expect(result.estate!.assumptions).toContainEqual(expect.objectContaining({ field: 'vcpus', value: 1 }));
    expect(result.summary.tables[0]).toMatchObject({ rows: 4, used: 3, leftOut: [{ reason: 'no name', count: 1 }] });
  });

  it('survives mutation', async () => {
    const report = await fuzzImporter(awsMigrationHub, [fixtures], { count: 500, seed: 3 });
    expect(report.failures).toEqual([]);
    expect(report.withEstate).toBeGreaterThan(100);
  });
});

it.skipIf(!hasInventory)('knows the real template', async () => {
  const files = inventoryFiles('schemas').filter(({ path }) => path.startsWith('aws_migration_hub'));
  expect(await awsMigrationHub.detect(files)).toBe(true);
  const result = await awsMigrationHub.read(files);
  expect(result.estate).toBeUndefined();
  expect(importBreach(result)).toBeUndefined();
});
