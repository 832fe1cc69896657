import type { Importer, ImportFile, ImportResult } from '../importer.ts';
import { headOf } from '../object/head.ts';
import { createSession, type ImportSession } from '../object/session.ts';
import { attribute, type XmlElement } from '../object/xml-element.ts';
import { collect, type Item } from './collect.ts';
import { isExcluded, readInstance, type Workload } from './instances.ts';
import { attachVolume } from './volumes.ts';

/** Data models of OpenStack Watcher: compute nodes with their instances, storage with its volumes, bare metal. */
export const watcher: Importer = {
  format: 'watcher',
  detect: (files) => files.some((file) => /<ModelRoot[\s/>]/.test(headOf(file))),
  read: async (files) => readWatcher(files),
};

function readWatcher(files: readonly ImportFile[]): ImportResult {
  const session = createSession('watcher');
  const { hosts, instances, volumes } = collect(files, session);
  const workloads = readInstances(instances, session);
  attachVolumes(volumes, workloads, session);
  remark(
    'YQ1561',
    instances.filter(({ host }) => host === undefined),
    session,
  );
  remark(
    'YQ1562',
    instances.filter(({ element }) => isExcluded(element)),
    session,
  );
  const projects = [...new Set([...workloads.values()].flatMap(({ system }) => system ?? []))];
  return session.result({
    tenants: projects.map((id) => ({ id })),
    systems: projects.map((id) => ({ id, tenant: id })),
    workloads: [...workloads.values()],
    sourceHosts: [...hosts],
  });
}

/** Workloads by id, in the order of the models. */
function readInstances(instances: readonly Item[], session: ImportSession): ReadonlyMap<string, Workload> {
  const workloads = new Map<string, Workload>();
  const places = new Map<string, XmlElement>();
  for (const { element, host, seen } of instances) {
    const id = attribute(element, 'uuid');
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
    if (attribute(element, 'state')?.toLowerCase() === 'deleted') {
      seen.leaveOut('deleted');
      continue;
    }
    const workload = readInstance(element, id, host, session);
    if (workload === undefined) {
      session.report('error', 'YQ1560', element.spot, { instance: id });
      seen.leaveOut('vCPUs or memory unknown');
      continue;
    }
    workloads.set(id, workload);
    seen.use();
  }
  return workloads;
}

function attachVolumes(
  volumes: readonly Item[],
  workloads: ReadonlyMap<string, Workload>,
  session: ImportSession,
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

/** Says once, at the first of them, what holds for several. */
function remark(code: string, which: readonly Item[], session: ImportSession): void {
  const [first] = which;
  if (first !== undefined) session.report('info', code, first.element.spot, { count: which.length });
}
