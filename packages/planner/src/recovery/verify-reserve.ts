import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Lowered } from '../lower/lowered.ts';
import { trouble } from '../lower/trouble.ts';
import { lower } from '../lower.ts';
import type { PlanWithInputs } from '../plan/explain-plan.ts';
import type { Plan } from '../plan/schema.ts';
import { whatIfFail } from '../whatif/fail.ts';
import type { FailureOutcome } from './outcome.ts';

/**
 * Plays every declared failure on a plan that is to have the reserve for them (`reserve: prove`). A failure that goes
 * beyond the classes is an error, and so is an outcome that does not add up when it is counted again.
 */
export async function verifyReserve(documents: PlanWithInputs): Promise<Diagnostic[]> {
  const { plan, estate, fleet, policy } = documents;
  if (policy?.recovery?.reserve !== 'prove') return [];
  const lowered = lower(estate, fleet, policy);
  const { outcomes } = await whatIfFail(documents);
  return outcomes.flatMap((outcome) => {
    const failure = outcome.failure.ids.join(', ');
    const first = outcome.losses.find(({ allowed }) => !allowed)?.workload ?? outcome.systems.find(isMissed)?.system;
    const fault = recountFault(outcome, plan, lowered);
    return [
      ...(outcome.broken === 0
        ? []
        : [trouble('YQ3207', 'error', 'plan', '', { failure, count: outcome.broken, first: first ?? '-' })]),
      ...(fault === null ? [] : [trouble('YQ3208', 'error', 'plan', '', { failure, ...fault })]),
    ];
  });
}

const isMissed = ({ rtoMet, rpoMet }: FailureOutcome['systems'][number]) => !rtoMet || !rpoMet;

/**
 * An outcome counted again from plan and documents, without session, rules or groups: everything that stood on what
 * failed is accounted for, starts on a host that is left, in its zone, has its data there, and no host carries more
 * than it has. The first thing that is wrong, or null.
 */
export function recountFault(
  { failure, restarts, losses }: FailureOutcome,
  plan: Plan,
  { index, problem }: Lowered,
): { workload: string; host: string; what: string } | null {
  const failed = new Set(failure.ids);
  const hosts = new Map(index.hosts.map((host) => [host.id, host]));
  /** A rack without its last ToR switch, a room without its last spine. */
  const cutOff = (id: string, name: string, count: number) =>
    count > 0 && Array.from({ length: count }, (_, i) => `${id}/${name}-${i + 1}`).every((one) => failed.has(one));
  const { racks, rooms } = index.fleet;
  for (const { id, tors } of racks) if (cutOff(id, 'tor', tors)) failed.add(id);
  for (const { id, spines } of rooms) if (cutOff(id, 'spine', spines)) failed.add(id);
  const isLeft = (id: string) => {
    const host = hosts.get(id);
    return host !== undefined && ![host.id, host.rack, host.room, host.site, host.cloud].some((one) => failed.has(one));
  };
  const entryOf = new Map(problem.workloads.map(({ id }, w) => [id, index.entries[index.entryOf[w]!]!]));
  const poolSite = new Map(index.fleet.storagePools.map(({ id, site }) => [id, site]));
  const placed = new Map(plan.placements.map((placement) => [placement.workload, placement]));
  const lostPools = new Set(
    index.fleet.storagePools
      .filter((pool) => [pool.id, pool.array, pool.room, pool.site].some((one) => failed.has(one)))
      .map(({ id }) => id),
  );
  const told = new Set([...restarts, ...losses].map(({ workload }) => workload));
  for (const { workload, host, volumes } of plan.placements)
    if ((!isLeft(host) || volumes.some(({ pool }) => lostPools.has(pool))) && !told.has(workload))
      return { workload, host, what: 'forgotten' };

  const at = new Map(plan.placements.map(({ workload, host }) => [workload, host]));
  for (const { workload } of losses) at.delete(workload);
  for (const { workload, to } of restarts) {
    const entry = entryOf.get(workload)!;
    const host = hosts.get(to);
    const { volumes, host: from } = placed.get(workload)!;
    if (host === undefined || !isLeft(to) || host.closed) return { workload, host: to, what: 'host' };
    if (entry.zone !== undefined && host.zone !== entry.zone) return { workload, host: to, what: 'zone' };
    const home = hosts.get(from)!.site;
    const hasData = volumes.every(
      ({ pool: own, copies = [] }) =>
        (host.site === home && !lostPools.has(own)) ||
        copies.some((pool) => poolSite.get(pool) === host.site && !lostPools.has(pool)),
    );
    if (!hasData) return { workload, host: to, what: 'data' };
    at.set(workload, to);
  }
  const axes = index.dimensions.filter(({ onHosts }) => onHosts);
  const used = new Map<string, number[]>();
  for (const [workload, id] of at) {
    const sum = used.get(id) ?? axes.map(() => 0);
    used.set(id, sum);
    axes.forEach((axis, d) => {
      sum[d]! += axis.demand(entryOf.get(workload)!);
    });
  }
  const full = new Set(
    [...used].flatMap(([id, sum]) => (axes.some((axis, d) => sum[d]! > axis.capacity(hosts.get(id)!)) ? [id] : [])),
  );
  const over = restarts.find(({ to }) => full.has(to));
  return over === undefined ? null : { workload: over.workload, host: over.to, what: 'capacity' };
}
