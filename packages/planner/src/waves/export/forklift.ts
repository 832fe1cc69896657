import { DateTime } from 'luxon';
import { stringify } from 'yaml';
import { madeByService } from '../../services/labels.ts';
import type { MoveGroup, Waves } from '../schema.ts';
import type { WaveExporter } from './wave-export.ts';
import { sourceName, type WaveRow, waveRows } from './wave-rows.ts';

const apiVersion = 'forklift.konveyor.io/v1beta1';
/** Where Forklift and its objects live; names to be replaced where an installation has others. */
const namespace = 'konveyor-forklift';
const reference = (name: string): { name: string; namespace: string } => ({ name, namespace });
const provider = { source: reference('source'), destination: reference('host') };

/**
 * One Plan and one Migration for each move group: it cuts over as one, at its own time. Providers and maps are named, not
 * written: `source`, `host`, `network-map` and `storage-map` in `konveyor-forklift`. Containers, and what is rebuilt or
 * replicated by its database, are no work for Forklift.
 */
export const exportForklift: WaveExporter = (input) => {
  const leftOut: { workload: string; reason: string }[] = [];
  const byGroup = new Map<string, WaveRow[]>();
  for (const row of waveRows(input)) {
    const reason = whyNot(row);
    if (reason === null) byGroup.set(row.group.id, [...(byGroup.get(row.group.id) ?? []), row]);
    else leftOut.push({ workload: row.workload, reason });
  }
  const names = objectNames(input.waves);
  const files = [...byGroup.values()].map((rows) => {
    const { group, wave } = rows[0]!;
    const name = names.get(group.id)!;
    const documents = resources(rows, name, input.waves.timeZone);
    return {
      name: `${wave.id}/${name}.yaml`,
      content: documents.map((document) => `---\n${stringify(document, { lineWidth: 0 })}`).join(''),
    };
  });
  return { files, leftOut };
};

function whyNot({ source, activity }: WaveRow): string | null {
  const { method = 'warm' } = activity;
  const made = madeByService(source);
  if (made !== undefined) return made;
  if (source.kind !== 'vm') return `a ${source.kind}, no virtual machine`;
  return method === 'rebuild' || method === 'database' ? `its method is ${method}` : null;
}

function resources(rows: readonly WaveRow[], name: string, timeZone: string): object[] {
  const { group, wave, activity } = rows[0]!;
  const tenants = [...new Set(rows.map(({ system }) => system?.tenant ?? ''))];
  const labels = { 'yunqian/wave': wave.id, 'yunqian/group': name };
  const plan = {
    apiVersion,
    kind: 'Plan',
    metadata: { name, namespace, labels },
    spec: {
      description: describeGroup(group, wave.name),
      provider,
      map: { network: reference('network-map'), storage: reference('storage-map') },
      // Those of one tenant into its own namespace.
      targetNamespace: tenants.length === 1 && tenants[0] !== '' ? dnsLabel(tenants[0]!) : 'migrated',
      type: activity.method ?? 'warm',
      vms: rows.map((row) => ({ name: sourceName(row) })),
    },
  };
  const cutover = DateTime.fromISO(activity.cutoverStart, { zone: timeZone })
    .toUTC()
    .toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
  const migration = {
    apiVersion,
    kind: 'Migration',
    metadata: { name, namespace, labels },
    spec: { plan: reference(name), cutover },
  };
  return [plan, migration];
}

function describeGroup({ systems }: MoveGroup, wave: string): string {
  return systems.length === 0 ? wave : `${wave}; ${systems.join(', ')}`;
}

/** A label of RFC 1123, of a wave's group each its own. */
function objectNames({ waves }: Waves): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const wave of waves) {
    for (const group of wave.groups) {
      const base = dnsLabel(`${wave.id}-${group}`);
      let name = base;
      for (let i = 2; taken.has(name); i++) name = `${base.slice(0, 58)}-${i}`;
      taken.add(name);
      names.set(group, name);
    }
  }
  return names;
}

function dnsLabel(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'x' : plain;
}
