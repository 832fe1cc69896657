import { z } from 'zod';

const id = z.string().min(1);

/** An approved request in an estate: what came with it, and the hosts that were promised to it. */
export const reservationSchema = z.strictObject({
  request: id,
  tenant: id,
  /** Systems that came with it. */
  systems: z.array(id).default([]),
  /** Workloads that came with it; replicas are not named apart. */
  workloads: z.array(id).default([]),
  /** Cloud services that came with it. */
  services: z.array(id).optional(),
  /** Host of each replica. */
  placements: z.array(z.strictObject({ workload: id, host: id })),
});

export type Reservation = z.output<typeof reservationSchema>;
