import type { EstateInput } from '../estate/schema.ts';
import type { EstateChangesInput } from './estate-changes-schema.ts';

type Entry = { readonly id: string } & Readonly<Record<string, unknown>>;
type Fields = Record<string, unknown>;

/** The changes that lead from one estate to another, as a document of phases writes them; equal changes of several entries together. */
export function diffEstates(before: EstateInput, after: EstateInput): EstateChangesInput {
  const tenants = keyed(before.tenants, after.tenants);
  const systems = keyed(before.systems, after.systems);
  const workloads = keyed(before.workloads, after.workloads);
  const services = keyed(before.services, after.services);
  const networks = keyed(before.networks, after.networks);
  const dependencies = paired(before.dependencies, after.dependencies, ({ from, to }) => ({ from, to }));
  const assumptions = paired(before.assumptions, after.assumptions, ({ subject, field }) => ({ subject, field }));
  return {
    ...(after.name !== before.name && { name: after.name }),
    add: {
      ...some('tenants', tenants.added),
      ...some('systems', systems.added),
      ...some('workloads', workloads.added),
      ...some('services', services.added),
      ...some('dependencies', dependencies.added),
      ...some('networks', networks.added),
      ...some('assumptions', assumptions.added),
    },
    change: {
      ...some('tenants', tenants.changed),
      ...some('systems', systems.changed),
      ...some('workloads', workloads.changed),
      ...some('services', services.changed),
    },
    remove: {
      ...some('tenants', tenants.removed),
      ...some('systems', systems.removed),
      ...some('workloads', workloads.removed),
      ...some('services', services.removed),
      ...some('networks', networks.removed),
      ...some('dependencies', dependencies.removed),
      ...some('assumptions', assumptions.removed),
    },
  } as EstateChangesInput;
}

const some = (name: string, list: readonly unknown[]) => (list.length > 0 ? { [name]: list } : {});

function keyed<T extends { readonly id: string }>(before: readonly T[] = [], after: readonly T[] = []) {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const now = new Set(after.map(({ id }) => id));
  const bySet = new Map<string, { ids: string[]; set: Fields }>();
  for (const entry of after) {
    const known = old.get(entry.id);
    const set = known && fieldsThatChange(known as unknown as Entry, entry as unknown as Entry);
    if (set === undefined || Object.keys(set).length === 0) continue;
    const key = JSON.stringify(set);
    const group = bySet.get(key) ?? { ids: [], set };
    group.ids.push(entry.id);
    bySet.set(key, group);
  }
  return {
    added: after.filter(({ id }) => !old.has(id)),
    changed: [...bySet.values()],
    removed: before.filter(({ id }) => !now.has(id)).map(({ id }) => id),
  };
}

function fieldsThatChange(before: Entry, after: Entry): Fields {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, after[name] ?? null]),
  );
}

/** Entries known by a pair of fields, which need not be unique: where any of a pair differs, all of it go and those of `after` come. */
function paired<T, K extends object>(before: readonly T[] = [], after: readonly T[] = [], keyOf: (entry: T) => K) {
  const groups = (list: readonly T[]) => Map.groupBy(list, (entry) => JSON.stringify(keyOf(entry)));
  const old = groups(before);
  const now = groups(after);
  const same = (key: string) => JSON.stringify(old.get(key)) === JSON.stringify(now.get(key));
  return {
    added: [...now].flatMap(([key, list]) => (same(key) ? [] : list)),
    removed: [...old].flatMap(([key, list]) => (same(key) ? [] : [keyOf(list[0]!)])),
  };
}
