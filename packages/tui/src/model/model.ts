import type { ExpandedFleet, FleetHost, FleetRack } from '@yunqian/hw-model';
import {
  type Activity,
  createPlanExplainer,
  type Estate,
  type EstateWorkload,
  type Lang,
  type MoveGroup,
  type Plan,
  type PlanExplainer,
  type Policy,
  type Programme,
  type Waves,
} from '@yunqian/planner';

/** The documents, indexed once for the screens. Nothing here changes while the screens run; runs are apart. */
export interface Model {
  readonly plan: Plan;
  readonly fleet: ExpandedFleet;
  readonly waves: Waves | undefined;
  readonly programme: Programme | undefined;
  /** Sites in the order of the fleet document. */
  readonly sites: readonly SiteNode[];
  readonly rackById: ReadonlyMap<string, RackNode>;
  readonly hostById: ReadonlyMap<string, HostNode>;
  /** Dimensions that some host has capacity in; shares of hosts are in this order. */
  readonly dimensions: readonly string[];
  readonly totals: readonly number[];
  readonly workloads: readonly WorkloadNode[];
  readonly workloadById: ReadonlyMap<string, WorkloadNode>;
  readonly groupById: ReadonlyMap<string, MoveGroup>;
  readonly activityOf: ReadonlyMap<string, Activity>;
  systemName(system: string | undefined): string;
  /** Over all hosts, by the rules; lowering is made at the first call. Undefined where the estate leaves it out. */
  explain(workload: string): ReturnType<PlanExplainer['workload']>;
}

export interface SiteNode {
  readonly id: string;
  readonly racks: readonly RackNode[];
}

export interface RackNode {
  readonly id: string;
  readonly rack: FleetRack | undefined;
  readonly hosts: readonly HostNode[];
}

export interface HostNode {
  readonly id: string;
  readonly host: FleetHost;
  readonly workloads: readonly WorkloadNode[];
  /** Share in use by dimension; null where the host has none of it or carries nothing. */
  readonly shares: readonly (number | null)[];
  /** The highest of them. */
  readonly fullest: number | null;
}

export interface WorkloadNode {
  readonly id: string;
  /** Absent where the plan names a workload that the estate does not have. */
  readonly workload: EstateWorkload | undefined;
  readonly host: string | undefined;
  readonly unplaced: Plan['unplaced'][number] | undefined;
  readonly omitted: string | undefined;
}

export interface Documents {
  readonly plan: Plan;
  readonly fleet: ExpandedFleet;
  readonly estate: Estate;
  readonly policy?: Policy;
  readonly waves?: Waves;
  readonly programme?: Programme;
}

export function createModel(documents: Documents, lang: Lang): Model {
  const { plan, fleet, estate, waves, programme } = documents;
  let explainer: PlanExplainer | undefined;
  const explained = new Map<string, ReturnType<PlanExplainer['workload']>>();
  const workloads = workloadNodes(plan, estate);
  const workloadById = new Map(workloads.map((node) => [node.id, node]));
  const dimensionIndexes = plan.utilisation.dimensions
    .map((_, index) => index)
    .filter((index) => plan.utilisation.hosts.some((row) => (row.capacity[index] ?? 0) > 0));
  const hosts = hostNodes(plan, fleet, workloads, dimensionIndexes);
  const sites = siteNodes(fleet, hosts);
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  return {
    plan,
    fleet,
    waves,
    programme,
    sites,
    rackById: new Map(sites.flatMap((site) => site.racks.map((rack) => [rack.id, rack] as const))),
    hostById: new Map(hosts.map((host) => [host.id, host])),
    dimensions: dimensionIndexes.map((index) => plan.utilisation.dimensions[index] ?? ''),
    totals: dimensionIndexes.map((index) => plan.utilisation.total[index] ?? 0),
    workloads,
    workloadById,
    groupById: new Map(waves?.groups.map((group) => [group.id, group])),
    activityOf: new Map(waves?.activities.map((activity) => [activity.group, activity])),
    explain(id) {
      explainer ??= createPlanExplainer(documents);
      if (!explained.has(id)) explained.set(id, explainer.workload(id));
      return explained.get(id);
    },
    systemName(id) {
      const system = id === undefined ? undefined : systems.get(id);
      return (lang === 'zh-CN' ? (system?.nameZh ?? system?.name) : (system?.name ?? system?.nameZh)) ?? id ?? '';
    },
  };
}

