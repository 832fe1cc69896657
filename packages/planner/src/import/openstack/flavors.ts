import { amountAt } from '../object/amount.ts';
import type { Cursor } from '../object/cursor.ts';
import { limits } from '../object/limits.ts';
import type { ImportSession, SeenObject } from '../object/session.ts';

/** What a server gets. */
export interface Flavor {
  readonly vcpus: number;
  readonly memMiB: number;
  readonly rootGiB: number;
  readonly ephemeralGiB: number;
  readonly swapMiB: number;
  readonly extraSpecs: Readonly<Record<string, string>>;
}

export interface FlavorTable {
  /** By id, else by name. Marks the flavor as used. */
  find(idOrName: string): Flavor | undefined;
  settle(): void;
}

/** A flavor from the API, from the client's columns, or embedded in a server (API 2.47); undefined without a size. */
export function readFlavor(row: Cursor, session: ImportSession): Flavor | undefined {
  const vcpus = amountAt(row.first('vcpus', 'VCPUs'), session, limits.vcpus);
  const memMiB = amountAt(row.first('ram', 'RAM'), session);
  if (vcpus === undefined || memMiB === undefined) return undefined;
  const amount = (...keys: string[]) => amountAt(row.first(...keys), session) ?? 0;
  return {
    vcpus,
    memMiB,
    rootGiB: amount('disk', 'Disk'),
    ephemeralGiB: amount('OS-FLV-EXT-DATA:ephemeral', 'ephemeral', 'Ephemeral'),
    swapMiB: amount('swap', 'Swap'),
    extraSpecs: propertiesOf(row.first('extra_specs', 'Properties', 'properties')),
  };
}

export function createFlavors(rows: readonly Cursor[], session: ImportSession): FlavorTable {
  const flavors: { flavor: Flavor; seen: SeenObject; used: boolean }[] = [];
  const byId = new Map<string, (typeof flavors)[number]>();
  const byName = new Map<string, (typeof flavors)[number]>();
  for (const row of rows) {
    const seen = session.see(row.file, 'flavors');
    const id = row.first('id', 'ID').text();
    const name = row.first('name', 'Name').text();
    const flavor = readFlavor(row, session);
    if (flavor === undefined || (id === undefined && name === undefined)) {
      session.report('warning', 'YQ1531', row.spot(), { flavor: name ?? id ?? '' });
      seen.leaveOut('no size or no name');
    } else if ((id !== undefined && byId.has(id)) || (id === undefined && byName.has(name!))) {
      seen.leaveOut('duplicate');
    } else {
      const entry = { flavor, seen, used: false };
      flavors.push(entry);
      if (id !== undefined) byId.set(id, entry);
      if (name !== undefined && !byName.has(name)) byName.set(name, entry);
    }
  }
  return {
    find(idOrName) {
      const entry = byId.get(idOrName) ?? byName.get(idOrName);
      if (entry !== undefined) entry.used = true;
      return entry?.flavor;
    },
    settle() {
      for (const { seen, used } of flavors) {
        if (used) seen.use();
        else seen.leaveOut('no server of the input uses it');
      }
    },
  };
}

/** Properties as the API has them, or as the client prints them: `a='b', c='d'`. */
export function propertiesOf(cursor: Cursor): Readonly<Record<string, string>> {
  if (cursor.isMap) return cursor.textMap();
  return Object.fromEntries(
    [...(cursor.text() ?? '').matchAll(/([^\s,=][^=]*?)='([^']*)'/g)].map(([, key, value]) => [key!, value!]),
  );
}
