import type { Assumption, ExpandedFleet, FleetBoundary } from '@yunqian/hw-model';
import type { RuleSpec } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import type { Policy } from '../policy/schema.ts';
import { type Dimension, maxQuantity } from './dimensions.ts';
import { type Flow, type Flows, replicas, resolveFlows } from './flows.ts';
import type { Entry } from './resolve-entries.ts';
import { trouble } from './trouble.ts';

/**
 * Flows between zones, placed together with the workloads: a flow is guarded in the site where the called workload
 * stands, by the boundaries there that allow it, in equal parts. So whom it may reach there is a matter of eligibility, and what
 * a boundary carries a capacity of its site.
 */
export interface Boundaries {
  /** Throughput and sessions, one axis per boundary and figure that is stated and used. */
  readonly dimensions: readonly Dimension[];
  /** A level per boundary: hosts of its site are its domain, others are in none. */
  readonly levels: readonly BoundaryLevel[];
  readonly rules: readonly RuleSpec[];
  /** What a host's site must let through for an entry: names of crossings; empty where every site does. */
  wanted(entry: Entry): readonly string[];
  /** What a site lets through, of all that is wanted. */
  offered(site: string): readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly flows: Flows;
  /** The boundaries that share a flow in a site; empty where none there allows it. */
  guards(flow: Flow, site: string): readonly FleetBoundary[];
  readonly assumptions: readonly Assumption[];
}

export interface BoundaryLevel {
  readonly id: string;
  readonly site: string;
  readonly boundary: string;
}

export function createBoundaries(
  estate: Estate,
  fleet: ExpandedFleet,
  policy: Policy,
  entries: readonly Entry[],
): Boundaries {
  const mode = policy.builtin.boundary;
  const none: Boundaries = {
    dimensions: [],
    levels: [],
    rules: [],
    wanted: () => [],
    offered: () => [],
    diagnostics: [],
    flows: { crossing: [], unzoned: [] },
    guards: () => [],
    assumptions: [],
  };
  if (mode === 'off' || fleet.boundaries.length === 0) return none;
  const flows = resolveFlows(estate, entries);
  const { crossing, unzoned } = flows;
  const guards = createGuards(fleet);
  const diagnostics = [...deniedFlows(crossing, guards, mode), ...unzonedFlows(unzoned)];
  const carried = crossing.filter((flow) => guards(flow).size > 0);

  const sitesOfZone = Map.groupBy(fleet.hosts, ({ zone }) => zone);
  const wantedBy = new Map<Entry, Set<string>>();
  const names = new Map<string, Flow>();
  for (const flow of carried) {
    const sites = new Set((sitesOfZone.get(flow.to) ?? []).map(({ site }) => site));
    if ([...sites].every((site) => guards(flow).has(site))) continue;
    names.set(crossingName(flow), flow);
    for (const entry of flow.targets)
      wantedBy.set(entry, (wantedBy.get(entry) ?? new Set<string>()).add(crossingName(flow)));
  }

  const dimensions: Dimension[] = [];
  const levels: BoundaryLevel[] = [];
  const rules: RuleSpec[] = [];
  if (names.size > 0)
    rules.push({
      kind: 'eligibility',
      id: 'boundary',
      mode,
      hostKey: 'crossings',
      workloadKey: 'crossings',
      op: 'containsAll',
    });
  for (const boundary of fleet.boundaries) {
    const own = carried.flatMap((flow) => {
      const sharing = guards(flow).get(boundary.site) ?? [];
      return sharing.includes(boundary) ? { flow, part: 1 / sharing.length } : [];
    });
    for (const [figure, unit] of [
      ['bandwidthMbps', 'Mbps'],
      ['sessions', 'Sessions'],
    ] as const) {
      const limit = figure === 'sessions' ? boundary.sessions : boundary.throughputMbps;
      const demandOf = perReplica(own, figure);
      if (limit === 0 || demandOf.size === 0) continue;
      const id = `boundary${unit}:${boundary.id}`;
      const level = `boundary:${boundary.id}`;
      if (levels.at(-1)?.id !== level) levels.push({ id: level, site: boundary.site, boundary: boundary.id });
      dimensions.push({
        id,
        aliases: {},
        demand: (entry) => Math.min(maxQuantity, Math.ceil((demandOf.get(entry) ?? 0) - 1e-6)),
        capacity: () => 0,
        onHosts: false,
      });
      const limits = { [boundary.id]: Math.min(maxQuantity, limit) };
      rules.push({
        kind: 'domainCapacity',
        id: `boundaryLoad:${boundary.id}${figure === 'sessions' ? ':sessions' : ''}`,
        mode,
        topology: level,
        dimension: id,
        limits,
      });
    }
  }
  return {
    dimensions,
    levels,
    rules,
    wanted: (entry) => [...(wantedBy.get(entry) ?? [])].sort(),
    offered: (site) => [...names].filter(([, flow]) => guards(flow).has(site)).map(([name]) => name),
    diagnostics,
    flows,
    guards: (flow, site) => guards(flow).get(site) ?? [],
    assumptions: shared(carried, guards),
  };
}