/** Every workload with where it stands, in the order of the estate. */
function workloadNodes(plan: Plan, estate: Estate): WorkloadNode[] {
  const hostOf = new Map(plan.placements.map((placement) => [placement.workload, placement.host]));
  const unplacedOf = new Map(plan.unplaced.map((row) => [row.workload, row]));
  const omittedOf = new Map(plan.omitted.map((row) => [row.workload, row.reason]));
  const node = (id: string, workload: EstateWorkload | undefined): WorkloadNode => ({
    id,
    workload,
    host: hostOf.get(id),
    unplaced: unplacedOf.get(id),
    omitted: omittedOf.get(id),
  });
  const all = estate.workloads.flatMap((workload) =>
    workload.count === 1
      ? [node(workload.id, workload)]
      : Array.from({ length: workload.count }, (_, index) => node(`${workload.id}-${index + 1}`, workload)),
  );
  const known = new Set(all.map(({ id }) => id));
  const unknown = plan.unplaced
    .filter(({ workload }) => !known.has(workload))
    .map(({ workload }) => node(workload, undefined));
  return [...all, ...unknown];
}

function hostNodes(
  plan: Plan,
  fleet: ExpandedFleet,
  workloads: readonly WorkloadNode[],
  dimensions: readonly number[],
): HostNode[] {
  const rowOf = new Map(plan.utilisation.hosts.map((row) => [row.host, row]));
  const carried = new Map<string, WorkloadNode[]>();
  for (const node of workloads) {
    if (node.host === undefined) continue;
    const list = carried.get(node.host) ?? [];
    list.push(node);
    carried.set(node.host, list);
  }
  return fleet.hosts.map((host) => {
    const row = rowOf.get(host.id);
    const shares = dimensions.map((index) => {
      const capacity = row?.capacity[index] ?? 0;
      return row !== undefined && capacity > 0 ? (row.used[index] ?? 0) / capacity : null;
    });
    const known = shares.filter((share) => share !== null);
    return {
      id: host.id,
      host,
      workloads: carried.get(host.id) ?? [],
      shares,
      fullest: known.length === 0 ? null : Math.max(...known),
    };
  });
}

function siteNodes(fleet: ExpandedFleet, hosts: readonly HostNode[]): SiteNode[] {
  const rackOf = new Map(fleet.racks.map((rack) => [rack.id, rack]));
  const sites = new Map<string, Map<string, HostNode[]>>();
  for (const node of hosts) {
    const racks = sites.get(node.host.site) ?? new Map<string, HostNode[]>();
    sites.set(node.host.site, racks);
    const list = racks.get(node.host.rack) ?? [];
    list.push(node);
    racks.set(node.host.rack, list);
  }
  return [...sites].map(([id, racks]) => ({
    id,
    racks: [...racks].map(([rack, list]) => ({ id: rack, rack: rackOf.get(rack), hosts: list })),
  }));
}

export function takesWorkloads({ host }: HostNode): boolean {
  return !host.closed && (host.role === 'compute' || host.role === 'bareMetal');
}

/** Mean share by dimension over the hosts that have capacity in it and carry something. */
export function meanShares(hosts: readonly HostNode[], dimensions: number): (number | null)[] {
  return Array.from({ length: dimensions }, (_, index) => {
    const known = hosts.map((host) => host.shares[index] ?? null).filter((share) => share !== null);
    return known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0) / known.length;
  });
}
