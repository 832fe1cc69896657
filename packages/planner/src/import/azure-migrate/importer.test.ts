import { describe, expect, it } from 'vitest';
import { importBreach } from '../../../test/support/check-import.ts';
import { fuzzImporter } from '../../../test/support/fuzz.ts';
import { fixtureFiles, hasInventory, inventoryFiles } from '../../../test/support/inventory.ts';
import { azureMigrate } from './importer.ts';

const fixtures = fixtureFiles(import.meta.url);

describe('Azure Migrate', async () => {
  const result = await azureMigrate.read(fixtures);

  it('reads servers with all their disks', async () => {
    expect(await azureMigrate.detect(fixtures)).toBe(true);
    expect(importBreach(result)).toBeUndefined();
    expect(result.estate!.workloads).toEqual([
      {
        id: 'app-01',
        vcpus: 8,
        memMiB: 16384,
        volumes: [
          { id: 'disk 1', sizeGiB: 100 },
          { id: 'disk 2', sizeGiB: 200 },
          { id: 'disk 3', sizeGiB: 50 },
        ],
        os: 'Windows Server 2019',
        arch: 'x86_64',
        firmware: 'uefi',
        measured: { cpuPct: 35, memPct: 60, diskGiB: 120, changeMbps: 16 },
        ips: ['10.4.0.1', 'fd00::1'],
        labels: { serverType: 'Virtual', hypervisor: 'VMware' },
      },
      expect.objectContaining({ id: 'db-01', memMiB: 131072, firmware: 'bios' }),
      expect.objectContaining({ id: 'arm-01', arch: 'aarch64', volumes: [{ id: 'disk 1', sizeGiB: 80 }] }),
    ]);
  });

  it('accounts for the rest', () => {
    expect(result.summary.tables[0]).toMatchObject({
      rows: 6,
      used: 3,
      leftOut: [
        { reason: 'duplicate', count: 1 },
        { reason: 'no vCPUs or no memory', count: 1 },
        { reason: 'no name', count: 1 },
      ],
    });
    expect(result.diagnostics.find(({ code }) => code === 'YQ1438')!.params).toEqual({
      name: 'db-01',
      expected: 2,
      found: 1,
    });
    expect(result.estate!.assumptions).toContainEqual(expect.objectContaining({ field: 'kind', value: 1 }));
  });

  it('survives mutation', async () => {
    const report = await fuzzImporter(azureMigrate, [fixtures], { count: 500, seed: 7 });
    expect(report.failures).toEqual([]);
    expect(report.withEstate).toBeGreaterThan(100);
  });
});

it.skipIf(!hasInventory)('takes the real template for what it is: a header without rows', async () => {
  const files = inventoryFiles('schemas').filter(({ path }) => path.startsWith('azure'));
  expect(await azureMigrate.detect(files)).toBe(true);
  const result = await azureMigrate.read(files);
  expect(result.estate).toBeUndefined();
  expect(importBreach(result)).toBeUndefined();
  expect(result.summary.ignoredFields.filter((field) => !/read|write ops|Network/.test(field))).toEqual([]);
});