const crossingName = ({ from, to, port }: Pick<Flow, 'from' | 'to' | 'port'>): string =>
  `${from}>${to}${port === undefined ? '' : `:${port}`}`;

type Guards = (flow: Pick<Flow, 'from' | 'to' | 'port'>) => ReadonlyMap<string, readonly FleetBoundary[]>;

/** By site, the boundaries that let a flow through. */
function createGuards(fleet: ExpandedFleet): Guards {
  const known = new Map<string, ReadonlyMap<string, readonly FleetBoundary[]>>();
  return (flow) => {
    const name = crossingName(flow);
    const found =
      known.get(name) ??
      Map.groupBy(
        fleet.boundaries.filter((boundary) => allows(boundary, flow)),
        ({ site }) => site,
      );
    known.set(name, found);
    return found;
  };
}

/** Devices side by side: nobody says how they divide their flows. */
function shared(flows: readonly Flow[], guards: Guards): Assumption[] {
  const parallel = new Set(
    flows.flatMap((flow) =>
      [...guards(flow).values()].flatMap((list) => (list.length > 1 ? list.map(({ id }) => id) : [])),
    ),
  );
  if (parallel.size === 0) return [];
  return [
    {
      subject: [...parallel].sort().join(', '),
      field: 'flows',
      value: 'equal parts',
      reason: 'boundary devices of one site that allow the same flow share it evenly, as equal-cost routes do',
    },
  ];
}

/** A flow without a port is let through only where every port is. */
export function allows({ allow }: FleetBoundary, { from, to, port }: Pick<Flow, 'from' | 'to' | 'port'>): boolean {
  return allow.some(
    (rule) =>
      rule.from === from &&
      rule.to === to &&
      (rule.ports.length === 0 ||
        rule.ports.some(([first, last]) => port !== undefined && first <= port && port <= last)),
  );
}

function perReplica(
  flows: readonly { readonly flow: Flow; readonly part: number }[],
  figure: 'bandwidthMbps' | 'sessions',
): ReadonlyMap<Entry, number> {
  const sums = new Map<Entry, number>();
  for (const { flow, part } of flows) {
    if (flow[figure] === 0) continue;
    const share = (part * flow[figure]) / replicas(flow.targets);
    for (const entry of flow.targets) sums.set(entry, (sums.get(entry) ?? 0) + share);
  }
  return sums;
}

/** Default deny: what no boundary of any site allows, said once per pair of zones and port. */
function deniedFlows(crossing: readonly Flow[], guards: Guards, mode: 'hard' | 'soft'): Diagnostic[] {
  const denied = Map.groupBy(
    crossing.filter((flow) => guards(flow).size === 0),
    crossingName,
  );
  return [...denied.values()].map(([first, ...rest]) =>
    trouble('YQ2101', mode === 'hard' ? 'error' : 'warning', 'estate', `/dependencies/${first!.dependency}`, {
      from: first!.from,
      to: first!.to,
      port: first!.port ?? '*',
      count: rest.length + 1,
    }),
  );
}

const unzonedFlows = (unzoned: readonly number[]): Diagnostic[] =>
  unzoned.length === 0
    ? []
    : [trouble('YQ2102', 'warning', 'estate', `/dependencies/${unzoned[0]}`, { count: unzoned.length })];
