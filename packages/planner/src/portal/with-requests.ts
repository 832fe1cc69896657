import type { Estate } from '../estate/schema.ts';
import type { Request } from './request-schema.ts';
import type { Reservation } from './reservation-schema.ts';

/** An approved request with the hosts that were promised to it. */
export interface ReservedRequest {
  readonly request: Request;
  readonly placements: Reservation['placements'];
}

/** The estate with approved requests as reservations in it; those that it had from an earlier time are replaced. */
export function withRequests(estate: Estate, reserved: readonly ReservedRequest[]): Estate {
  const own = withoutReservations(estate);
  return {
    ...own,
    systems: [
      ...own.systems,
      ...reserved.flatMap(({ request: { systems, tenant } }) => systems.map((system) => ({ ...system, tenant }))),
    ],
    workloads: [...own.workloads, ...reserved.flatMap(({ request }) => request.workloads)],
    reservations: reserved.map(({ request, placements }) => ({
      request: request.id,
      tenant: request.tenant,
      systems: request.systems.map(({ id }) => id),
      workloads: request.workloads.map(({ id }) => id),
      placements,
    })),
  };
}

/** The estate as it was before requests came into it. */
export function withoutReservations({ reservations = [], ...estate }: Estate): Estate {
  if (reservations.length === 0) return estate;
  const systems = new Set(reservations.flatMap((reservation) => reservation.systems));
  const workloads = new Set(reservations.flatMap((reservation) => reservation.workloads));
  return {
    ...estate,
    systems: estate.systems.filter(({ id }) => !systems.has(id)),
    workloads: estate.workloads.filter(({ id }) => !workloads.has(id)),
  };
}
