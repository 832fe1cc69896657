import type { EstateInput } from '../../estate/schema.ts';
import type { ImportSession } from '../object/session.ts';
import { attribute, type XmlElement } from '../object/xml-element.ts';
import { jsonAt, numberAt } from './attributes.ts';

export type Workload = EstateInput['workloads'][number];

const powerStates: Readonly<Record<string, 'on' | 'off' | 'suspended'>> = {
  active: 'on',
  stopped: 'off',
  shelved: 'off',
  shelved_offloaded: 'off',
  paused: 'suspended',
  suspended: 'suspended',
};

export const isExcluded = (instance: XmlElement): boolean =>
  attribute(instance, 'watcher_exclude')?.toLowerCase() === 'true';

/** An Instance as a virtual machine; undefined without a size. Its disk is one volume, metadata become labels. */
export function readInstance(
  instance: XmlElement,
  id: string,
  host: string | undefined,
  session: ImportSession,
): Workload | undefined {
  const vcpus = numberAt(instance, 'vcpus', session);
  const memMiB = numberAt(instance, 'memory', session);
  if (vcpus === undefined || memMiB === undefined) return undefined;
  const name = attribute(instance, 'name');
  const project = attribute(instance, 'project_id');
  const diskGiB = numberAt(instance, 'disk', session) ?? 0;
  const state = attribute(instance, 'state')?.toLowerCase() ?? '';
  const sourceHost = host ?? attribute(instance, 'hypervisor_hostname') ?? attribute(instance, 'host');
  const labels = { ...metadataOf(instance), ...(isExcluded(instance) && { 'watcher-exclude': 'true' }) };
  return {
    id,
    ...(name !== undefined && { name }),
    ...(project !== undefined && { system: project }),
    vcpus,
    memMiB,
    volumes: diskGiB > 0 ? [{ id: 'disk', sizeGiB: diskGiB }] : [],
    ...(Object.hasOwn(powerStates, state) && { powerState: powerStates[state]! }),
    ...(sourceHost !== undefined && { sourceHost }),
    ...(Object.keys(labels).length > 0 && { labels }),
  };
}

/** Entries of the metadata that are single values. */
function metadataOf(instance: XmlElement): Record<string, string> {
  const metadata = jsonAt(instance, 'metadata');
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) return {};
  return Object.fromEntries(
    Object.entries(metadata)
      .filter(([key, value]) => key !== '__proto__' && (typeof value !== 'object' || value === null))
      .map(([key, value]) => [key, String(value)]),
  );
}
