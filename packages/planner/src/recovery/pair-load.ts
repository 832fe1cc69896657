import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Lowered } from '../lower/lowered.ts';
import { siteFlows } from '../plan/site-flows.ts';
import type { Copy, RecoveryModel } from './recovery-model.ts';

/** What one direction of a pair has to copy, beside what it can. */
export interface PairLoad {
  readonly pair: string;
  readonly from: string;
  readonly to: string;
  readonly changeMbps: number;
  readonly bandwidthMbps: number;
}

export interface PairLoads {
  readonly loads: readonly PairLoad[];
  /** Data that is missing when a copy must be used: one interval and the time to carry it. Infinite where it never catches up. */
  ageMinutes(copy: Copy, from: string): number;
}

const mbitPerGiB = (2 ** 30 * 8) / 1e6;
const secondsPerDay = 86_400;

/**
 * Change of data over each pair of sites. A workload writes what was measured, else the policy's share of its used
 * space in a day; synchronous and asynchronous copies and backups carry the same change. Flows of workloads between the
 * two sites come first; what they leave is shared by the pairs in proportion to what each has to carry. Links carry their
 * bandwidth in each direction; a flow is counted in both. `without`: links that are out of service.
 */
export function pairLoads(
  lowered: Lowered,
  fleet: ExpandedFleet,
  model: RecoveryModel,
  hostOf: Int32Array,
  without: ReadonlySet<string> = new Set(),
): PairLoads {
  const { problem, index } = lowered;
  const flows = new Map<string, { pair: string; from: string; to: string; changeMbps: number }>();
  problem.workloads.forEach((_, w) => {
    const host = index.hosts[hostOf[w]!];
    if (host === undefined) return;
    const { workload, system } = index.entries[index.entryOf[w]!]!;
    if (workload.volumes.length === 0) return;
    const usedGiB = workload.volumes.reduce((sum, { usedGiB: used, sizeGiB }) => sum + (used ?? sizeGiB), 0);
    const changeMbps =
      workload.measured?.changeMbps ?? (usedGiB * mbitPerGiB * model.changePctPerDay) / 100 / secondsPerDay;
    for (const { pair, site } of model.copiesOf(model.classOf(system?.dr) ?? noClass, host.site)) {
      const key = `${pair} ${host.site}`;
      const flow = flows.get(key) ?? { pair, from: host.site, to: site, changeMbps: 0 };
      flow.changeMbps += changeMbps;
      flows.set(key, flow);
    }
  });
  const all = [...flows.values()];
  const limitOf = new Map(model.recovery.pairs.map(({ id, bandwidthMbps }) => [id, bandwidthMbps]));
  const flowing = siteFlows(lowered, hostOf);
  const loads = all.map((flow): PairLoad => {
    const width = fleet.links
      .filter(({ id, from, to }) => !without.has(id) && joins(from, to, flow))
      .reduce((sum, { bandwidthMbps }) => sum + bandwidthMbps, 0);
    const wire = Math.max(0, width - (flowing.find(({ from, to }) => joins(from, to, flow))?.usedMbps ?? 0));
    const together = all
      .filter((other) => other.from === flow.from && other.to === flow.to)
      .reduce((sum, { changeMbps }) => sum + changeMbps, 0);
    const share = together === 0 ? wire : (wire * flow.changeMbps) / together;
    return { ...flow, bandwidthMbps: Math.min(limitOf.get(flow.pair) ?? Number.POSITIVE_INFINITY, share) };
  });
  const byFlow = new Map(loads.map((load) => [`${load.pair} ${load.from}`, load]));
  return {
    loads,
    ageMinutes: ({ pair, method, intervalMinutes }, from) => {
      const { changeMbps = 0, bandwidthMbps = 0 } = byFlow.get(`${pair} ${from}`) ?? {};
      if (changeMbps > bandwidthMbps) return Number.POSITIVE_INFINITY;
      if (method === 'activeActive' || changeMbps === 0) return intervalMinutes;
      return Math.round(intervalMinutes * (1 + changeMbps / bandwidthMbps) * 10) / 10;
    },
  };
}

const noClass = { id: 'none', method: 'none' } as const;

const joins = (a: string, b: string, { from, to }: { from: string; to: string }): boolean =>
  (a === from && b === to) || (a === to && b === from);
