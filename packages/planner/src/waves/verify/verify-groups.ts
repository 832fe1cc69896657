import type { Estate } from '../../estate/schema.ts';
import type { MoveGroup } from '../schema.ts';
import type { Report, VerifyWavesInput } from './report.ts';

/** Membership: complete and unique; what must move together does; what is used is named; sizes are the estate's. */
export function verifyGroups({ waves, plan, estate, programme }: VerifyWavesInput, report: Report): void {
  const planned = new Set([...plan.placements, ...plan.unplaced].map(({ workload }) => workload));
  const unplaced = new Set(plan.unplaced.map(({ workload }) => workload));
  const groupsOf = new Map<string, MoveGroup[]>();
  waves.groups.forEach((group, g) => {
    for (const workload of group.workloads) {
      if (!planned.has(workload)) report('YQ4032', `/groups/${g}/workloads`, { workload, group: group.id });
      groupsOf.set(workload, [...(groupsOf.get(workload) ?? []), group]);
    }
  });
  for (const workload of planned) {
    const count = groupsOf.get(workload)?.length ?? 0;
    if (count === 0) report('YQ4030', '/groups', { workload });
    if (count > 1) report('YQ4031', '/groups', { workload, count });
  }
  waves.activities.forEach(({ group }, i) => {
    const stuck = waves.groups.find(({ id }) => id === group)?.workloads.find((workload) => unplaced.has(workload));
    if (stuck !== undefined) report('YQ4051', `/activities/${i}`, { group, workload: stuck });
  });

  const groupOf = (workload: string): string | undefined => groupsOf.get(workload)?.[0]?.id;
  verifyTogether(estate, groupOf, report);
  verifyUses(estate, waves.groups, groupOf, report);
  verifyCuts(estate, waves.groups, programme.maxWorkloadsPerGroup, groupOf, report);
  waves.groups.forEach((group, g) => {
    const actual = measure(estate, new Set(group.workloads), programme.changeMbpsPerGiB);
    for (const field of ['sizeGiB', 'changeMbps'] as const) {
      if (Math.abs(group[field] - actual[field]) > 0.001) {
        report('YQ4054', `/groups/${g}/${field}`, {
          group: group.id,
          field,
          claimed: group[field],
          actual: actual[field],
        });
      }
    }
  });
}

type GroupOf = (workload: string) => string | undefined;

/** Parts of one system, and users of one disk. */
function verifyTogether(estate: Estate, groupOf: GroupOf, report: Report): void {
  const first = new Map<string, string>();
  for (const workload of estate.workloads) {
    const disks = workload.volumes.flatMap(({ sharedId }) => (sharedId === undefined ? [] : [`disk ${sharedId}`]));
    const system = workload.system === undefined ? [] : [`system ${workload.system}`];
    for (const id of idsOf(workload)) {
      for (const because of [...system, ...disks, `workload ${workload.id}`]) {
        const groupB = groupOf(id);
        if (groupB === undefined) continue;
        const a = first.get(because) ?? id;
        first.set(because, a);
        const groupA = groupOf(a);
        if (groupA !== groupB) report('YQ4033', '/groups', { a, b: id, because, groupA: groupA ?? '', groupB });
      }
    }
  }
}

type Uses = ReadonlyMap<string, ReadonlySet<string>>;

/** Groups by the groups that they use strongly; those for which `counts` says no are passed over. */
function strongUses(
  estate: Estate,
  groupOf: GroupOf,
  counts: (user: string, from: string, to: string) => boolean,
): Map<string, Set<string>> {
  const uses = new Map<string, Set<string>>();
  for (const { from, to, strength } of estate.dependencies) {
    if (strength !== 'strong') continue;
    const [user, used] = [groupOfReference(estate, from, groupOf), groupOfReference(estate, to, groupOf)];
    if (user === undefined || used === undefined || user === used || !counts(user, from, to)) continue;
    uses.set(user, (uses.get(user) ?? new Set()).add(used));
  }
  return uses;
}

function reachedFrom(start: string, uses: Uses): Set<string> {
  const seen = new Set([start]);
  for (const at of seen) for (const next of uses.get(at) ?? []) seen.add(next);
  return seen;
}

