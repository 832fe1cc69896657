import type { Importer, ImportFile, ImportResult } from '../importer.ts';
import { headOf } from '../object/head.ts';
import { readXml } from '../object/read-xml.ts';
import { createSession, type SeenObject } from '../object/session.ts';
import { attribute, type XmlElement } from '../object/xml-element.ts';
import { isExcluded, readInstance, type Workload } from './instances.ts';
import { readComputeNode, readIronicNode, type SourceHost } from './nodes.ts';
import { attachVolume } from './volumes.ts';

/** Data models of OpenStack Watcher: compute nodes with their instances, storage with its volumes, bare metal. */
export const watcher: Importer = {
  format: 'watcher',
  detect: (files) => files.some((file) => /<ModelRoot[\s/>]/.test(headOf(file))),
  read: async (files) => readWatcher(files),
};

interface Item {
  readonly element: XmlElement;
  /** The ComputeNode that it stands in. */
  readonly host: string | undefined;
  readonly seen: SeenObject;
}

function readWatcher(files: readonly ImportFile[]): ImportResult {
  const session = createSession('watcher');
  const hosts = new Map<string, { host: SourceHost; element: XmlElement }>();
  const instances: Item[] = [];
  const volumes: Item[] = [];

  const addHost = (element: XmlElement, seen: SeenObject, read: typeof readComputeNode): string | undefined => {
    const host = read(element, session);
    if (host === undefined) {
      session.report('warning', 'YQ1507', element.spot, { kind: element.name });
      seen.leaveOut('no name');
    } else if (hosts.has(host.id)) {
      session.report(
        'warning',
        'YQ1508',
        element.spot,
        { kind: element.name, name: host.id },
        hosts.get(host.id)!.element.spot,
      );
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
        return;
      }
      case 'IronicNode':
        addHost(element, seen, readIronicNode);
        return;
      case 'StorageNode':
      case 'Pool':
        seen.leaveOut('storage of the source, not of the target');
        for (const child of element.children) visit(child, undefined);
        return;
      case 'Instance':
        instances.push({ element, host, seen });
        return;
      case 'Volume':
        volumes.push({ element, host, seen });
        return;
      default:
        session.report('warning', 'YQ1504', element.spot, { format: session.format });
        seen.leaveOut('unknown element');
    }
  };
  for (const file of files) {
    for (const root of readXml(file, session)) {
      if (root.name === 'ModelRoot') for (const child of root.children) visit(child, undefined);
      else {
        session.report('warning', 'YQ1504', root.spot, { format: session.format });
        session.see(file.path, 'file').leaveOut('not a Watcher model');
      }
    }
  }

  const workloads = new Map<string, Workload>();
  const places = new Map<string, XmlElement>();
  for (const { element, host, seen } of instances) {
    const id = attribute(element, 'uuid');
    const state = attribute(element, 'state')?.toLowerCase();
    if (id === undefined) {
      session.report('warning', 'YQ1507', element.spot, { kind: 'Instance' });
      seen.leaveOut('no uuid');
      continue;
    }
    const first = places.get(id);
    if (first !== undefined) {
      session.report('warning', 'YQ1508', element.spot, { kind: 'Instance', name: id }, first.spot);
      seen.leaveOut('duplicate');
      continue;
    }
    places.set(id, element);
    const workload = state === 'deleted' ? undefined : readInstance(element, id, host, session);
    if (workload === undefined) {
      if (state !== 'deleted') session.report('error', 'YQ1560', element.spot, { instance: id });
      seen.leaveOut(state === 'deleted' ? 'deleted' : 'vCPUs or memory unknown');
      continue;
    }
    workloads.set(id, workload);
    seen.use();
  }
  const remark = (code: string, which: readonly Item[]): void => {
    if (which.length > 0) session.report('info', code, which[0]!.element.spot, { count: which.length });
  };
  remark(
    'YQ1561',
    instances.filter(({ host }) => host === undefined),
  );
  remark(
    'YQ1562',
    instances.filter(({ element }) => isExcluded(element)),
  );
  attachVolumes(volumes, workloads, session);

  const projects = [...new Set([...workloads.values()].flatMap(({ system }) => system ?? []))];
  return session.result({
    tenants: projects.map((id) => ({ id })),
    systems: projects.map((id) => ({ id, tenant: id })),
    workloads: [...workloads.values()],
    sourceHosts: [...hosts.values()].map(({ host }) => host),
  });
}

function attachVolumes(
  volumes: readonly Item[],
  workloads: ReadonlyMap<string, Workload>,
  session: ReturnType<typeof createSession>,
): void {
  const read = new Set<string>();
  for (const { element, seen } of volumes) {
    const id = attribute(element, 'uuid') ?? '';
    const reason = read.has(id) ? 'duplicate' : attachVolume(element, workloads, session);
    read.add(id);
    if (reason === undefined) seen.use();
    else seen.leaveOut(reason);
  }
}
