import type { Finding } from '@yunqian/hw-model';
import { suggest } from '../document/suggest.ts';
import type { Estate } from '../estate/schema.ts';
import { withServices } from '../services/expand-services.ts';
import { broughtBy, withoutServices } from '../services/labels.ts';
import { type EstateChanges, type KeyedList, keyedLists } from './estate-changes-schema.ts';

type Keyed = { readonly id: string };

/**
 * The estate as written with what comes, changes and goes. What is named and is not there, or comes and is there already, is an
 * error; pointers lead into the changes.
 */
export function applyChanges(
  before: Estate,
  { name, add, change, remove }: EstateChanges,
): { estate: Estate; findings: readonly Finding[] } {
  const estate = withoutServices(before);
  const findings: Finding[] = [];
  const find = (code: string, pointer: string, params: Finding['params']) =>
    findings.push({ code, severity: 'error', pointer, params });
  for (const list of keyedLists) {
    const there = new Set(((estate[list] ?? []) as readonly Keyed[]).map(({ id }) => id));
    const known = (id: string, pointer: string) => {
      if (!there.has(id)) find('YQ1905', pointer, { list, id, near: suggest(id, [...there]) ?? '-' });
    };
    remove[list].forEach((id, i) => {
      known(id, `/remove/${list}/${i}`);
    });
    if (list !== 'networks')
      change[list].forEach(({ ids }, i) => {
        ids.forEach((id, k) => {
          known(id, `/change/${list}/${i}/ids/${k}`);
        });
      });
    const gone = new Set(remove[list]);
    (add[list] as readonly Keyed[]).forEach(({ id }, i) => {
      if (there.has(id) && !gone.has(id)) find('YQ1906', `/add/${list}/${i}/id`, { list, id });
    });
  }

  const goneSystems = new Set(remove.systems);
  const goneWorkloads = new Set([
    ...remove.workloads,
    ...estate.workloads.filter(({ system }) => goneSystems.has(system ?? '')).map(({ id }) => id),
  ]);
  const goneServices = new Set([
    ...remove.services,
    ...(estate.services ?? []).filter(({ system }) => goneSystems.has(system ?? '')).map(({ id }) => id),
  ]);
  const goneServers = new Set(
    withServices(estate).workloads.flatMap((workload) =>
      goneServices.has(broughtBy(workload) ?? '') ? [workload.id] : [],
    ),
  );
  const isGone = (end: string) => {
    const [kind, id = ''] = end.split(/:(.*)/s);
    if (kind === 'workload') return goneWorkloads.has(id) || goneServers.has(id);
    return (kind === 'system' || kind === 'component') && goneSystems.has(id.split('/')[0]!);
  };
  const without = (list: KeyedList) =>
    new Set(list === 'workloads' ? goneWorkloads : list === 'services' ? goneServices : remove[list]);
  const next = <T extends Keyed>(list: KeyedList, before: readonly T[], added: readonly T[]): T[] => {
    const gone = without(list);
    const sets = list === 'networks' ? new Map() : fieldsById(change[list]);
    return [...before.filter(({ id }) => !gone.has(id)).map((entry) => changed(entry, sets.get(entry.id))), ...added];
  };
  const services = next('services', estate.services ?? [], add.services);
  const cut = new Set(remove.dependencies.map(({ from, to }) => `${from} ${to}`));
  const dropped = new Set(remove.assumptions.map(({ subject, field }) => `${subject} ${field}`));
  return {
    estate: {
      ...estate,
      ...(name !== undefined && { name }),
      tenants: next('tenants', estate.tenants, add.tenants),
      systems: next('systems', estate.systems, add.systems),
      workloads: next('workloads', estate.workloads, add.workloads),
      ...(services.length > 0 || estate.services !== undefined ? { services } : {}),
      networks: next('networks', estate.networks, add.networks),
      dependencies: [
        ...estate.dependencies.filter(({ from, to }) => !isGone(from) && !isGone(to) && !cut.has(`${from} ${to}`)),
        ...add.dependencies,
      ],
      accessPolicies: [...estate.accessPolicies.filter(({ of }) => !isGone(of)), ...add.accessPolicies],
      assumptions: [
        ...estate.assumptions.filter(({ subject, field }) => !dropped.has(`${subject} ${field}`)),
        ...add.assumptions,
      ],
    },
    findings,
  };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsById(
  changes: readonly { readonly ids: readonly string[]; readonly set: Fields }[],
): Map<string, Fields> {
  const fields = new Map<string, Fields>();
  for (const { ids, set } of changes) for (const id of ids) fields.set(id, { ...fields.get(id), ...set });
  return fields;
}

/** Null takes a field away. */
function changed<T extends Keyed>(entry: T, fields: Fields | undefined): T {
  if (fields === undefined) return entry;
  return Object.fromEntries(Object.entries({ ...entry, ...fields }).filter(([, value]) => value !== null)) as T;
}
