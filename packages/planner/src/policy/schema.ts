import { z } from 'zod';
import { federationSchema } from '../federation/schema.ts';
import { approvalSchema } from '../portal/approval-schema.ts';
import { recoverySchema } from '../recovery/schema.ts';
import { rightSizeSchema } from '../usage/schema.ts';
import { numaSchema } from './numa-schema.ts';
import { selectSchema } from './select-schema.ts';

export type { Select } from './select-schema.ts';

const base = {
  id: z.string().min(1),
  /** Default `hard`. */
  mode: z.enum(['hard', 'soft', 'noWorse']).default('hard'),
  when: z.enum(['after', 'during']).default('after'),
  level: z.int().min(1).max(16).default(1),
  weight: z.number().positive().default(1),
  /** The clause of the law or standard that it comes from. */
  clause: z.string().optional(),
  note: z.string().optional(),
};
const select = selectSchema.default({});
/** One group per what: all selected workloads of a component (replicas), a system, a tenant; `all`: one group. */
const per = z.enum(['all', 'component', 'system', 'tenant', 'workload']).default('component');
/** 'host', 'rack', 'room', 'site', 'cloud' or 'zone'. */
const topology = z.enum(['host', 'rack', 'room', 'site', 'cloud', 'zone']).default('host');
const scope = z.enum(['rack', 'room', 'site', 'cloud', 'zone']);
/** Modifiers of rules that are judged once all moves are done, and of goals among them. */
const settled = { when: z.literal('after').default('after') };
const goal = { ...settled, mode: base.mode.unwrap().default('soft') };
const price = z.int().min(0);
const values = z.array(z.union([z.string(), z.number()]));

/** Rules as people write them; they lower to core rules of the same names. */
export const policyRuleSchema = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.literal('capacity'),
    ...base,
    dimensions: z.array(z.string()).optional(),
    ratio: z.number().positive().max(64),
  }),
  z.strictObject({ rule: z.literal('separate'), ...base, select, per, topology }),
  z.strictObject({ rule: z.literal('conflict'), ...base, a: selectSchema, b: selectSchema, topology }),
  z.strictObject({
    rule: z.literal('colocate'),
    ...base,
    select,
    per,
    topology,
    maxDomains: z.int().min(1).default(1),
  }),
  z.strictObject({
    rule: z.literal('spread'),
    ...base,
    select,
    per,
    topology,
    maxPerDomain: z.int().min(1).optional(),
    minPerDomain: z.int().min(1).optional(),
    maxSkew: z.int().min(1).optional(),
    minDomains: z.int().min(2).optional(),
  }),
  z.strictObject({ rule: z.literal('exclusive'), ...base, select, per, topology }),
  z.strictObject({
    rule: z.literal('eligibility'),
    ...base,
    select,
    /** Attribute of the host: `zone`, `site`, `rack`, `arch`, `pool`, `trait`, `profile`, or `label:KEY`. */
    host: z.string(),
    op: z.enum(['in', 'notIn', 'exists', 'notExists', 'atLeast', 'atMost', 'containsAll']),
    values: values.default([]),
  }),
  z.strictObject({
    rule: z.literal('domainCapacity'),
    ...base,
    select,
    topology,
    dimension: z.string(),
    limits: z.record(z.string(), z.number().min(0)).default({}),
    defaultLimit: z.number().min(0).optional(),
  }),
  /** At most so many workloads leave the host where they run now. */
  z.strictObject({ rule: z.literal('moveLimit'), ...base, ...settled, select, limit: z.int().min(0) }),
  z.strictObject({ rule: z.literal('moveCost'), ...base, ...goal, select, price: z.int().min(0).default(1) }),
  /** Where there is a workload of `a` there is one of `b`. */
  z.strictObject({ rule: z.literal('dependency'), ...base, a: selectSchema, b: selectSchema, topology }),
  /** A price for each host in use. */
  z.strictObject({ rule: z.literal('activation'), ...base, ...goal, price: z.int().min(0).default(1) }),
  /** What a tenant (`per`) may use of each dimension, everywhere or in some domains together. */
  z.strictObject({
    rule: z.literal('quota'),
    ...base,
    ...settled,
    select,
    per: per.default('tenant'),
    amounts: z.record(z.string(), z.number().min(0)),
    topology,
    domains: z.array(z.string()).optional(),
  }),
  /** The bandwidth that dependencies of the estate name costs by its way: a price per Mbit/s for the nearest level that both ends share. */
  z.strictObject({
    rule: z.literal('traffic'),
    ...base,
    ...settled,
    mode: z.literal('soft').default('soft'),
    select,
    prices: z.partialRecord(scope, price).default({ rack: 1, room: 2, site: 4 }),
    apart: price.default(8),
  }),
  /** After the loss of any `count` domains of `topology`, the rest of the scope has room for all, in sum. */
  z.strictObject({
    rule: z.literal('reserve'),
    ...base,
    ...settled,
    topology,
    count: z.int().min(1).default(1),
    scope: scope.optional(),
    dimensions: z.array(z.string()).optional(),
    ratio: z.number().positive().max(64).default(1),
  }),
]);

