import type { Finding } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../document/suggest.ts';
import { checkEstate } from '../estate/check-estate.ts';
import type { Estate } from '../estate/schema.ts';
import { trouble } from '../lower/trouble.ts';
import type { Request } from './request-schema.ts';
import { type ReservedRequest, withoutReservations, withRequests } from './with-requests.ts';

/** What must hold between a request and the estate that it joins; pointers lead into the request. */
export function checkRequest(estate: Estate, reserved: readonly ReservedRequest[], request: Request): Diagnostic[] {
  const find = (code: string, pointer: string, params: Diagnostic['params']) =>
    trouble(code, 'error', 'request', pointer, params);
  const tenants = estate.tenants.map(({ id }) => id);
  if (!tenants.includes(request.tenant)) {
    const near = suggest(request.tenant, tenants) ?? tenants.slice(0, 5).join(', ');
    return [find('YQ4601', '/tenant', { tenant: request.tenant, near })];
  }
  const services = request.services ?? [];
  if (request.workloads.length === 0 && services.length === 0)
    return [find('YQ1932', '/workloads', { request: request.id })];
  const before = withRequests(estate, reserved);
  const owners = new Map(before.systems.map(({ id, tenant }) => [id, tenant]));
  const own = new Set(request.systems.map(({ id }) => id));
  const foreign = (system: string | undefined, pointer: string) =>
    system === undefined || own.has(system) || !owners.has(system) || owners.get(system) === request.tenant
      ? []
      : [find('YQ4603', `${pointer}/system`, { system, tenant: request.tenant, owner: owners.get(system) ?? '' })];
  return [
    ...request.workloads.flatMap(({ id, system }, i) =>
      system === undefined ? [find('YQ4602', `/workloads/${i}`, { workload: id })] : foreign(system, `/workloads/${i}`),
    ),
    ...services.flatMap(({ system }, i) => foreign(system, `/services/${i}`)),
    ...joinFindings(before, request, checkEstate(joined(estate, reserved, request))),
  ];
}

/** The estate with what is reserved and, last in every list, the request itself. */
export function joined(estate: Estate, reserved: readonly ReservedRequest[], request: Request): Estate {
  return withRequests(withoutReservations(estate), [...reserved, { request, placements: [] }]);
}

/** Errors of the joined estate that the request brought, under its own pointers. */
function joinFindings(before: Estate, request: Request, findings: readonly Finding[]): Diagnostic[] {
  return findings.flatMap(({ code, severity, pointer, params }) => {
    const [, list, at, rest] = /^\/(systems|workloads|services)\/(\d+)(.*)$/.exec(pointer) ?? [];
    if (severity !== 'error' || list === undefined) return [];
    const of = list as 'systems' | 'workloads' | 'services';
    const own = Number(at) - (before[of]?.length ?? 0);
    if (own < 0 || own >= (request[of]?.length ?? 0)) return [];
    return [trouble(code, severity, 'request', `/${list}/${own}${rest}`, params)];
  });
}
