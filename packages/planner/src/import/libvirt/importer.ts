import type { EstateInput } from '../../estate/schema.ts';
import type { Importer, ImportFile, ImportResult } from '../importer.ts';
import { headOf } from '../object/head.ts';
import { createSession, type ImportSession } from '../object/session.ts';
import { childrenNamed, descend, type XmlElement } from '../object/xml-element.ts';
import { type Collected, collect, unusedKey } from './collect.ts';
import { readVolumeSizes, type VolumeSizes } from './disks.ts';
import { readDomain } from './domains.ts';

/**
 * libvirt XML: domains (`virsh dumpxml`, also many in one file) become virtual machines, capabilities source hosts,
 * volumes (`virsh vol-dumpxml`) give disks their sizes.
 */
export const libvirt: Importer = {
  format: 'libvirt',
  detect: (files) => files.some((file) => /<(domain|domstatus|domainsnapshot|capabilities)[\s>]/.test(headOf(file))),
  read: async (files) => readLibvirt(files),
};

type Workload = EstateInput['workloads'][number];

function readLibvirt(files: readonly ImportFile[]): ImportResult {
  const session = createSession('libvirt');
  const { domains, others, hosts } = collect(files, session);
  const sizes = readVolumeSizes(others, session);
  const workloads = readDomains(domains, sizes, session);
  for (const element of others) settleOther(element, session);
  return session.result({ workloads, sourceHosts: [...hosts] });
}

/** Domains with one name are the same if they have the same UUID; else both are kept, under names that differ. */
function readDomains(domains: Collected['domains'], sizes: VolumeSizes, session: ImportSession): Workload[] {
  const workloads = new Map<string, Workload>();
  const byName = new Map<string, XmlElement[]>();
  for (const { element, host } of domains) {
    const seen = session.see(element.spot.document, 'domain');
    const name = descend(element, 'name')?.text || uuidOf(element);
    if (name === '') {
      session.report('warning', 'YQ1507', element.spot, { kind: 'domain' });
      seen.leaveOut('no name');
      continue;
    }
    const namesakes = byName.get(name) ?? [];
    const same = namesakes.find((other) => uuidOf(other) === uuidOf(element));
    if (same !== undefined) {
      session.report('warning', 'YQ1508', element.spot, { kind: 'domain', name }, same.spot);
      seen.leaveOut('duplicate');
      continue;
    }
    byName.set(name, [...namesakes, element]);
    const id = unusedKey(workloads, name);
    if (id !== name) session.report('warning', 'YQ1555', element.spot, { domain: name, id });
    const workload = readDomain(element, id, host, sizes, session);
    if (typeof workload === 'string') {
      seen.leaveOut(workload);
    } else {
      workloads.set(id, workload);
      seen.use();
    }
  }
  return [...workloads.values()];
}

const uuidOf = (domain: XmlElement): string => descend(domain, 'uuid')?.text ?? '';

/** Roots that libvirt writes and that are no machines. */
const known = new Set([
  'volume',
  'pool',
  'network',
  'device',
  'interface',
  'secret',
  'nwfilter',
  'domainsnapshot',
  'test:domainsnapshot',
  'domainCapabilities',
  'sysinfo',
]);

function settleOther(element: XmlElement, session: ImportSession): void {
  const seen = session.see(element.spot.document, element.name);
  if (!known.has(element.name)) session.report('warning', 'YQ1504', element.spot, { format: session.format });
  if (element.name === 'volume' || childrenNamed(element, 'volume').length > 0) seen.use();
  else seen.leaveOut(element.name.endsWith('snapshot') ? 'a snapshot of a domain' : 'no machine');
}