export const policySchema = z.strictObject({
  kind: z.literal('policy'),
  formatVersion: z.literal('1.0'),
  name: z.string(),
  note: z.string().optional(),
  /** Rules that hold without being written; each may be turned to soft, noWorse or off. */
  builtin: z
    .strictObject({
      zone: z.enum(['hard', 'soft', 'noWorse', 'off']).default('hard'),
      mlps: z.enum(['hard', 'soft', 'noWorse', 'off']).default('hard'),
      arch: z.enum(['hard', 'soft', 'off']).default('hard'),
      rackUplink: z.enum(['hard', 'soft', 'off']).default('hard'),
      storage: z.enum(['hard', 'soft', 'off']).default('hard'),
      iops: z.enum(['hard', 'soft', 'off']).default('hard'),
      spine: z.enum(['hard', 'soft', 'off']).default('hard'),
      siteUplink: z.enum(['hard', 'soft', 'off']).default('hard'),
      /** Flows between sites over their links: the last of the goals, the first where a link would be too narrow. */
      siteLink: z.enum(['hard', 'soft', 'off']).default('hard'),
      /** Flows between zones: allowed by a boundary device, and within what it carries. */
      boundary: z.enum(['hard', 'soft', 'off']).default('hard'),
      /** Level 4 systems in a resource pool of their own. */
      level4Pool: z.enum(['hard', 'soft', 'off']).default('hard'),
      /** Management zones for the management plane alone. */
      plane: z.enum(['hard', 'soft', 'off']).default('hard'),
      /** Management hosts as many as the vendor's table says. */
      managementSize: z.enum(['hard', 'soft', 'off']).default('soft'),
      /** Quotas of tenants, at every level. */
      quota: z.enum(['hard', 'soft', 'off']).default('hard'),
      networkAz: z.enum(['hard', 'soft', 'off']).default('hard'),
    })
    .prefault({}),
  /** Defaults for what an estate leaves open. */
  defaults: z
    .strictObject({
      zone: z.string().optional(),
      mlps: z.int().min(1).max(4).optional(),
      arch: z.enum(['x86_64', 'aarch64']).optional(),
      volumeType: z.string().optional(),
      nicMbps: z.number().min(0).optional(),
    })
    .prefault({}),
  /** Workloads that are off in the source: placed too, or left out. */
  poweredOff: z.enum(['place', 'omit']).default('place'),
  /** Systems whose workloads are placed all or not at all; where there is too little room, the least important give way. */
  wholeSystems: selectSchema.optional(),
  /** By what workloads are sized: their request, or measured use plus headroom; the first entry that selects one decides. */
  rightSize: z.array(rightSizeSchema).default([]),
  /** NUMA cells of hosts: who must stand within one, or evenly on several. */
  numa: z.array(numaSchema).default([]),
  /** Disaster recovery: classes, pairs of sites, what may fail. Without it nothing is promised and nothing is checked. */
  recovery: recoverySchema.optional(),
  /** Where systems may run when there are several clouds. */
  federation: federationSchema.optional(),
  /** Who decides on requests, step by step; without it one person other than the applicant does. */
  approvals: z.array(approvalSchema).optional(),
  /** How long requests are good for. */
  requestValidity: z
    .strictObject({
      /** Not decided after so many days: expired. Absent: never. */
      undecidedDays: z.int().min(0).optional(),
      /** Approved: room is given back so many days after `until`. Default 0. */
      graceDays: z.int().min(0).optional(),
    })
    .optional(),
  rules: z.array(policyRuleSchema).default([]),
});

export type Policy = z.output<typeof policySchema>;
export type PolicyInput = z.input<typeof policySchema>;
export type PolicyRule = z.output<typeof policyRuleSchema>;
