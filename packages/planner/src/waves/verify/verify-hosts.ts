import { instantMinutes } from './local-time.ts';
import type { Report, VerifyWavesInput } from './report.ts';

/** Hosts that are source and target: empty and rebuilt before they are reused; never over their capacity at any copy's start. */
export function verifyHosts({ waves, plan, estate, programme }: VerifyWavesInput, report: Report): void {
  const at = (local: string): number => instantMinutes(local, programme.timeZone);
  const groupOf = new Map(waves.groups.flatMap(({ id, workloads }) => workloads.map((workload) => [workload, id])));
  const byGroup = new Map(waves.activities.map((activity) => [activity.group, activity]));
  const units = estate.workloads.flatMap(({ id, count, memMiB, vcpus, sourceHost }) =>
    Array.from({ length: count }, (_, i) => ({ id: count === 1 ? id : `${id}-${i + 1}`, memMiB, vcpus, sourceHost })),
  );
  const targetOf = new Map(plan.placements.map(({ workload, host }) => [workload, host]));
  const activityOf = (workload: string) => byGroup.get(groupOf.get(workload) ?? '');

  for (const { host, sources, rebuildHours } of programme.reuse) {
    const leaving = units.filter(({ sourceHost = '', id }) => sources.includes(sourceHost) && groupOf.has(id));
    const ends = leaving.map(({ id }) => activityOf(id)?.cutoverEnd);
    const isEmptied = ends.every((end) => end !== undefined);
    const last = ends
      .flatMap((end) => end ?? [])
      .sort()
      .at(-1);
    for (const activity of new Set(
      units.flatMap(({ id }) => (targetOf.get(id) === host ? (activityOf(id) ?? []) : [])),
    )) {
      if (activity.state === 'done' || leaving.length === 0) continue;
      if (isEmptied && at(last!) + rebuildHours * 60 <= at(activity.seedStart)) continue;
      const params = { group: activity.group, host, at: activity.seedStart, ready: isEmptied ? last! : '-' };
      report('YQ4139', `/activities/${waves.activities.indexOf(activity)}`, params);
    }
  }

  const amount = {
    memMiB: (unit: (typeof units)[number]) => unit.memMiB,
    cpuMilli: ({ vcpus }: (typeof units)[number]) => vcpus * 1000,
  };
  for (const { host, capacity } of plan.utilisation.hosts) {
    const staying = units.filter(({ sourceHost }) => sourceHost === host);
    if (staying.length === 0) continue;
    const coming = units.flatMap((unit) => {
      const activity = activityOf(unit.id);
      return targetOf.get(unit.id) === host && unit.sourceHost !== host && activity !== undefined
        ? [{ unit, activity }]
        : [];
    });
    for (const [dimension, of] of Object.entries(amount)) {
      const room = capacity[plan.utilisation.dimensions.indexOf(dimension)];
      if (room === undefined) continue;
      const instants = [...new Set(coming.map(({ activity }) => at(activity.seedStart)))].sort((a, b) => a - b);
      for (const instant of instants) {
        const there = staying.filter(({ id }) => {
          const activity = activityOf(id);
          return activity === undefined || targetOf.get(id) === host || at(activity.cutoverEnd) > instant;
        });
        const arrived = coming.filter(({ activity }) => at(activity.seedStart) <= instant).map(({ unit }) => unit);
        const used = [...there, ...arrived].reduce((sum, unit) => sum + Math.ceil(of(unit)), 0);
        if (used <= room) continue;
        const when = coming.find(({ activity }) => at(activity.seedStart) === instant)!.activity.seedStart;
        report('YQ4140', '/activities', { host, dimension, used, capacity: room, at: when });
        break;
      }
    }
  }
}
