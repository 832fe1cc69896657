import { apartLevels } from '@yunqian/hw-model';
import { z } from 'zod';

const id = z.string().min(1);

/** What a tenant asks of a cloud service: `rds`, `obs`, `waf`. It is expanded into ordinary workloads. */
export const serviceInstanceSchema = z.strictObject({
  id,
  /** Id of the catalogue of services. */
  service: id,
  /** One of the service's plans; default: its usual one. */
  plan: z.string().optional(),
  /** In the unit of the service (GiB, nodes, servers); default: the usual one. */
  size: z.number().positive().optional(),
  /** So many alike: `id` stands for `id-1` .. `id-n` when above 1. */
  count: z.int().min(1).max(10_000).default(1),
  /** The system that uses it; it belongs to its tenant and inherits zone, level and recovery class. */
  system: id.optional(),
  /** Instead of a system: the instance is a system of its own, of this tenant. */
  tenant: id.optional(),
  /** Overrides the system's zone. */
  zone: z.string().optional(),
  overrides: z
    .strictObject({
      apart: z.enum(apartLevels).optional(),
      arch: z.enum(['x86_64', 'aarch64']).optional(),
      pool: z.string().optional(),
      volumeType: z.string().optional(),
    })
    .prefault({}),
});

export type ServiceInstance = z.output<typeof serviceInstanceSchema>;
