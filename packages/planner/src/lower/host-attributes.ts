import type { ExpandedFleet, FleetHost } from '@yunqian/hw-model';
import type { AttributeValue } from '@yunqian/scheduler-core';
import type { Storage } from './storage.ts';

/** Pool of a host that names none. */
export const commonPool = 'shared';

/** Attributes of hosts that policies may ask for; besides these, `label:KEY`. */
export const hostAttributes = [
  'zone',
  'site',
  'room',
  'rack',
  'cloud',
  'az',
  'host',
  'arch',
  'pool',
  'trait',
  'profile',
  'role',
  'mlps',
] as const;

/** Whether a rule may name this attribute. */
export function isHostAttribute(name: string): boolean {
  return (hostAttributes as readonly string[]).includes(name) || /^label:./.test(name);
}

type Reader = (host: FleetHost) => AttributeValue | undefined;

/** The value of an attribute; undefined where the host has none. Places answer to their full path and to its last part. */
export function hostAttribute(name: string, storage: Storage): Reader {
  if (name.startsWith('label:')) {
    const key = name.slice('label:'.length);
    return ({ labels }) => (Object.hasOwn(labels, key) ? labels[key] : undefined);
  }
  const reader = readers[name];
  if (reader !== undefined) return reader;
  if (name === 'storageTypes')
    return (host) => list(storage.types.filter((type) => storage.setOf(host, type) !== undefined));
  throw new TypeError(`no host attribute ${name}`);
}

const place = (path: string): AttributeValue | undefined =>
  path === '' ? undefined : [...new Set([path, path.slice(path.lastIndexOf('/') + 1)])];
const text = (value: string): string | undefined => (value === '' ? undefined : value);
const list = (values: readonly string[]): readonly string[] | undefined => (values.length === 0 ? undefined : values);

const readers: Readonly<Record<string, Reader>> = {
  zone: ({ zone }) => text(zone),
  site: ({ site }) => place(site),
  room: ({ room }) => place(room),
  rack: ({ rack }) => place(rack),
  host: ({ id }) => place(id),
  cloud: ({ cloud }) => text(cloud),
  az: ({ az }) => text(az),
  arch: ({ arch }) => arch,
  pool: ({ pool }) => text(pool) ?? commonPool,
  trait: ({ traits }) => list(traits),
  taints: ({ taints }) => list(taints),
  profile: ({ profile }) => profile,
  /** What the host is for: whole machines, or workloads that share it. Platform roles carry a taint as well. */
  serves: ({ role }) => (role === 'bareMetal' ? 'bareMetal' : 'shared'),
  role: ({ role }) => role,
  mlps: ({ mlps }) => mlps,
};

/** Taints of the fleet that a toleration covers: the taint itself, its key (`dedicated` for `dedicated=x:NoSchedule`), or `*`. */
export function createTolerationMatch(fleet: ExpandedFleet): (tolerations: readonly string[]) => readonly string[] {
  const taints = [...new Set(fleet.hosts.flatMap((host) => host.taints))].sort();
  return (tolerations) =>
    taints.filter((taint) =>
      tolerations.some(
        (toleration) =>
          toleration === '*' ||
          toleration === taint ||
          taint.startsWith(`${toleration}=`) ||
          taint.startsWith(`${toleration}:`),
      ),
    );
}
