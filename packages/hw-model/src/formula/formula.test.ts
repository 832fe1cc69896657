import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocatable } from './container-node.ts';
import { evsIops } from './evs-iops.ts';
import { managementNodes } from './management-nodes.ts';
import { sellableVcpus } from './sellable-vcpus.ts';

describe('sellableVcpus', () => {
  it('is never negative, rounds down, and grows with the ratio', () => {
    const cpu = fc.record({
      sockets: fc.integer({ min: 1, max: 8 }),
      coresPerSocket: fc.integer({ min: 1, max: 128 }),
      threadsPerCore: fc.integer({ min: 1, max: 2 }),
      overheadThreads: fc.integer({ min: 0, max: 64 }),
    });
    fc.assert(
      fc.property(cpu, fc.integer({ min: 10, max: 80 }), (host, tenths) => {
        const at = (ratio: number) => sellableVcpus({ ...host, ratio });
        expect(at(tenths / 10)).toBeGreaterThanOrEqual(at(1));
        expect(Number.isInteger(at(tenths / 10)) && at(1) >= 0).toBe(true);
        expect(at(2)).toBe(2 * at(1));
      }),
    );
  });

  it('sells nothing where the platform keeps every thread', () => {
    expect(sellableVcpus({ sockets: 1, coresPerSocket: 4, threadsPerCore: 2, overheadThreads: 12, ratio: 3 })).toBe(0);
  });
});

describe('evsIops', () => {
  it.each([
    ['sata', 100, 200],
    ['sas', 100, 300],
    ['sas', 10_000, 3000],
    ['ssd', 100, 5100],
    ['ssd', 1000, 20_000],
    ['gpssd', 100, 3000],
    ['essd', 10_000, 128_000],
  ])('%s of %d GiB gives %d', (type, sizeGiB, iops) => {
    expect(evsIops(type, sizeGiB)).toBe(iops);
  });

  it('knows nothing of other types', () => {
    expect(evsIops('tape', 100)).toBeUndefined();
  });
});

describe('allocatable', () => {
  it('keeps the published shares of CPU: 6 %, 1 %, 0.5 % twice, 0.25 % from the fifth core on', () => {
    const cores = [1, 2, 4, 8, 32];
    const kept = cores.map(
      (n) => n * 1000 - allocatable({ cores: n, memMiB: 65_536, maxPods: 0, runtime: 'docker' }).milliCpu,
    );
    expect(kept).toEqual([60, 70, 80, 90, 150]);
  });

  it('keeps 900 MiB, 25 MiB a GiB, the pods and the eviction threshold', () => {
    const node = { cores: 8, memMiB: 32 * 1024, maxPods: 110 } as const;
    expect(allocatable({ ...node, runtime: 'docker' }).memMiB).toBe(32_768 - (400 + 25 * 32 + 500 + 20 * 110) - 100);
    expect(allocatable({ ...node, runtime: 'containerd' }).memMiB).toBe(32_768 - (400 + 25 * 32 + 500 + 5 * 110) - 100);
  });

  it('leaves nothing of a node that is too small, never less', () => {
    expect(allocatable({ cores: 1, memMiB: 512, maxPods: 110, runtime: 'docker' }).memMiB).toBe(0);
  });
});

describe('managementNodes', () => {
  it.each([
    [1, 1, 3],
    [50, 1000, 3],
    [51, 1000, 5],
    [50, 1001, 5],
    [100, 3000, 5],
    [101, 10, 7],
    [256, 5000, 7],
  ])('%d hosts with %d machines take %d', (hosts, vms, nodes) => {
    expect(managementNodes({ hosts, vms })).toBe(nodes);
  });

  it('has no figure above what is published', () => {
    expect(managementNodes({ hosts: 257, vms: 1 })).toBeUndefined();
    expect(managementNodes({ hosts: 1, vms: 5001 })).toBeUndefined();
  });
});
