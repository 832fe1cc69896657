import { suggest } from '../document/suggest.ts';
import type { Estate } from '../estate/schema.ts';
import type { PolicyRule, Select } from '../policy/schema.ts';
import type { Entry } from './resolve-entries.ts';

export type Per = Extract<PolicyRule, { rule: 'separate' }>['per'];

/** Whether an entry is selected: every condition that is given must hold. */
export function matches(select: Select, { workload, system, component, tenants, zone, mlps }: Entry): boolean {
  const among = (wanted: readonly string[] | undefined, ...values: readonly (string | undefined)[]) =>
    wanted === undefined || values.some((value) => value !== undefined && wanted.includes(value));
  return (
    among(select.tenants, ...tenants) &&
    among(select.systems, workload.system) &&
    among(
      select.components,
      workload.component,
      workload.component && `${workload.system ?? ''}/${workload.component}`,
    ) &&
    among(select.workloads, workload.id) &&
    among(select.zones, zone) &&
    among(select.kinds, workload.kind) &&
    among(select.roles, component?.role) &&
    (select.mlpsAtLeast === undefined || (mlps ?? 0) >= select.mlpsAtLeast) &&
    among(select.criticality, system?.criticality) &&
    Object.entries(select.labels ?? {}).every(([key, value]) => (workload.labels[key] ?? system?.labels[key]) === value)
  );
}

/**
 * The group that an entry belongs to; null where it has no such owner, and then a rule per system or tenant passes it
 * by. Replicas of one component belong together; a workload without a component stands for itself and its replicas.
 */
export function groupKey(per: Per, { workload, system, tenants }: Entry): string | null {
  switch (per) {
    case 'all':
      return 'all';
    case 'component':
      return workload.component === undefined ? workload.id : `${workload.system ?? ''}/${workload.component}`;
    case 'system':
      return system?.id ?? null;
    case 'tenant':
      return tenants[0] ?? null;
    case 'workload':
      return workload.id;
  }
}

export interface UnknownName {
  readonly field: string;
  readonly name: string;
  readonly near: string | undefined;
}

/** Names in selections that the estate does not have: a misspelt name would otherwise select nothing in silence. */
export function createNameCheck(estate: Estate, zones: readonly string[]): (select: Select) => UnknownName[] {
  const components = estate.systems.flatMap((system) => system.components.map(({ id }) => [id, `${system.id}/${id}`]));
  const known: Readonly<Record<string, ReadonlySet<string>>> = {
    tenants: new Set(estate.tenants.map(({ id }) => id)),
    systems: new Set(estate.systems.map(({ id }) => id)),
    components: new Set(components.flat()),
    workloads: new Set(estate.workloads.map(({ id }) => id)),
    zones: new Set([
      ...zones,
      ...estate.workloads.flatMap(({ zone }) => zone ?? []),
      ...estate.systems.flatMap(({ zone }) => zone ?? []),
    ]),
    roles: new Set(estate.systems.flatMap((system) => system.components.flatMap(({ role }) => role ?? []))),
  };
  return (select) =>
    Object.entries(known).flatMap(([field, names]) =>
      ((select[field as keyof Select] as readonly string[] | undefined) ?? [])
        .filter((name) => !names.has(name))
        .map((name) => ({ field, name, near: suggest(name, [...names]) })),
    );
}
