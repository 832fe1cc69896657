import type { EstateInput } from '../../estate/schema.ts';
import type { ImportFile } from '../importer.ts';
import { readXml } from '../object/read-xml.ts';
import type { ImportSession } from '../object/session.ts';
import { descend, type XmlElement } from '../object/xml-element.ts';
import { hostOfCapabilities, hostOfNode } from './hosts.ts';

type SourceHost = NonNullable<EstateInput['sourceHosts']>[number];

export interface Collected {
  /** Domains, each with the host in whose element it stands. */
  readonly domains: readonly { readonly element: XmlElement; readonly host: string | undefined }[];
  /** Whatever else libvirt writes: volumes, pools, networks, devices. */
  readonly others: readonly XmlElement[];
  readonly hosts: readonly SourceHost[];
}

/** What may stand around domains. */
const wrappers = new Set(['node', 'domains', 'domstatus', 'inventory', 'nodes']);
const maxWrappers = 4;
/** Elements that say something about what they stand in, and are no objects themselves. */
const properties = new Set(['cpu', 'memory', 'devices', 'vcpus', 'taints', 'job', 'monitor', 'qemuCaps']);

/** The objects of the files. Hosts (capabilities, nodes of the test driver) are read and counted here. */
export function collect(files: readonly ImportFile[], session: ImportSession): Collected {
  const domains: { element: XmlElement; host: string | undefined }[] = [];
  const others: XmlElement[] = [];
  const hosts = new Map<string, SourceHost>();
  const addHost = (element: XmlElement, host: SourceHost): string => {
    session.see(element.spot.document, element.name).use();
    const id = unusedKey(hosts, host.id);
    hosts.set(id, { ...host, id });
    return id;
  };
  const unfold = (element: XmlElement, host: string | undefined, depth: number): void => {
    if (element.name === 'capabilities') {
      addHost(element, hostOfCapabilities(element, session));
    } else if (element.name === 'domain') {
      domains.push({ element, host });
    } else if (!wrappers.has(element.name) || depth > maxWrappers) {
      others.push(element);
    } else {
      const isHost = element.name === 'node' && descend(element, 'cpu') !== undefined;
      const inside = isHost ? addHost(element, hostOfNode(element, session)) : host;
      for (const child of element.children) if (!properties.has(child.name)) unfold(child, inside, depth + 1);
    }
  };
  for (const file of files) for (const root of readXml(file, session)) unfold(root, undefined, 0);
  return { domains, others, hosts: [...hosts.values()] };
}

/** The name, or the name with the first number that nobody has. */
export function unusedKey(taken: ReadonlyMap<string, unknown>, name: string): string {
  let key = name;
  for (let n = 2; taken.has(key); n++) key = `${name}-${n}`;
  return key;
}
