import type { Assumption, Finding } from '../finding.ts';
import type { HostRole } from './schema.ts';

/** The fleet with every count written out and every figure resolved against the catalogue. */
export interface ExpandedFleet {
  readonly name: string;
  readonly zones: readonly {
    readonly id: string;
    readonly kind: string;
    readonly mlps: number;
    readonly name: string;
    readonly nameZh?: string;
  }[];
  readonly hosts: readonly FleetHost[];
  readonly racks: readonly FleetRack[];
  readonly storagePools: readonly FleetStoragePool[];
  readonly links: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly bandwidthMbps: number;
  }[];
  readonly assumptions: readonly Assumption[];
  readonly findings: readonly Finding[];
}

export interface FleetHost {
  /** Full path: `city/meilin/room-1/r-03/h-07`. */
  readonly id: string;
  readonly cloud: string;
  /** Full path of each level: `city/meilin`, `city/meilin/room-1`, ... */
  readonly site: string;
  readonly room: string;
  readonly rack: string;
  readonly az: string;
  readonly zone: string;
  /** Level of its zone; 0 where it stands in none. */
  readonly mlps: number;
  readonly role: HostRole;
  /** '' where the document names none. */
  readonly pool: string;
  readonly profile: string;
  readonly arch: 'x86_64' | 'aarch64';
  /** Sellable vCPUs by the vendor's formula, overcommit included. */
  readonly vcpus: number;
  /** Threads - overhead: what is sellable at ratio 1. */
  readonly threads: number;
  readonly overcommitRatio: number;
  readonly memMiB: number;
  readonly nicMbps: number;
  readonly localDiskGiB: number;
  readonly accelerators: readonly { readonly model: string; readonly count: number }[];
  readonly units: number;
  readonly powerW: number;
  readonly traits: readonly string[];
  /** Of the document; hosts with a platform role (management, network, storage) carry `role=ROLE` as well. */
  readonly taints: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly closed: boolean;
}

export interface FleetRack {
  readonly id: string;
  readonly units: number;
  readonly unitsUsed: number;
  /** 0 where unknown. */
  readonly powerW: number;
  readonly powerUsedW: number;
  /** 0 where no ToR is described: then the uplink is not a constraint. */
  readonly uplinkMbps: number;
}

export interface FleetStoragePool {
  /** Full path: `city/meilin/pool-ssd`. */
  readonly id: string;
  readonly site: string;
  readonly type: string;
  readonly usableGiB: number;
  /** 0 where nobody stated it: then it is not a constraint. */
  readonly iops: number;
  /** Empty: all zones of the site. */
  readonly zones: readonly string[];
}
