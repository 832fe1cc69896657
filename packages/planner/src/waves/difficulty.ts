import type { Estate, EstateWorkload } from '../estate/schema.ts';
import { broughtBy } from '../services/labels.ts';
import type { Programme } from './programme-schema.ts';
import type { Assessment, difficulties, Reason } from './schema.ts';
import { copies, isCopied, type Subject } from './subjects.ts';
import { outsideTool } from './tool-limits.ts';

type Difficulty = (typeof difficulties)[number];
type Scored = Assessment['reasons'][number];

/** A class begins at so many points; ours, not from a source. */
const classes: readonly (readonly [Difficulty, number])[] = [
  ['veryHard', 10],
  ['hard', 6],
  ['moderate', 3],
];

/** How hard each system is to move, by points with their reasons, and how far the figures behind that can be trusted. */
export function assess(subjects: readonly Subject[], estate: Estate, programme: Programme): Assessment[] {
  const neighbours = neighboursOf(estate);
  return subjects.map((subject) => {
    const reasons = reasonsOf(subject, neighbours.get(subject.id)?.size ?? 0, programme);
    const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
    return {
      subject: subject.id,
      group: subject.group.id,
      strategy: subject.decided?.strategy ?? 'rehost',
      method: subject.method,
      difficulty: classes.find(([, from]) => points >= from)?.[0] ?? 'easy',
      points,
      reasons,
      ...confidenceOf(subject),
    };
  });
}

function reasonsOf(subject: Subject, neighbours: number, programme: Programme): Scored[] {
  const { system, decided, method } = subject;
  const workloads = subject.workloads.filter((workload) => broughtBy(workload) === undefined);
  const reasons: Scored[] = [];
  const add = (points: number, code: string, params: Reason['params']): void => {
    if (points > 0) reasons.push({ points, code, params });
  };
  const sizeGiB = round(sum(workloads, sizeOf) + sharedGiB(workloads));
  const count = sum(workloads, (workload) => workload.count);
  const changeMbps = round(decided?.changeMbps ?? changeOf(workloads, programme));
  const share = Math.max(
    ...programme.links.map((link) => (link.bandwidthMbps * link.efficiency) / programme.concurrentCopies),
  );
  const pct = Math.round((100 * changeMbps) / share);
  const allowed = decided?.downtimeMinutes ?? system?.downtimeMinutes;
  const minutes = decided?.cutoverMinutes ?? programme.cutoverMinutes;
  const level = Math.max(system?.mlps ?? 0, ...workloads.map(({ mlps = 0 }) => mlps));
  const disk = workloads.flatMap(({ volumes }) => volumes).find(({ sharedId }) => sharedId !== undefined)?.sharedId;

  add({ rebuild: 3, database: 2, live: 1, warm: 0, cold: 0 }[method], 'YQ4210', { method });
  add(step(sizeGiB, 1024, 10_240), 'YQ4211', { sizeGiB });
  if (copies(method)) {
    add(step(pct, 10, 40), 'YQ4212', { changeMbps, pct });
    const outside = outsideTool(workloads);
    add(outside.length > 0 ? 3 : 0, 'YQ4213', { count: outside.length, workload: outside[0]?.id ?? '' });
  }
  add(step(neighbours, 3, 8), 'YQ4214', { count: neighbours });
  add(level >= 4 ? 3 : level === 3 ? 2 : 0, 'YQ4215', { level });
  const { criticality = 'general' } = system ?? {};
  add({ core: 3, important: 1, general: 0 }[criticality], 'YQ4216', { criticality });
  add(allowed !== undefined && allowed < minutes ? 2 : 0, 'YQ4217', { allowed: allowed ?? 0, minutes });
  add(step(count, 10, 30), 'YQ4218', { count });
  add(disk === undefined ? 0 : 2, 'YQ4219', { disk: disk ?? '' });
  return reasons;
}

/** Nothing below the first, 1 from it, 3 from the second. */
function step(value: number, first: number, second: number): number {
  return value >= second ? 3 : value >= first ? 1 : 0;
}