/** A strong use either leads back, then both move together, or the used one is named in `after`, or it is a cut. */
function verifyUses(estate: Estate, groups: readonly MoveGroup[], groupOf: GroupOf, report: Report): void {
  const cuts = new Set(
    groups.flatMap(({ id, cuts = [] }) => cuts.map(({ from, to }) => JSON.stringify([id, from, to]))),
  );
  const uses = strongUses(estate, groupOf, (user, from, to) => !cuts.has(JSON.stringify([user, from, to])));
  groups.forEach((group, g) => {
    for (const used of uses.get(group.id) ?? []) {
      if (reachedFrom(used, uses).has(group.id)) {
        const because = `${group.id} uses ${used} and back`;
        report('YQ4033', `/groups/${g}`, { a: group.id, b: used, because, groupA: group.id, groupB: used });
      } else if (!group.after.includes(used)) report('YQ4034', `/groups/${g}/after`, { group: group.id, used });
    }
  });
}

/** A cut is a strong use of the estate inside a circle that is larger than a group may be. */
function verifyCuts(
  estate: Estate,
  groups: readonly MoveGroup[],
  limit: number,
  groupOf: GroupOf,
  report: Report,
): void {
  if (groups.every(({ cuts = [] }) => cuts.length === 0)) return;
  const uses = strongUses(estate, groupOf, () => true);
  const sizes = new Map(groups.map(({ id, workloads }) => [id, workloads.length]));
  groups.forEach((group, g) => {
    (group.cuts ?? []).forEach(({ from, to, group: used }, i) => {
      const circle = [...reachedFrom(group.id, uses)].filter((id) => reachedFrom(id, uses).has(group.id));
      const workloads = circle.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
      const isUse = estate.dependencies.some((use) => use.strength === 'strong' && use.from === from && use.to === to);
      const isHere =
        groupOfReference(estate, from, groupOf) === group.id && groupOfReference(estate, to, groupOf) === used;
      if (isUse && isHere && circle.includes(used) && workloads > limit) return;
      report('YQ4202', `/groups/${g}/cuts/${i}`, { group: group.id, from, to, workloads, limit });
    });
  });
}

function groupOfReference(estate: Estate, reference: string, groupOf: GroupOf): string | undefined {
  const [kind, ...rest] = reference.split(':');
  const name = rest.join(':');
  const system = kind === 'system' ? name : kind === 'component' ? name.split('/')[0] : undefined;
  const members = estate.workloads.filter((workload) =>
    system === undefined ? workload.id === name || idsOf(workload).includes(name) : workload.system === system,
  );
  return members
    .flatMap(idsOf)
    .map(groupOf)
    .find((group) => group !== undefined);
}

/** Volumes one by one, but those of servers that a cloud service makes: own ones times the replicas, shared ones at their largest; what no measure covers by the programme's rate. */
function measure(
  estate: Estate,
  members: ReadonlySet<string>,
  changeMbpsPerGiB: number,
): { sizeGiB: number; changeMbps: number } {
  const workloads = estate.workloads.filter(
    (workload) => workload.labels.serviceInstance === undefined && idsOf(workload).some((id) => members.has(id)),
  );
  const volumes = workloads.flatMap((workload) => [
    ...(workload.localDiskGiB === undefined
      ? []
      : [{ gib: workload.localDiskGiB * workload.count, disk: '', workload }]),
    ...workload.volumes.map(({ sharedId, usedGiB, sizeGiB }) => ({
      gib: (usedGiB ?? sizeGiB) * (sharedId === undefined ? workload.count : 1),
      disk: sharedId ?? '',
      workload,
    })),
  ]);
  const disks = [...new Set(volumes.map(({ disk }) => disk))].filter((disk) => disk !== '');
  const parts = [
    ...volumes.filter(({ disk }) => disk === '').map(({ gib, workload }) => ({ gib, holders: [workload] })),
    ...disks.map((disk) => {
      const uses = volumes.filter((volume) => volume.disk === disk);
      return { gib: Math.max(...uses.map(({ gib }) => gib)), holders: uses.map(({ workload }) => workload) };
    }),
  ];
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const changeOf = (workload: Estate['workloads'][number]): number | undefined => workload.measured?.changeMbps;
  const assumed = parts.filter(({ holders }) => holders.every((workload) => changeOf(workload) === undefined));
  return {
    sizeGiB: sum(parts.map(({ gib }) => gib)),
    changeMbps:
      sum(workloads.map((workload) => (changeOf(workload) ?? 0) * workload.count)) +
      sum(assumed.map(({ gib }) => gib)) * changeMbpsPerGiB,
  };
}

function idsOf({ id, count }: Estate['workloads'][number]): string[] {
  return count <= 1 ? [id] : Array.from({ length: count }, (_, i) => `${id}-${i + 1}`);
}
