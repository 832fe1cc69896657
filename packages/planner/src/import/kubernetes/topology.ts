import type { Cursor } from '../object/cursor.ts';
import type { ImportSession } from '../object/session.ts';

export type Topology = 'host' | 'rack' | 'room' | 'site' | 'cloud';

/** Zones of a cluster are availability zones, sites of a fleet; the fleet's own `zone` is a security zone. */
const wellKnown: Readonly<Record<string, Topology>> = {
  'kubernetes.io/hostname': 'host',
  'topology.kubernetes.io/zone': 'site',
  'failure-domain.beta.kubernetes.io/zone': 'site',
  'topology.kubernetes.io/region': 'cloud',
  'failure-domain.beta.kubernetes.io/region': 'cloud',
};
const byWord: readonly (readonly [RegExp, Topology])[] = [
  [/rack/i, 'rack'],
  [/room/i, 'room'],
  [/zone|(^|[^a-z])az($|[^a-z])|site|datacenter/i, 'site'],
  [/region|cloud/i, 'cloud'],
];

export const zoneKeys = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'] as const;

/** The level that a `topologyKey` means. Keys that nobody defined are read by their words, else as host, and reported. */
export function topologyOf(key: Cursor, session: ImportSession): Topology {
  const name = key.text() ?? '';
  const known = Object.hasOwn(wellKnown, name) ? wellKnown[name] : undefined;
  if (known !== undefined) return known;
  const topology = byWord.find(([word]) => word.test(name))?.[1] ?? 'host';
  session.report('warning', 'YQ1511', key.spot(), { key: name, topology });
  return topology;
}
