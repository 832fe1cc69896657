import { z } from 'zod';

/** Where systems of a home cloud may run besides: in this order. */
export const overflowSchema = z.strictObject({
  /** Cloud ids, or `role:district`, `role:city`, `role:department` for all clouds of that role. */
  from: z.array(z.string()).min(1),
  to: z.array(z.string()).min(1),
});

/** Rules of a federation of clouds: one plan over all of them. */
export const federationSchema = z.strictObject({
  overflow: z.array(overflowSchema).default([]),
  /** Soft level and weight of running at home, then at the first overflow cloud, and so on. */
  level: z.int().min(1).max(16).default(1),
  weight: z.number().positive().default(1),
  /** Cloud of tenants and systems that name none; without it they may run in any cloud. */
  defaultHome: z.string().optional(),
});

/** Clouds of one system, in the estate. */
export const systemCloudsSchema = z.strictObject({
  /** Default: the tenant's home cloud. */
  home: z.string().optional(),
  /** In order of preference after home; replaces the overflow of the policy. Empty: at home only. */
  overflow: z.array(z.string()).optional(),
});

export type Federation = z.output<typeof federationSchema>;
