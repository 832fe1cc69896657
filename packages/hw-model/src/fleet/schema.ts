import { z } from 'zod';
import { peerSchema } from './federation-schema.ts';
import {
  boundarySchema,
  oversubscription,
  replicationSchema,
  spineSchema,
  storageArraySchema,
  uplinkSchema,
} from './network-schema.ts';

/**
 * The fleet document: cloud > site > room > rack > host, with counts instead of copied entries. An entry with
 * `count: 12` and id `r` stands for `r-01` .. `r-12`; without a count the id stands for itself. Full ids join the
 * path with '/': `city/meilin/room-1/r-03/h-07`.
 */
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
const count = z.int().min(1).max(100_000).default(1);
const labels = z.record(z.string(), z.string());
/** Figures of this entry that nobody published; plans list them. */
const assumed = z.array(z.string()).default([]);

export const acceleratorSchema = z.strictObject({ model: z.string(), count: z.int().min(1).max(64) });

export const profileSchema = z.strictObject({
  id,
  /** Catalogue id of the server model, e.g. `server/2288H V5`. */
  server: z.string().optional(),
  /** Catalogue id of a published host build (`virtualization-host/s3`): fills cpu and memory that are not given here. */
  build: z.string().optional(),
  arch: z.enum(['x86_64', 'aarch64']).default('x86_64'),
  cpu: z
    .strictObject({
      model: z.string().optional(),
      sockets: z.int().min(1).max(16),
      coresPerSocket: z.int().min(1).max(512),
      threadsPerCore: z.int().min(1).max(8).default(2),
      overheadThreads: z.int().min(0).optional(),
    })
    .optional(),
  /** vCPUs sold per thread; the vendor sells shared hosts at 2 or 3, dedicated ones at 1. */
  overcommitRatio: z.number().min(1).max(16).optional(),
  /** NUMA cells of the whole host; not given: assumed by its sockets. */
  numaCells: z.int().min(1).max(31).optional(),
  memory: z.strictObject({ installedGiB: z.number().positive(), reservedGiB: z.number().min(0).optional() }).optional(),
  localDiskGiB: z.number().min(0).default(0),
  /** What virtual machines run on; not given: KVM is assumed where it matters. */
  hypervisor: z.enum(['kvm', 'xen', 'vmware', 'hyperv']).optional(),
  nicMbps: z.int().min(0).optional(),
  accelerators: z.array(acceleratorSchema).default([]),
  units: z.int().min(1).max(60).optional(),
  powerW: z.int().min(1).optional(),
  assumed,
});

export const hostRoles = ['compute', 'management', 'network', 'storage', 'bareMetal'] as const;

export const hostEntrySchema = z.strictObject({
  id,
  count,
  profile: z.string(),
  role: z.enum(hostRoles).default('compute'),
  /** Security zone; default: the rack's. */
  zone: z.string().optional(),
  /** Resource pool of its zone: `shared`, `dedicated`, `level4`, ... */
  pool: z.string().optional(),
  traits: z.array(z.string()).default([]),
  /** A workload needs a matching toleration. */
  taints: z.array(z.string()).default([]),
  labels: labels.default({}),
  /** Nothing new is placed here. */
  closed: z.boolean().default(false),
});

export const rackEntrySchema = z.strictObject({
  id,
  count,
  units: z.int().min(1).max(60).default(42),
  powerW: z.int().min(1).optional(),
  zone: z.string().optional(),
  /** Top-of-rack switches and the uplink towards the spine, in total. */
  tor: z
    .strictObject({
      model: z.string(),
      count: z.int().min(1).max(8).default(2),
      uplinkMbps: z.int().min(1),
      oversubscription,
    })
    .optional(),
  hosts: z.array(hostEntrySchema).default([]),
  /** Other devices by catalogue id: switches, firewalls, arrays; they take units and power. */
  devices: z
    .array(
      z.strictObject({
        id,
        count,
        model: z.string(),
        units: z.int().min(1).optional(),
        powerW: z.int().min(1).optional(),
        zone: z.string().optional(),
      }),
    )
    .default([]),
  assumed,
});

