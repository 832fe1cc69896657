import { z } from 'zod';
import { systemSchema, workloadSchema } from '../estate/schema.ts';
import { serviceInstanceSchema } from '../services/schema.ts';

const id = z.string().min(1);

/** What a bureau applies for: systems of its own, or more for those it has. */
export const requestSchema = z.strictObject({
  kind: z.literal('request'),
  formatVersion: z.literal('1.0'),
  name: z.string(),
  note: z.string().optional(),
  /** The portal knows it by this; never used twice. */
  id,
  tenant: id,
  justification: z.string().optional(),
  /** Days from and until which it is needed, `until` included. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** New systems; they belong to the tenant. */
  systems: z.array(systemSchema.omit({ tenant: true })).default([]),
  workloads: z.array(workloadSchema).default([]),
  /** Cloud services; one without a system is a system of its own, of the tenant. */
  services: z.array(serviceInstanceSchema.omit({ tenant: true })).optional(),
});

export type Request = z.output<typeof requestSchema>;
export type RequestInput = z.input<typeof requestSchema>;
