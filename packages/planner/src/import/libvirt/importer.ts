import type { EstateInput } from '../../estate/schema.ts';
import type { Importer, ImportFile, ImportResult } from '../importer.ts';
import { headOf } from '../object/head.ts';
import { readXml } from '../object/read-xml.ts';
import { createSession } from '../object/session.ts';
import { childrenNamed, descend, type XmlElement } from '../object/xml-element.ts';
import { readVolumeSizes } from './disks.ts';
import { readDomain } from './domains.ts';
import { hostOfCapabilities, hostOfNode } from './hosts.ts';

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
type SourceHost = NonNullable<EstateInput['sourceHosts']>[number];

/** What may stand around domains. */
const wrappers = new Set(['node', 'domains', 'domstatus', 'inventory', 'nodes']);
/** Elements that say something about other objects, and are none themselves. */
const properties = new Set(['cpu', 'memory', 'devices', 'vcpus', 'taints', 'job', 'monitor', 'qemuCaps']);

function readLibvirt(files: readonly ImportFile[]): ImportResult {
  const session = createSession('libvirt');
  const objects: { element: XmlElement; host: string | undefined }[] = [];
  const hosts = new Map<string, SourceHost>();
  const addHost = (host: SourceHost): string => {
    const id = unusedKey(hosts, host.id);
    hosts.set(id, { ...host, id });
    return id;
  };
  const unfold = (element: XmlElement, host: string | undefined, depth: number): void => {
    if (!wrappers.has(element.name) || depth > 4) {
      objects.push({ element, host });
      return;
    }
    const isNode = element.name === 'node' && descend(element, 'cpu') !== undefined;
    if (isNode) session.see(element.spot.document, 'node').use();
    const inside = isNode ? addHost(hostOfNode(element, session)) : host;
    for (const child of element.children) if (!properties.has(child.name)) unfold(child, inside, depth + 1);
  };
  for (const file of files) for (const root of readXml(file, session)) unfold(root, undefined, 0);

  const sizes = readVolumeSizes(
    objects.map(({ element }) => element),
    session,
  );
  const workloads = new Map<string, Workload>();
  const domains = new Map<string, XmlElement[]>();
  for (const { element, host } of objects) {
    const seen = session.see(element.spot.document, element.name);
    if (element.name === 'capabilities') {
      addHost(hostOfCapabilities(element, session));
      seen.use();
      continue;
    }
    if (element.name !== 'domain') {
      if (element.name === 'volume' || (element.name === 'pool' && childrenNamed(element, 'volume').length > 0))
        seen.use();
      else seen.leaveOut(element.name.endsWith('snapshot') ? 'a snapshot of a domain' : 'no machine');
      if (!known.has(element.name)) session.report('warning', 'YQ1504', element.spot, { format: session.format });
      continue;
    }
    const name = descend(element, 'name')?.text || descend(element, 'uuid')?.text;
    if (!name) {
      session.report('warning', 'YQ1507', element.spot, { kind: 'domain' });
      seen.leaveOut('no name');
      continue;
    }
    const same = domains.get(name)?.find((other) => uuidOf(other) === uuidOf(element));
    if (same !== undefined) {
      session.report('warning', 'YQ1508', element.spot, { kind: 'domain', name }, same.spot);
      seen.leaveOut('duplicate');
      continue;
    }
    domains.set(name, [...(domains.get(name) ?? []), element]);
    const id = unusedKey(workloads, name);
    if (id !== name) session.report('warning', 'YQ1555', element.spot, { domain: name, id });
    const workload = readDomain(element, id, host, sizes, session);
    if (typeof workload === 'string') seen.leaveOut(workload);
    else {
      workloads.set(id, workload);
      seen.use();
    }
  }
  return session.result({ workloads: [...workloads.values()], sourceHosts: [...hosts.values()] });
}

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

const uuidOf = (domain: XmlElement): string => descend(domain, 'uuid')?.text ?? '';

function unusedKey(taken: ReadonlyMap<string, unknown>, name: string): string {
  let key = name;
  for (let n = 2; taken.has(key); n++) key = `${name}-${n}`;
  return key;
}
