import type { FleetBoundary } from '@yunqian/hw-model';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Entry } from '../../lower/resolve-entries.ts';
import { breach, type Reading } from './placed.ts';

/**
 * Flows between zones, replica by replica (R2): each called workload is reached through a boundary of its own site that
 * allows the flow; and what the boundaries carry so, each an equal part of what several allow (R15).
 */
export function verifyFlows(reading: Reading): Diagnostic[] {
  const { estate, fleet, policy } = reading;
  if (policy.builtin.boundary !== 'hard' || fleet.boundaries.length === 0) return [];
  const findings: Diagnostic[] = [];
  const entriesOf = createReferences(reading);
  const said = new Set<string>();
  const carried = new Map<string, { mbps: number; sessions: number }>();
  for (const [d, { from, to, port, bandwidthMbps = 0, sessions = 0 }] of estate.dependencies.entries()) {
    const callers = entriesOf(from);
    const called = entriesOf(to);
    if ([...callers, ...called].some(({ zone }) => zone === undefined)) continue;
    const ways = replicaCount(callers) * replicaCount(called);
    for (const target of called) {
      for (const { host } of reading.placedOf.get(target) ?? []) {
        for (const source of callers) {
          if (source.zone === target.zone) continue;
          const guards = fleet.boundaries.filter(
            (boundary) => boundary.site === host.site && lets(boundary, source.zone!, target.zone!, port),
          );
          if (guards.length === 0) {
            const params = {
              site: host.site,
              from,
              fromZone: source.zone!,
              to,
              toZone: target.zone!,
              port: port ?? '*',
            };
            const key = JSON.stringify([d, params]);
            if (!said.has(key)) findings.push(breach('R2', 'YQ3102', '/placements', params));
            said.add(key);
            continue;
          }
          for (const { id } of guards) {
            const sum = carried.get(id) ?? { mbps: 0, sessions: 0 };
            carried.set(id, sum);
            sum.mbps += (bandwidthMbps * source.count) / ways / guards.length;
            sum.sessions += (sessions * source.count) / ways / guards.length;
          }
        }
      }
    }
  }
  for (const { id, throughputMbps, sessions } of fleet.boundaries) {
    const sum = carried.get(id);
    const over = (used: number, limit: number, unit: string) => {
      if (limit > 0 && used > limit + 1e-6)
        findings.push(
          breach('R15', 'YQ3115', '/utilisation/network', { what: id, used: Math.ceil(used), limit, unit }),
        );
    };
    over(sum?.mbps ?? 0, throughputMbps, 'Mbit/s');
    over(sum?.sessions ?? 0, sessions, 'sessions');
  }
  return findings;
}

const replicaCount = (entries: readonly Entry[]): number => entries.reduce((sum, { count }) => sum + count, 0);

/** Entries by reference. A system is called in its own zone, where it has parts there. */
export function createReferences({ entries, estate }: Reading): (reference: string) => readonly Entry[] {
  const homes = new Map(estate.systems.map(({ id, zone }) => [id, zone]));
  const workloads = Map.groupBy(entries, ({ workload }) => `workload:${workload.id}`);
  const systems = Map.groupBy(entries, ({ workload }) => `system:${workload.system}`);
  const components = Map.groupBy(entries, ({ workload }) => `component:${workload.system}/${workload.component}`);
  return (reference) => {
    const parts = systems.get(reference);
    if (parts === undefined) return workloads.get(reference) ?? components.get(reference) ?? [];
    const zone = homes.get(reference.slice('system:'.length));
    const home = zone === undefined ? [] : parts.filter((entry) => entry.zone === zone);
    return home.length > 0 ? home : parts;
  };
}

function lets({ allow }: FleetBoundary, from: string, to: string, port: number | undefined): boolean {
  const open = allow.filter((rule) => rule.from === from && rule.to === to);
  if (open.some(({ ports }) => ports.length === 0)) return true;
  return port !== undefined && open.some(({ ports }) => ports.some(([first, last]) => port >= first && port <= last));
}
