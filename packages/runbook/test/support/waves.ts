import type { Waves } from '@yunqian/planner';

export interface TestGroup {
  readonly id: string;
  readonly workloads?: number;
  readonly after?: readonly string[];
  readonly wave?: string;
  readonly evidence?: ('accessPolicy' | 'integrity')[];
}

/** A waves document of made-up groups, an hour of copying and an hour of cutover each. */
export function testWaves(groups: readonly TestGroup[]): Waves {
  const waveIds = [...new Set(groups.map((group) => group.wave ?? 'w01'))];
  return {
    kind: 'waves',
    formatVersion: '1.0',
    name: 'test',
    timeZone: 'Asia/Shanghai',
    inputs: [],
    groups: groups.map(({ id, workloads = 2, after = [], evidence }) => ({
      id,
      systems: [id],
      workloads: Array.from({ length: workloads }, (_, i) => `${id}-vm-${i + 1}`),
      sizeGiB: 100,
      changeMbps: 1,
      reasons: [],
      after: [...after],
      ...(evidence && { evidence }),
    })),
    activities: groups.map(({ id, wave = 'w01' }) => ({
      group: id,
      wave,
      link: 'link',
      bandwidthMbps: 100,
      deltaMbps: 1,
      seedStart: '2026-12-01T00:00',
      seedEnd: '2026-12-01T01:00',
      cutoverStart: '2026-12-02T01:00',
      cutoverEnd: '2026-12-02T02:00',
    })),
    waves: waveIds.map((id) => ({
      id,
      name: id.toUpperCase(),
      start: '2026-12-01T00:00',
      end: '2026-12-02T02:00',
      pilot: false,
      groups: groups.filter((group) => (group.wave ?? 'w01') === id).map((group) => group.id),
    })),
    unscheduled: [],
    summary: { groups: groups.length, waves: waveIds.length, workloads: 0, hours: 26, lowerBoundHours: 26, end: null },
  };
}
