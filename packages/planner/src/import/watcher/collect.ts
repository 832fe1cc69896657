import type { ImportFile } from '../importer.ts';
import { readXml } from '../object/read-xml.ts';
import type { ImportSession, SeenObject } from '../object/session.ts';
import type { XmlElement } from '../object/xml-element.ts';
import { readComputeNode, readIronicNode, type SourceHost } from './nodes.ts';

export interface Item {
  readonly element: XmlElement;
  /** The ComputeNode that it stands in. */
  readonly host: string | undefined;
  readonly seen: SeenObject;
}

export interface Collected {
  readonly hosts: readonly SourceHost[];
  readonly instances: readonly Item[];
  readonly volumes: readonly Item[];
}

/** The objects of the models. Nodes and storage are settled here. */
export function collect(files: readonly ImportFile[], session: ImportSession): Collected {
  const hosts = new Map<string, { host: SourceHost; element: XmlElement }>();
  const instances: Item[] = [];
  const volumes: Item[] = [];

  const addHost = (element: XmlElement, seen: SeenObject, read: typeof readComputeNode): string | undefined => {
    const host = read(element, session);
    const first = host && hosts.get(host.id);
    if (host === undefined) {
      session.report('warning', 'YQ1507', element.spot, { kind: element.name });
      seen.leaveOut('no name');
    } else if (first !== undefined) {
      session.report('warning', 'YQ1508', element.spot, { kind: element.name, name: host.id }, first.element.spot);
      seen.leaveOut('duplicate');
    } else {
      hosts.set(host.id, { host, element });
      seen.use();
    }
    return host?.id;
  };
  const visit = (element: XmlElement, host: string | undefined): void => {
    const seen = session.see(element.spot.document, element.name);
    switch (element.name) {
      case 'ComputeNode': {
        const id = addHost(element, seen, readComputeNode);
        for (const child of element.children) visit(child, id);
        break;
      }
      case 'IronicNode':
        addHost(element, seen, readIronicNode);
        break;
      case 'StorageNode':
      case 'Pool':
        seen.leaveOut('storage of the source, not of the target');
        for (const child of element.children) visit(child, undefined);
        break;
      case 'Instance':
        instances.push({ element, host, seen });
        break;
      case 'Volume':
        volumes.push({ element, host, seen });
        break;
      default:
        session.report('warning', 'YQ1504', element.spot, { format: session.format });
        seen.leaveOut('unknown element');
    }
  };
  for (const file of files) {
    for (const root of readXml(file, session)) {
      if (root.name === 'ModelRoot') {
        for (const child of root.children) visit(child, undefined);
      } else {
        session.report('warning', 'YQ1504', root.spot, { format: session.format });
        session.see(file.path, 'file').leaveOut('not a Watcher model');
      }
    }
  }
  return { hosts: [...hosts.values()].map(({ host }) => host), instances, volumes };
}
