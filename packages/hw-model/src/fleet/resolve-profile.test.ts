import { describe, expect, it } from 'vitest';
import { createReport } from './report.ts';
import { resolveProfile } from './resolve-profile.ts';
import { type FleetInput, profileSchema } from './schema.ts';

function resolve(profile: FleetInput['profiles'][number]) {
  const report = createReport();
  const figures = resolveProfile(profileSchema.parse(profile), '/profiles/0', report);
  return { figures, findings: report.findings, assumed: report.assumptions.map(({ field, value }) => [field, value]) };
}

describe('resolveProfile', () => {
  it('takes what is given before the published build', () => {
    const given = resolve({
      id: 'p',
      server: 'server/2288H V5',
      build: 'virtualization-host/s3',
      cpu: { sockets: 2, coresPerSocket: 20, overheadThreads: 10 },
      overcommitRatio: 4,
      memory: { installedGiB: 384, reservedGiB: 24 },
      nicMbps: 50_000,
      units: 1,
      powerW: 350,
    });
    expect(given.figures).toMatchObject({
      vcpus: (2 * 20 * 2 - 10) * 4,
      threads: 70,
      overcommitRatio: 4,
      memMiB: 360 * 1024,
      nicMbps: 50_000,
      units: 1,
      powerW: 350,
    });
    expect(given.assumed).toEqual([]);
  });

  it('takes terms of the formula that are left open from the build', () => {
    const { figures } = resolve({ id: 'p', build: 'virtualization-host/s3', cpu: { sockets: 2, coresPerSocket: 20 } });
    expect(figures).toMatchObject({ vcpus: (80 - 16) * 3, memMiB: 702 * 1024 });
  });

  it('takes the vCPUs sold where a build is published without the formula', () => {
    const { figures } = resolve({ id: 'p', build: 'virtualization-host/i3' });
    expect(figures).toMatchObject({ vcpus: 80, threads: 80, overcommitRatio: 1, memMiB: 324 * 1024 });
    // 32 TB, decimal.
    expect(figures.localDiskGiB).toBe(29_802);
  });

  it('fills an Arm server with its largest CPU and says so', () => {
    const { figures, assumed, findings } = resolve({
      id: 'p',
      server: 'server/TaiShan 200 2280',
      arch: 'aarch64',
      memory: { installedGiB: 1024 },
    });
    expect(findings).toEqual([]);
    expect(figures).toMatchObject({ vcpus: 2 * 64 - 16, memMiB: (1024 - 87) * 1024 });
    expect(assumed).toEqual([
      ['cpu', '2 x 64 cores, 1 threads each'],
      ['overheadThreads', 16],
      ['overcommitRatio', 1],
      ['reservedMemGiB', 87],
      ['nicMbps', 20_000],
      ['units', 2],
      ['typicalPowerW', 500],
    ]);
  });

  it('reads accelerators of a server', () => {
    const { figures } = resolve({
      id: 'p',
      server: 'ai-server/Atlas 800T A2',
      arch: 'aarch64',
      cpu: { sockets: 2, coresPerSocket: 64, threadsPerCore: 1, overheadThreads: 0 },
      overcommitRatio: 1,
      memory: { installedGiB: 1024, reservedGiB: 0 },
    });
    expect(figures.accelerators).toEqual([{ model: 'Ascend 910B 64 GB', count: 8 }]);
    expect(figures.units).toBe(4);
  });

  it('lists the figures that the document marks, nested ones by their path', () => {
    const { assumed } = resolve({
      id: 'p',
      build: 'virtualization-host/s2',
      memory: { installedGiB: 768, reservedGiB: 64 },
      nicMbps: 1000,
      units: 1,
      powerW: 1,
      assumed: ['memory.reservedGiB', 'nicMbps'],
    });
    expect(assumed).toEqual([
      ['memory.reservedGiB', 64],
      ['nicMbps', 1000],
    ]);
  });
});
