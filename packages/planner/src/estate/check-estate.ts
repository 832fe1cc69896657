import type { Finding } from '@yunqian/hw-model';
import { createSuggester } from '../document/suggest.ts';
import { checkRules } from '../policy/check-policy.ts';
import { checkAccess } from '../security/check-access.ts';
import { checkNetworks } from '../security/check-networks.ts';
import { checkServices } from '../services/check-services.ts';
import { withServices } from '../services/expand-services.ts';
import { atInstances } from '../services/pointers.ts';
import { checkQuotas } from '../tenancy/check-quotas.ts';
import { checkDependencies } from './check-dependencies.ts';
import { checkSizes } from './check-sizes.ts';
import type { Find } from './find.ts';
import type { Estate } from './schema.ts';

/** What must hold between the parts of an estate: unique ids, references that lead somewhere, sizes that can be. */
export function checkEstate(written: Estate): Finding[] {
  const estate = withServices(written);
  const findings: Finding[] = [];
  const find: Find = (code, severity, pointer, params) => findings.push({ code, severity, pointer, params });
  checkIds(estate, find);
  checkReferences(estate, find);
  checkTenants(estate, find);
  checkQuotas(estate, find);
  checkZonesAndLevels(estate, find);
  checkSizes(estate, find);
  checkDependencies(estate, find);
  checkNetworks(estate, find);
  checkAccess(estate, find);
  checkServices(estate, find);
  return [...findings, ...checkRules(estate.rules)].map(atInstances(estate));
}

function checkIds(estate: Estate, find: Find): void {
  for (const list of ['tenants', 'systems', 'services', 'sourceHosts'] as const)
    unique(estate[list] ?? [], `/${list}`, find);
  estate.systems.forEach(({ components }, i) => {
    unique(components, `/systems/${i}/components`, find);
  });
  const taken = new Map<string, number>();
  const expected = estate.workloads.reduce((sum, { count }) => sum + count, 0);
  if (expected > maxWorkloads) {
    find('YQ1116', 'error', '/workloads', { count: expected, maximum: maxWorkloads });
    return;
  }
  estate.workloads.forEach(({ id, count }, i) => {
    for (let replica = 1; replica <= count; replica++) {
      const name = count === 1 ? id : `${id}-${replica}`;
      const other = taken.get(name);
      if (other !== undefined) {
        find(estate.workloads[other]!.id === id ? 'YQ1101' : 'YQ1102', 'error', `/workloads/${i}/id`, {
          id: name,
          other: estate.workloads[other]!.id,
        });
        break;
      }
      taken.set(name, i);
    }
  });
}

/** Replicas written out; beyond this an estate is a mistake. */
const maxWorkloads = 5_000_000;

function unique(list: readonly { readonly id: string }[], pointer: string, find: Find): void {
  const seen = new Set<string>();
  list.forEach(({ id }, i) => {
    if (seen.has(id)) find('YQ1101', 'error', `${pointer}/${i}/id`, { id, other: id });
    seen.add(id);
  });
}

function checkReferences(estate: Estate, find: Find): void {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const tenants = new Set(ids(estate.tenants));
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  const suggest = createSuggester();
  const refer = (
    field: string,
    id: string | undefined,
    has: (id: string) => boolean,
    all: () => readonly string[],
    pointer: string,
  ) => {
    if (id === undefined || has(id)) return;
    const near = suggest(id, all());
    if (near === undefined) find('YQ1103', 'error', pointer, { field, id });
    else find('YQ1104', 'error', pointer, { field, id, near });
  };
  const hasTenant = (id: string) => tenants.has(id);
  estate.tenants.forEach(({ parent }, i) => {
    refer('tenant', parent, hasTenant, () => [...tenants], `/tenants/${i}/parent`);
  });
  estate.systems.forEach(({ tenant }, i) => {
    refer('tenant', tenant, hasTenant, () => [...tenants], `/systems/${i}/tenant`);
  });
  estate.workloads.forEach(({ system, component }, i) => {
    refer(
      'system',
      system,
      (id) => systems.has(id),
      () => [...systems.keys()],
      `/workloads/${i}/system`,
    );
    if (component === undefined) return;
    if (system === undefined) find('YQ1105', 'error', `/workloads/${i}/component`, { component });
    const components = systems.get(system ?? '')?.components;
    if (components !== undefined)
      refer(
        'component',
        component,
        (id) => components.some((known) => known.id === id),
        () => ids(components),
        `/workloads/${i}/component`,
      );
  });
}

/** Deepest nesting of virtual data centres (ManageOne). */
const maxTenantDepth = 5;

function checkTenants({ tenants }: Estate, find: Find): void {
  const parents = new Map(tenants.map(({ id, parent }) => [id, parent]));
  const settled = new Map<string, number>();
  tenants.forEach(({ id }, i) => {
    const path: string[] = [];
    let at: string | undefined = id;
    while (at !== undefined && !settled.has(at) && !path.includes(at)) {
      path.push(at);
      at = parents.get(at);
    }
    const cycle = at !== undefined && path.includes(at);
    if (cycle)
      find('YQ1106', 'error', `/tenants/${i}/parent`, { cycle: [...path.slice(path.indexOf(at!)), at].join(' > ') });
    let depth = cycle || at === undefined ? 0 : settled.get(at)!;
    for (const tenant of path.reverse()) settled.set(tenant, ++depth);
    if (!cycle && settled.get(id)! === maxTenantDepth + 1)
      find('YQ1107', 'error', `/tenants/${i}/parent`, { tenant: id, maximum: maxTenantDepth });
  });
}

function checkZonesAndLevels(estate: Estate, find: Find): void {
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  estate.workloads.forEach(({ id, system: systemId, component: componentId, zone, mlps }, i) => {
    const system = systems.get(systemId ?? '');
    const component = system?.components.find((known) => known.id === componentId);
    if (mlps !== undefined && system?.mlps !== undefined && mlps < system.mlps) {
      find('YQ1108', 'warning', `/workloads/${i}/mlps`, {
        workload: id,
        level: mlps,
        system: system.id,
        systemLevel: system.mlps,
      });
    }
    if (zone !== undefined && component?.zone !== undefined && zone !== component.zone) {
      find('YQ1109', 'warning', `/workloads/${i}/zone`, {
        workload: id,
        zone,
        component: component.id,
        componentZone: component.zone,
      });
    }
  });
}
