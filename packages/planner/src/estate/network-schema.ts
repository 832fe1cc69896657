import { z } from 'zod';

const id = z.string().min(1);

/** A virtual network as tenants see it. Workloads name it in `networks`. */
export const networkSchema = z.strictObject({
  id,
  name: z.string().optional(),
  /** Owner; a network without one, or `shared`, is open to all. */
  tenant: z.string().optional(),
  shared: z.boolean().default(false),
  /** Security zone that it lies in. */
  zone: z.string().optional(),
  /** Availability zone that it is bound to (R12). */
  az: z.string().optional(),
  /** Address ranges, `10.1.2.0/24`. */
  cidrs: z.array(z.string()).default([]),
});

/** One permission; what no rule permits is denied. */
export const accessRuleSchema = z.strictObject({
  direction: z.enum(['in', 'out']).default('in'),
  protocol: z.enum(['tcp', 'udp', 'icmp', 'any']).default('tcp'),
  /** `443` or `8000-8099`; default: all. */
  ports: z
    .array(z.union([z.int().min(0).max(65_535), z.string().regex(/^\d{1,5}-\d{1,5}$/)]))
    .min(1)
    .optional(),
  /** Address range, reference (`system:ID`, `component:SYSTEM/ID`, `workload:ID`) or `any`. */
  peer: z.string().default('any'),
});

/** What may reach a workload where it runs today, and what the cloud is set up to let through (R5). */
export const accessPolicySchema = z.strictObject({
  /** `system:ID`, `component:SYSTEM/ID` or `workload:ID`. */
  of: z.string(),
  source: z.array(accessRuleSchema),
  target: z.array(accessRuleSchema),
});

export type Network = z.output<typeof networkSchema>;
export type AccessRule = z.output<typeof accessRuleSchema>;
export type AccessPolicy = z.output<typeof accessPolicySchema>;
