import type { ExpandedFleet, FleetHost, FleetRack } from '@yunqian/hw-model';
import type { Plan } from '@yunqian/planner';

export interface HostLoad {
  readonly host: FleetHost;
  readonly workloads: number;
  /** Share of sellable capacity by dimension, 0..1 and above where over; null where the host has none of it. */
  readonly shares: readonly (number | null)[];
}

export interface RackLoad {
  readonly rack: FleetRack;
  readonly hosts: readonly HostLoad[];
}

export interface SiteLoad {
  readonly site: string;
  readonly racks: readonly RackLoad[];
}

export interface FleetLoad {
  /** Dimensions that some host has capacity in. */
  readonly dimensions: readonly string[];
  readonly sites: readonly SiteLoad[];
  readonly hosts: number;
}

/** The plan's utilisation laid over the whole fleet, in the order of the fleet document. */
export function fleetLoad(plan: Plan, fleet: ExpandedFleet): FleetLoad {
  const { dimensions, hosts: used } = plan.utilisation;
  const shown = dimensions
    .map((_, index) => index)
    .filter((index) => used.some((row) => (row.capacity[index] ?? 0) > 0));
  const rowOf = new Map(used.map((row) => [row.host, row]));
  const rackOf = new Map(fleet.racks.map((rack) => [rack.id, rack]));

  const sites = new Map<string, Map<string, HostLoad[]>>();
  for (const host of fleet.hosts) {
    const racks = sites.get(host.site) ?? new Map<string, HostLoad[]>();
    sites.set(host.site, racks);
    const row = rowOf.get(host.id);
    const load: HostLoad = {
      host,
      workloads: row?.workloads ?? 0,
      shares: shown.map((index) => {
        const capacity = row?.capacity[index] ?? 0;
        return row !== undefined && capacity > 0 ? (row.used[index] ?? 0) / capacity : null;
      }),
    };
    const loads = racks.get(host.rack) ?? [];
    loads.push(load);
    racks.set(host.rack, loads);
  }
  return {
    dimensions: shown.map((index) => dimensions[index] ?? ''),
    hosts: fleet.hosts.length,
    sites: [...sites].map(([site, racks]) => ({
      site,
      racks: [...racks].map(([id, hosts]) => ({ rack: rackOf.get(id) ?? unknownRack(id, hosts), hosts })),
    })),
  };
}

function unknownRack(id: string, hosts: readonly HostLoad[]): FleetRack {
  const units = hosts.reduce((sum, { host }) => sum + host.units, 0);
  return { id, units, unitsUsed: units, powerW: 0, powerUsedW: 0, uplinkMbps: 0, tors: 0, oversubscription: 1 };
}

/** The fullest dimension of a host, or null where it carries nothing. */
export function fullest(load: HostLoad): number | null {
  const shares = load.shares.filter((share) => share !== null);
  return load.workloads > 0 && shares.length > 0 ? Math.max(...shares) : null;
}

export function takesWorkloads(host: FleetHost): boolean {
  return !host.closed && (host.role === 'compute' || host.role === 'bareMetal');
}