/** Other systems by the system that hangs together with them, either way, strongly or not. */
function neighboursOf({ dependencies, workloads }: Estate): Map<string, Set<string>> {
  const subjectOf = new Map(workloads.map(({ id, system }) => [`workload:${id}`, system ?? id]));
  const nameOf = (reference: string): string =>
    subjectOf.get(reference) ?? reference.replace(/^(system|component|workload):/, '').split('/')[0]!;
  const found = new Map<string, Set<string>>();
  for (const { from, to } of dependencies) {
    const [a, b] = [nameOf(from), nameOf(to)];
    if (a === b) continue;
    found.set(a, (found.get(a) ?? new Set()).add(b));
    found.set(b, (found.get(b) ?? new Set()).add(a));
  }
  return found;
}

/**
 * Figures that a schedule rests on, a workload: its data, its rate of change, its processors' use, its system; and of the
 * subject: downtime allowed, owner. High: at most a tenth is assumed and something is measured; low: half or more is assumed.
 */
function confidenceOf({ system, decided, workloads }: Subject): Pick<Assessment, 'confidence' | 'figures' | 'missing'> {
  const figures = { measured: 0, given: 0, assumed: 0 };
  const missing = new Set<string>();
  const count = (field: string, isMeasured: boolean, isGiven: boolean): void => {
    figures[isMeasured ? 'measured' : isGiven ? 'given' : 'assumed']++;
    if (!isMeasured && !isGiven) missing.add(field);
  };
  for (const { volumes, localDiskGiB, measured, os } of workloads.filter(isCopied)) {
    const isUsed = volumes.length > 0 && volumes.every(({ usedGiB }) => usedGiB !== undefined);
    count('volumes', isUsed, volumes.length > 0 || localDiskGiB !== undefined);
    count('measured.changeMbps', measured?.changeMbps !== undefined, decided?.changeMbps !== undefined);
    count('measured.cpuPct', measured?.cpuPct !== undefined, false);
    count('os', false, os !== undefined);
  }
  count('downtimeMinutes', false, (decided?.downtimeMinutes ?? system?.downtimeMinutes) !== undefined);
  count('owner', false, (decided?.owner ?? system?.owner) !== undefined);
  const all = figures.measured + figures.given + figures.assumed;
  const confidence =
    2 * figures.assumed >= all ? 'low' : 10 * figures.assumed <= all && figures.measured > 0 ? 'high' : 'medium';
  return { confidence, figures, missing: [...missing].sort() };
}

/** Of its own disks. */
function sizeOf({ volumes, localDiskGiB = 0, count }: EstateWorkload): number {
  const own = volumes.filter(({ sharedId }) => sharedId === undefined);
  return count * (localDiskGiB + sum(own, ({ usedGiB, sizeGiB }) => usedGiB ?? sizeGiB));
}

/** A shared disk once, at the largest size that is given for it. */
function sharedGiB(workloads: readonly EstateWorkload[]): number {
  const disks = new Map<string, number>();
  for (const { sharedId, usedGiB, sizeGiB } of workloads.flatMap(({ volumes }) => volumes)) {
    if (sharedId !== undefined) disks.set(sharedId, Math.max(disks.get(sharedId) ?? 0, usedGiB ?? sizeGiB));
  }
  return sum([...disks.values()], (size) => size);
}

/** As measured; by the programme's rate where nothing is, which for a shared disk means none of those that share it. */
function changeOf(workloads: readonly EstateWorkload[], programme: Programme): number {
  const isMeasured = ({ measured }: EstateWorkload): boolean => measured?.changeMbps !== undefined;
  const own = sum(workloads, (workload) =>
    isMeasured(workload)
      ? workload.measured!.changeMbps! * workload.count
      : sizeOf(workload) * programme.changeMbpsPerGiB,
  );
  return own + (workloads.some(isMeasured) ? 0 : sharedGiB(workloads) * programme.changeMbpsPerGiB);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
