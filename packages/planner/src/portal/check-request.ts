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
  const before = withRequests(estate, reserved);
  const owners = new Map(before.systems.map(({ id, tenant }) => [id, tenant]));
  const own = new Set(request.systems.map(({ id }) => id));
  const foreign = request.workloads.flatMap(({ id, system }, i) => {
    if (system !== undefined && (own.has(system) || !owners.has(system) || owners.get(system) === request.tenant))
      return [];
    return system === undefined
      ? [find('YQ4602', `/workloads/${i}`, { workload: id })]
      : [find('YQ4603', `/workloads/${i}/system`, { system, tenant: request.tenant, owner: owners.get(system) ?? '' })];
  });
  return [...foreign, ...joinFindings(before, request, checkEstate(joined(estate, reserved, request)))];
}

/** The estate with what is reserved and, last in every list, the request itself. */
export function joined(estate: Estate, reserved: readonly ReservedRequest[], request: Request): Estate {
  return withRequests(withoutReservations(estate), [...reserved, { request, placements: [] }]);
}

/** Errors of the joined estate that the request brought, under its own pointers. */
function joinFindings(before: Estate, request: Request, findings: readonly Finding[]): Diagnostic[] {
  return findings.flatMap(({ code, severity, pointer, params }) => {
    const [, list, at, rest] = /^\/(systems|workloads)\/(\d+)(.*)$/.exec(pointer) ?? [];
    if (severity !== 'error' || list === undefined) return [];
    const own = Number(at) - before[list as 'systems' | 'workloads'].length;
    if (own < 0 || own >= request[list as 'systems' | 'workloads'].length) return [];
    return [trouble(code, severity, 'request', `/${list}/${own}${rest}`, params)];
  });
}
