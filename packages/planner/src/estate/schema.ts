import { z } from 'zod';
import { systemCloudsSchema } from '../federation/schema.ts';
import { policyRuleSchema } from '../policy/schema.ts';
import { reservationSchema } from '../portal/reservation-schema.ts';
import { serviceInstanceSchema } from '../services/schema.ts';
import { quotaSchema } from '../tenancy/quota-schema.ts';
import { accessPolicySchema, networkSchema } from './network-schema.ts';

const id = z.string().min(1);
const labels = z.record(z.string(), z.string());

export const volumeSchema = z.strictObject({
  id: z.string().optional(),
  sizeGiB: z.number().min(0),
  /** EVS type; the policy's default where absent. */
  type: z.string().optional(),
  usedGiB: z.number().min(0).optional(),
  /** Volumes with one `sharedId` are the same disk: their workloads move together. */
  sharedId: z.string().optional(),
});

export const workloadKinds = ['vm', 'container', 'bareMetal'] as const;

export const workloadSchema = z.strictObject({
  id,
  name: z.string().optional(),
  system: z.string().optional(),
  component: z.string().optional(),
  kind: z.enum(workloadKinds).default('vm'),
  /** Replicas: `id` stands for `id-1` .. `id-n` when above 1. */
  count: z.int().min(1).max(1_000_000).default(1),
  vcpus: z.number().min(0),
  memMiB: z.number().min(0),
  nicMbps: z.number().min(0).optional(),
  localDiskGiB: z.number().min(0).optional(),
  /** Elastic (public) addresses of one replica; counted against quotas. */
  eips: z.int().min(0).optional(),
  volumes: z.array(volumeSchema).default([]),
  accelerators: z.array(z.strictObject({ model: z.string(), count: z.number().positive() })).default([]),
  arch: z.enum(['x86_64', 'aarch64']).optional(),
  os: z.string().optional(),
  firmware: z.enum(['bios', 'uefi']).optional(),
  /** Overrides the system's zone and level. */
  zone: z.string().optional(),
  mlps: z.int().min(1).max(4).optional(),
  pool: z.string().optional(),
  traits: z.array(z.string()).default([]),
  tolerations: z.array(z.string()).default([]),
  priority: z.int().optional(),
  powerState: z.enum(['on', 'off', 'suspended']).optional(),
  /** Where it runs today, in the source's words. */
  sourceHost: z.string().optional(),
  /** Measured use: 95th percentile or mean as the source has it. */
  measured: z
    .strictObject({
      cpuPct: z.number().optional(),
      memPct: z.number().optional(),
      memMiB: z.number().optional(),
      diskGiB: z.number().optional(),
      changeMbps: z.number().optional(),
      cpuMeanPct: z.number().optional(),
      cpuPeakPct: z.number().optional(),
      memMeanMiB: z.number().optional(),
      memPeakMiB: z.number().optional(),
    })
    .optional(),
  ips: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  labels: labels.default({}),
});

export const systemSchema = z.strictObject({
  id,
  name: z.string().optional(),
  nameZh: z.string().optional(),
  tenant: z.string().optional(),
  mlps: z.int().min(1).max(4).optional(),
  zone: z.string().optional(),
  criticality: z.enum(['core', 'important', 'general']).optional(),
  /** Disaster-recovery class: one of the policy, or `none`, `backup`, `async`, `activeActive`. */
  dr: z.string().min(1).optional(),
  /** Where it may run in a federation of clouds. */
  clouds: systemCloudsSchema.optional(),
  /** It carries the control planes of the cloud services of its home cloud. */
  platform: z.boolean().optional(),
  owner: z.string().optional(),
  /** Preferred wave order: lower earlier. */
  wavePriority: z.int().optional(),
  downtimeMinutes: z.number().positive().optional(),
  components: z
    .array(
      z.strictObject({ id, name: z.string().optional(), role: z.string().optional(), zone: z.string().optional() }),
    )
    .default([]),
  labels: labels.default({}),
});

export const tenantSchema = z.strictObject({
  id,
  name: z.string().optional(),
  nameZh: z.string().optional(),
  parent: z.string().optional(),
  /** Cloud that its systems belong to; default: that of the tenant above. */
  homeCloud: z.string().optional(),
  /** The most that it and the tenants below it may use, one entry a scope. */
  quotas: z.array(quotaSchema).optional(),
  /** It may hand out more than it has. */
  overbooked: z.boolean().optional(),
  /** Where it keeps a copy of its data under its own hand. */
  localBackup: z.string().optional(),
});

/** `from` uses `to`. References are `system:ID`, `component:SYSTEM/ID` or `workload:ID`; `peer:ID` for what lies outside. */
export const dependencySchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** Strong: cut apart, the service stops. */
  strength: z.enum(['strong', 'weak']).default('weak'),
  bandwidthMbps: z.number().min(0).optional(),
  port: z.int().optional(),
  /** Connections at once; counted on firewalls. */
  sessions: z.int().min(0).optional(),
  note: z.string().optional(),
});

/** A host of the source, as an importer found it. Not part of the target fleet. */
export const sourceHostSchema = z.strictObject({
  id,
  vcpus: z.number().min(0).optional(),
  threads: z.number().min(0).optional(),
  memMiB: z.number().min(0).optional(),
  diskGiB: z.number().min(0).optional(),
  arch: z.string().optional(),
  model: z.string().optional(),
  cluster: z.string().optional(),
  state: z.string().optional(),
  zone: z.string().optional(),
  accelerators: z.array(z.strictObject({ model: z.string(), count: z.number().positive() })).default([]),
  labels: labels.default({}),
  taints: z.array(z.string()).default([]),
});

export const estateSchema = z.strictObject({
  kind: z.literal('estate'),
  formatVersion: z.literal('1.0'),
  name: z.string(),
  note: z.string().optional(),
  source: z
    .strictObject({ format: z.string(), files: z.array(z.strictObject({ path: z.string(), sha256: z.string() })) })
    .optional(),
  tenants: z.array(tenantSchema).default([]),
  systems: z.array(systemSchema).default([]),
  workloads: z.array(workloadSchema),
  dependencies: z.array(dependencySchema).default([]),
  /** Virtual networks of the tenants. */
  networks: z.array(networkSchema).default([]),
  accessPolicies: z.array(accessPolicySchema).default([]),
  /** Cloud services asked for; reading an estate expands them into workloads. */
  services: z.array(serviceInstanceSchema).optional(),
  sourceHosts: z.array(sourceHostSchema).default([]),
  /** Rules that came with the inventory (affinity groups, spread constraints). */
  rules: z.array(policyRuleSchema).default([]),
  /** Approved requests that joined the estate (see the portal); a plan keeps their places. */
  reservations: z.array(reservationSchema).optional(),
  /** What was assumed where the source was silent. */
  assumptions: z
    .array(
      z.strictObject({
        subject: z.string(),
        field: z.string(),
        value: z.union([z.string(), z.number()]),
        reason: z.string(),
      }),
    )
    .default([]),
});

export type Estate = z.output<typeof estateSchema>;
export type EstateInput = z.input<typeof estateSchema>;
export type EstateWorkload = z.output<typeof workloadSchema>;
export type EstateSystem = z.output<typeof systemSchema>;
