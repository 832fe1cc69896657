import { expandFleet, type FleetInput, fleetSchema } from '@yunqian/hw-model';
import { describe, expect, it } from 'vitest';
import { fixtureFiles, hasInventory, inventoryFiles } from '../../test/support/inventory.ts';
import type { EstateInput } from '../estate/schema.ts';
import { fleetFromSourceHosts } from './fleet-from-source.ts';
import { kubernetes } from './kubernetes/importer.ts';

type Hosts = NonNullable<EstateInput['sourceHosts']>;
const estate = (sourceHosts: Hosts, workloads: EstateInput['workloads'] = []): EstateInput => ({
  kind: 'estate',
  formatVersion: '1.0',
  name: 'e',
  workloads,
  sourceHosts,
});
const expand = (fleet: FleetInput) => expandFleet(fleetSchema.parse(fleet));
const errors = (fleet: FleetInput) => expand(fleet).findings.filter(({ severity }) => severity === 'error');

describe('fleetFromSourceHosts', () => {
  it('gives each host back what it has: size, zone, labels, taints, state', () => {
    const fleet = fleetFromSourceHosts(
      estate([
        {
          id: 'a.example.com',
          vcpus: 7.91,
          memMiB: 31744,
          diskGiB: 90,
          arch: 'aarch64',
          zone: 'z1',
          labels: { disk: 'ssd' },
          accelerators: [{ model: 'npu', count: 2 }],
        },
        {
          id: 'b/1',
          vcpus: 1024,
          memMiB: 1000,
          zone: 'z2',
          state: 'unschedulable',
          taints: ['x:NoSchedule'],
          cluster: 'c',
        },
        { id: 'b:1', vcpus: 1024, memMiB: 1000, zone: 'z2', state: 'up' },
        { id: 'blind' },
      ]),
    );
    expect(errors(fleet)).toEqual([]);
    expect(expand(fleet).hosts).toMatchObject([
      {
        id: 'source-cloud/z1/room/unknown-1/a.example.com',
        vcpus: 7,
        memMiB: 31744,
        localDiskGiB: 90,
        arch: 'aarch64',
        az: 'z1',
        labels: { disk: 'ssd' },
        closed: false,
        accelerators: [{ model: 'npu', count: 2 }],
      },
      {
        id: 'source-cloud/z2/room/unknown-1/b-1',
        vcpus: 1024,
        memMiB: 1000,
        taints: ['x:NoSchedule'],
        labels: { cluster: 'c' },
        closed: true,
      },
      { id: 'source-cloud/z2/room/unknown-1/b-1-2', closed: false },
    ]);
    expect(fleet.profiles).toHaveLength(2);
    expect(fleet.note).toContain('capacity unknown: blind');
  });

  it('sells vCPUs at the ratio that the busiest host of a size carries, and says so', () => {
    const workloads = [1, 2, 3].map((n) => ({ id: `w${n}`, vcpus: 8, memMiB: 1, sourceHost: 'a' }));
    const fleet = fleetFromSourceHosts(
      estate(
        [
          { id: 'a', vcpus: 10, memMiB: 1024 },
          { id: 'b', vcpus: 10, memMiB: 1024 },
        ],
        workloads,
      ),
    );
    expect(expand(fleet).hosts.map(({ vcpus }) => vcpus)).toEqual([24, 24]);
    expect(expand(fleet).assumptions.map(({ field }) => field)).toContain('overcommitRatio');
    expect(fleet.note).toContain('overcommitRatio of size-1');
  });

  it('holds more hosts than a rack has units', () => {
    const fleet = fleetFromSourceHosts(
      estate(Array.from({ length: 130 }, (_, i) => ({ id: `h${i}`, vcpus: 4, memMiB: 1024 }))),
    );
    expect(errors(fleet)).toEqual([]);
    expect(expand(fleet).racks).toHaveLength(3);
  });

  it('takes the nodes of a cluster', async () => {
    const { estate } = await kubernetes.read(
      fixtureFiles(new URL('./kubernetes/importer.test.ts', import.meta.url).href),
    );
    expect(expand(fleetFromSourceHosts(estate!)).hosts.map(({ site }) => site)).toEqual([
      'source-cloud/z1',
      'source-cloud/z2',
    ]);
  });
});

describe.skipIf(!hasInventory)('real exports', () => {
  it.each([
    ['k8s_yaml_cluster', 4],
    ['kubectl_json', 7],
  ])('%s: %i hosts', async (folder, count) => {
    const { estate } = await kubernetes.read(inventoryFiles(folder));
    const fleet = fleetFromSourceHosts(estate!);
    expect(errors(fleet)).toEqual([]);
    expect(expand(fleet).hosts).toHaveLength(count);
  });
});