export const roomSchema = z.strictObject({
  id,
  name: z.string().optional(),
  powerW: z.int().min(1).optional(),
  spine: spineSchema.optional(),
  racks: z.array(rackEntrySchema),
});

export const storagePoolSchema = z.strictObject({
  id,
  model: z.string().optional(),
  /** EVS type that it serves: `sas`, `ssd`, `gpssd`, `essd`, `sata`, `object`, `file`. */
  type: z.string(),
  rawGiB: z.number().positive().optional(),
  /** Usable share of raw after RAID, spare and metadata. */
  usableRatio: z.number().min(0).max(1).optional(),
  usableGiB: z.number().positive().optional(),
  iops: z.int().min(1).optional(),
  /** Planned IOPS over these: volumes do not all reach their limit at once. */
  iopsOversubscription: oversubscription,
  /** Room that it stands in, and is lost with. Not given: lost with the site, or with its only room. */
  room: z.string().optional(),
  /** Consistent copies of every block that the pool itself keeps on separate arrays. */
  copies: z.int().min(1).max(8).default(1),
  /** Array of the site that it is cut from. */
  array: z.string().optional(),
  /** Zones it serves; default: all of its site. */
  zones: z.array(z.string()).optional(),
  assumed,
});

export const siteSchema = z.strictObject({
  id,
  name: z.string().optional(),
  nameZh: z.string().optional(),
  /** Availability zone name; default: the site's id. */
  az: z.string().optional(),
  /** Circle of low latency that the site is in; default: its cloud. */
  region: z.string().optional(),
  /** ISO 3166 code. */
  country: z.string().default('CN'),
  rooms: z.array(roomSchema),
  /** Traffic that leaves the site. */
  uplink: uplinkSchema.optional(),
  storageArrays: z.array(storageArraySchema).default([]),
  storagePools: z.array(storagePoolSchema).default([]),
});

export const zoneKinds = ['internet', 'public', 'business', 'private', 'management', 'dmz', 'shared'] as const;

export const zoneSchema = z.strictObject({
  id,
  name: z.string().optional(),
  nameZh: z.string().optional(),
  kind: z.enum(zoneKinds),
  /** MLPS 2.0 level of the platform in this zone. */
  mlps: z.int().min(1).max(4),
  /** Address ranges, `10.1.0.0/16`; a subnet is in one zone (R2). */
  subnets: z.array(z.string()).default([]),
  assumed,
});

export const cloudSchema = z.strictObject({
  id,
  name: z.string().optional(),
  nameZh: z.string().optional(),
  role: z.enum(['city', 'district', 'department']).default('city'),
  sites: z.array(siteSchema),
});

export const linkSchema = z.strictObject({
  id,
  /** `cloud/site`, `peer:ID`, or `source` for where the estate runs today. */
  from: z.string(),
  to: z.string(),
  bandwidthMbps: z.number().positive(),
  distanceKm: z.number().min(0).optional(),
  assumed,
});

export const fleetSchema = z.strictObject({
  kind: z.literal('fleet'),
  formatVersion: z.literal('1.0'),
  name: z.string(),
  note: z.string().optional(),
  zones: z.array(zoneSchema).default([]),
  profiles: z.array(profileSchema),
  clouds: z.array(cloudSchema),
  links: z.array(linkSchema).default([]),
  /** Platforms of others that systems call: the province's interface. */
  peers: z.array(peerSchema).default([]),
  /** What stands between zones. Without any, flows between zones are not checked. */
  boundaries: z.array(boundarySchema).default([]),
  replications: z.array(replicationSchema).default([]),
});

export type Fleet = z.output<typeof fleetSchema>;
export type FleetInput = z.input<typeof fleetSchema>;
export type Profile = z.output<typeof profileSchema>;
export type HostRole = (typeof hostRoles)[number];
