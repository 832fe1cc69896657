import type { ProgrammeInput } from '../waves/schema.ts';
import { shenzhenEstate } from './estate.ts';

const pilotSystems = 3;

/**
 * The nine months of 2019: always the same bytes. Published are the start early in 2019 and the nine months; assumed
 * are the days, links, teams, windows and freezes (the two holidays fell on these dates).
 */
export function shenzhenProgramme(): ProgrammeInput {
  return {
    kind: 'programme',
    formatVersion: '1.0',
    name: 'shenzhen-phase-1',
    timeZone: 'Asia/Shanghai',
    start: '2019-01-21',
    deadline: '2019-10-20',
    links: [
      { id: 'extranet-a', bandwidthMbps: 10_000, efficiency: 0.7 },
      { id: 'extranet-b', bandwidthMbps: 10_000, efficiency: 0.7 },
    ],
    concurrentCopies: 40,
    teams: 4,
    windows: [
      { days: [2, 4], from: '22:00', to: '06:00' },
      { days: [6], from: '20:00', to: '08:00' },
    ],
    freezes: [
      { from: '2019-02-01', to: '2019-02-12', reason: 'Spring Festival 春节' },
      { from: '2019-09-27', to: '2019-10-08', reason: 'National Day 国庆节' },
    ],
    pilot: pilots(),
    // Assumed: its two database nodes write one disk, which no copy tool carries.
    waivers: [
      {
        code: 'YQ4224',
        subject: 'fiscal-information',
        by: 'migration office 迁移办',
        reason: 'The disk is copied by replication between the arrays 共享盘由存储阵列复制',
        until: '2019-10-20',
      },
    ],
    maxGroupsPerWave: 13,
    waveDays: 14,
    cutoverMinutes: 60,
    changeMbpsPerGiB: 0.005,
  };
}

/** Easy before hard: the first systems of general importance that nothing is tied to. */
function pilots(): string[] {
  const estate = shenzhenEstate();
  const tied = new Set(
    (estate.dependencies ?? []).filter(({ strength }) => strength === 'strong').flatMap(({ from, to }) => [from, to]),
  );
  return (estate.systems ?? [])
    .filter(({ id, criticality }) => criticality === 'general' && !tied.has(`system:${id}`))
    .slice(0, pilotSystems)
    .map(({ id }) => id);
}
