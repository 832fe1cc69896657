import type { Estate } from '../estate/schema.ts';
import { withoutServices } from '../services/labels.ts';
import type { Request } from './request-schema.ts';
import { requestedServices } from './requested-services.ts';
import type { Reservation } from './reservation-schema.ts';

/** An approved request with the hosts that were promised to it. */
export interface ReservedRequest {
  readonly request: Request;
  readonly placements: Reservation['placements'];
}

/** The estate as written, with approved requests as reservations in it; those that it had from an earlier time are replaced. */
export function withRequests(estate: Estate, reserved: readonly ReservedRequest[]): Estate {
  const own = withoutReservations(estate);
  const services = [...(own.services ?? []), ...reserved.flatMap(({ request }) => requestedServices(request))];
  return {
    ...own,
    systems: [
      ...own.systems,
      ...reserved.flatMap(({ request: { systems, tenant } }) => systems.map((system) => ({ ...system, tenant }))),
    ],
    workloads: [...own.workloads, ...reserved.flatMap(({ request }) => request.workloads)],
    ...(services.length > 0 && { services }),
    reservations: reserved.map(({ request, placements }) => ({
      request: request.id,
      tenant: request.tenant,
      systems: request.systems.map(({ id }) => id),
      workloads: request.workloads.map(({ id }) => id),
      ...(request.services && { services: request.services.map(({ id }) => id) }),
      placements,
    })),
  };
}

/** The estate as it was written, before requests came into it. */
export function withoutReservations({ reservations = [], ...joined }: Estate): Estate {
  const estate = withoutServices(joined);
  if (reservations.length === 0) return estate;
  const systems = new Set(reservations.flatMap((reservation) => reservation.systems));
  const workloads = new Set(reservations.flatMap((reservation) => reservation.workloads));
  const services = new Set(reservations.flatMap((reservation) => reservation.services ?? []));
  return {
    ...estate,
    ...(estate.services && { services: estate.services.filter(({ id }) => !services.has(id)) }),
    systems: estate.systems.filter(({ id }) => !systems.has(id)),
    workloads: estate.workloads.filter(({ id }) => !workloads.has(id)),
  };
}
