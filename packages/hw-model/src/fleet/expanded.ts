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
    readonly subnets: readonly string[];
  }[];
  readonly clouds: readonly FleetCloud[];
  readonly peers: readonly string[];
  readonly sites: readonly FleetSite[];
  readonly rooms: readonly FleetRoom[];
  readonly hosts: readonly FleetHost[];
  readonly racks: readonly FleetRack[];
  /** Devices of the racks besides servers and ToR switches. */
  readonly devices: readonly FleetDevice[];
  readonly storagePools: readonly FleetStoragePool[];
  readonly storageArrays: readonly FleetStorageArray[];
  readonly replications: readonly FleetReplication[];
  readonly boundaries: readonly FleetBoundary[];
  readonly links: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly bandwidthMbps: number;
    readonly distanceKm?: number;
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
  /** Equal cells of CPUs with memory of their own; undefined where nothing tells how many. */
  readonly numa?: NumaCells;
  readonly memMiB: number;
  readonly nicMbps: number;
  readonly localDiskGiB: number;
  /** '' where the document does not say. */
  readonly hypervisor: string;
  readonly accelerators: readonly { readonly model: string; readonly count: number }[];
  readonly units: number;
  readonly powerW: number;
  readonly traits: readonly string[];
  /** Of the document; hosts with a platform role (management, network, storage) carry `role=ROLE` as well. */
  readonly taints: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly closed: boolean;
}

export interface NumaCells {
  readonly count: number;
  /** Why there are so many, where the document does not say. */
  readonly assumed?: string;
}

export interface FleetDevice {
  readonly cloud: string;
  readonly site: string;
  /** Catalogue id. */
  readonly model: string;
  readonly count: number;
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
  /** ToR switches that share the uplink evenly; 0 where none is described. */
  readonly tors: number;
  /** Bandwidth that may be planned over the uplink's; 1 or more. */
  readonly oversubscription: number;
}

export interface FleetCloud {
  readonly id: string;
  readonly role: 'city' | 'district' | 'department';
  readonly name: string;
  readonly nameZh?: string;
}

export interface FleetSite {
  /** `cloud/site`. */
  readonly id: string;
  readonly cloud: string;
  readonly az: string;
  readonly region: string;
  readonly country: string;
  /** Out of the site; 0 where undescribed: then it is not a constraint. */
  readonly uplinkMbps: number;
  readonly oversubscription: number;
}

export interface FleetRoom {
  readonly id: string;
  readonly site: string;
  /** Between the racks of the room; 0 where undescribed. */
  readonly spineMbps: number;
  /** Switches that share it evenly; 0 where undescribed. */
  readonly spines: number;
  readonly oversubscription: number;
}

export interface FleetStoragePool {
  /** Full path: `city/meilin/pool-ssd`. */
  readonly id: string;
  readonly site: string;
  readonly type: string;
  readonly usableGiB: number;
  /** 0 where nobody stated it: then it is not a constraint. */
  readonly iops: number;
  /** IOPS that may be planned over these; 1 or more. */
  readonly iopsOversubscription: number;
  /** Full path of the room that it is lost with; '': with its site only. */
  readonly room: string;
  /** Consistent copies that the pool itself keeps. */
  readonly copies: number;
  /** Full path of its array; '' where none is named. */
  readonly array: string;
  /** Empty: all zones of the site. */
  readonly zones: readonly string[];
}

export interface FleetStorageArray {
  /** Full path: `city/meilin/dorado-1`. */
  readonly id: string;
  readonly site: string;
  /** Catalogue id; '' where none is named. */
  readonly model: string;
  readonly version: string;
  /** For all its pools; 0 where nobody stated it. */
  readonly iops: number;
  readonly oversubscription: number;
}

export interface FleetReplication {
  readonly id: string;
  /** Full paths of arrays. */
  readonly from: string;
  readonly to: string;
  readonly mode: 'sync' | 'async';
  readonly link: string;
  readonly bandwidthMbps: number;
  /** 0 for synchronous copies, and where nobody stated it. */
  readonly intervalMinutes: number;
}

/** Devices between zones, with what they carry together while all that should work does. */
export interface FleetBoundary {
  readonly id: string;
  readonly site: string;
  readonly kind: 'firewall' | 'router' | 'gap';
  readonly zones: readonly string[];
  /** Devices, those in reserve included, and how many of them carry while all are well. */
  readonly devices: number;
  readonly carrying: number;
  /** 0 where nobody stated it: then it is not a constraint. */
  readonly throughputMbps: number;
  readonly sessions: number;
  readonly allow: readonly {
    readonly from: string;
    readonly to: string;
    /** Inclusive ranges; empty: every port. */
    readonly ports: readonly (readonly [from: number, to: number])[];
  }[];
}
