import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import type { Lowered } from '../lower/lowered.ts';
import { trouble } from '../lower/trouble.ts';
import type { Plan } from '../plan/schema.ts';

/** Host that is promised to each workload of an approved request. */
export function promisedHosts({ reservations = [] }: Estate): Map<string, string> {
  return new Map(reservations.flatMap(({ placements }) => placements.map(({ workload, host }) => [workload, host])));
}

/** Workloads stand on the given hosts and stay there; everything else is planned around them. A host that is gone or closed frees its own. */
export function keepingPlaces(lowered: Lowered, places: ReadonlyMap<string, string>): Lowered {
  if (places.size === 0) return lowered;
  const { problem } = lowered;
  const open = new Set(problem.hosts.flatMap(({ id, closed }) => (closed ? [] : [id])));
  const workloads = problem.workloads.map((workload) => {
    const host = places.get(workload.id);
    return host !== undefined && open.has(host) ? { ...workload, host, pinned: true } : workload;
  });
  return { ...lowered, problem: { ...problem, workloads } };
}

/** Every approved request is placed: whole, on the promised hosts as far as these still serve. */
export function checkReservations(
  { placements }: Pick<Plan, 'placements'>,
  { reservations = [] }: Estate,
  open: ReadonlySet<string>,
): Diagnostic[] {
  const hostOf = new Map(placements.map(({ workload, host }) => [workload, host]));
  return reservations.flatMap((reservation, i) => {
    const lost = reservation.placements.filter(({ workload }) => !hostOf.has(workload));
    const moved = reservation.placements.filter(
      ({ workload, host }) => hostOf.has(workload) && hostOf.get(workload) !== host && open.has(host),
    );
    const told = (
      code: string,
      severity: Diagnostic['severity'],
      { workload, host }: (typeof lost)[number],
      n: number,
    ) =>
      trouble(code, severity, 'estate', `/reservations/${i}`, {
        request: reservation.request,
        workload,
        host,
        count: n,
        actual: hostOf.get(workload) ?? '',
      });
    return [
      ...(lost.length > 0 ? [told('YQ4620', 'error', lost[0]!, lost.length)] : []),
      ...(moved.length > 0 ? [told('YQ4621', 'info', moved[0]!, moved.length)] : []),
    ];
  });
}
