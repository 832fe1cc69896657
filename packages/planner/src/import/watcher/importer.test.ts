import { describe, expect, it } from 'vitest';
import { importBreach } from '../../../test/support/check-import.ts';
import { fuzzImporter } from '../../../test/support/fuzz.ts';
import { fixtureFiles, hasInventory, inventoryFiles, textFile } from '../../../test/support/inventory.ts';
import { watcher } from './importer.ts';

const fixtures = fixtureFiles(import.meta.url);

describe('the fixtures', async () => {
  const result = await watcher.read(fixtures);

  it('keep the promises of every importer', () => expect(importBreach(result)).toBeUndefined());

  it('become machines with their disks', () => {
    expect(result.estate?.workloads).toEqual([
      {
        id: 'i-1',
        name: 'web',
        system: 'p-1',
        vcpus: 2,
        memMiB: 4096,
        powerState: 'on',
        sourceHost: 'kvm-1',
        labels: { app: 'portal', n: '1', 'watcher-exclude': 'true' },
        volumes: [
          { id: 'disk', sizeGiB: 20 },
          { id: 'v-1', sizeGiB: 40, type: 'ssd' },
          { id: 'v-2', sizeGiB: 50, sharedId: 'v-2' },
        ],
      },
      {
        id: 'i-2',
        system: 'p-1',
        vcpus: 1,
        memMiB: 512,
        powerState: 'off',
        sourceHost: 'kvm-1',
        volumes: [{ id: 'v-2', sizeGiB: 50, sharedId: 'v-2' }],
      },
      { id: 'i-5', vcpus: 1, memMiB: 512, powerState: 'suspended', sourceHost: 'elsewhere', volumes: [] },
    ]);
    expect(result.estate?.tenants).toEqual([{ id: 'p-1' }]);
  });

  it('become hosts that offer (capacity - reserved) x ratio', () => {
    expect(result.estate?.sourceHosts).toEqual([
      { id: 'kvm-1', vcpus: 144, threads: 40, memMiB: 195072, diskGiB: 240, state: 'up, enabled' },
      { id: 'n-2', vcpus: 8, threads: 8, memMiB: 1024, diskGiB: 10, state: 'down, disabled, watcher_disabled' },
      { id: 'b-1', state: 'power on', labels: { driver: 'ironic' } },
      { id: 'b-2', state: 'maintenance', labels: { driver: 'ironic' } },
    ]);
  });

  it('account for every element', () => {
    expect(result.summary.tables.map(({ table, rows, used }) => [table, rows, used])).toEqual([
      ['ComputeNode', 2, 2],
      ['Instance', 7, 3],
      ['IronicNode', 2, 2],
      ['Novelty', 1, 0],
      ['StorageNode', 1, 0],
      ['Pool', 1, 0],
      ['Volume', 4, 2],
    ]);
    expect(result.diagnostics.map(({ code, line }) => `${code}:${line}`)).toEqual([
      'YQ1513:12',
      'YQ1513:13',
      'YQ1504:14',
      'YQ1508:6',
      'YQ1506:7',
      'YQ1560:7',
      'YQ1507:8',
      'YQ1561:11',
      'YQ1562:3',
    ]);
  });
});

it.each([
  ['empty', '', 'YQ1500'],
  ['truncated', '<ModelRoot><ComputeNode', 'YQ1509'],
  ['other XML', '<domain/>', 'YQ1504'],
  ['an empty model', '<ModelRoot/>', 'YQ1505'],
])('%s: a diagnostic, never a throw', async (_, text, code) => {
  const result = await watcher.read([textFile('a.xml', text)]);
  expect(result.diagnostics.map((each) => each.code)).toContain(code);
  expect(importBreach(result)).toBeUndefined();
});

it('500 damaged inputs: no throw, no hang, no broken promise', async () => {
  expect((await fuzzImporter(watcher, [fixtures], { count: 500, seed: 1 })).failures).toEqual([]);
});

describe.skipIf(!hasInventory)('real models', () => {
  const files = hasInventory ? inventoryFiles('openstack_watcher_model_xml') : [];

  it('every file alone', async () => {
    for (const file of files) {
      const result = await watcher.read([file]);
      expect(watcher.detect([file]), file.path).toBe(true);
      expect(importBreach(result), file.path).toBeUndefined();
      expect(
        result.diagnostics.filter(({ severity }) => severity === 'error'),
        file.path,
      ).toEqual([]);
    }
  });

  it('scenario 1: 35 instances, 5 nodes', async () => {
    const { estate } = await watcher.read(files.filter(({ path }) => path === 'scenario_1.xml'));
    expect([estate?.workloads.length, estate?.sourceHosts?.length]).toEqual([35, 5]);
  });

  it('all together', async () => expect(importBreach(await watcher.read(files))).toBeUndefined());
});
