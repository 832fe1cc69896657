import type { EstateInput } from '../../estate/schema.ts';
import type { Importer, ImportFile, ImportResult } from '../importer.ts';
import { amountAt } from '../object/amount.ts';
import type { Cursor } from '../object/cursor.ts';
import { headOf } from '../object/head.ts';
import { readData } from '../object/read-data.ts';
import { createSession, type ImportSession } from '../object/session.ts';

type SourceHost = NonNullable<EstateInput['sourceHosts']>[number];

/**
 * The inventory of kubev2v migration-planner: totals and histograms of a vCenter, no list of machines. Nothing is made
 * up from totals: the estate has the hosts where the inventory lists them, and a note with the totals.
 */
export const migrationPlanner: Importer = {
  format: 'migration-planner',
  detect: (files) =>
    files.some(
      (file) =>
        /^\s*\{/.test(headOf(file)) &&
        /"(totalMigratable|vcenter(_id|Id)?|clustersPerDatacenter)"\s*:/.test(headOf(file)) &&
        /"(vms|infra)"\s*:/.test(headOf(file)),
    ),
  read: async (files) => readInventory(files),
};

function readInventory(files: readonly ImportFile[]): ImportResult {
  const session = createSession('migration-planner');
  const hosts = new Map<string, SourceHost>();
  const notes: string[] = [];
  for (const document of files.flatMap((file) => readData(file, session))) {
    const inventories = inventoriesOf(document);
    if (inventories.length === 0) {
      session.report('warning', 'YQ1504', document.spot(), { format: session.format });
      session.see(document.file, 'file').leaveOut('no inventory');
    }
    const trouble = document.get('err').text() ?? document.get('error').text();
    if (trouble !== undefined && inventories.length > 0)
      session.report('warning', 'YQ1571', document.get('err').spot(), { message: trouble });
    for (const inventory of inventories) {
      session.see(document.file, 'inventory').leaveOut('totals, no list of machines');
      notes.push(totalsOf(inventory, session));
      readHosts(inventory, hosts, session);
    }
  }
  return session.result({ ...(notes.length > 0 && { note: notes.join('\n') }), sourceHosts: [...hosts.values()] });
}

/** One inventory a file at first, one for each cluster later. */
function inventoriesOf(document: Cursor): Cursor[] {
  const root = document.get('inventory').isMap ? document.get('inventory') : document;
  const clusters = root
    .get('clusters')
    .entries()
    .map(([, cluster]) => cluster)
    .filter(isInventory);
  if (clusters.length > 0) return clusters;
  return [root, root.get('vcenter')].filter(isInventory).slice(0, 1);
}

const isInventory = (cursor: Cursor): boolean => cursor.get('vms').isMap && cursor.get('infra').isMap;

const read = new Set(['total', 'cpuCores', 'ramGB', 'diskGB']);

function totalsOf(inventory: Cursor, session: ImportSession): string {
  const total = (...path: string[]) => amountAt(inventory.get('vms', ...path), session) ?? 0;
  const totals = {
    vms: total('total'),
    vcpus: total('cpuCores', 'total'),
    ramGB: total('ramGB', 'total'),
    diskGB: total('diskGB', 'total'),
  };
  session.report('error', 'YQ1570', inventory.get('vms').spot(), totals);
  for (const field of inventory.get('vms').keys()) if (!read.has(field)) session.ignore(`vms.${field}`);
  for (const field of inventory.get('infra').keys()) if (field !== 'hosts') session.ignore(`infra.${field}`);
  return `${inventory.file}: ${totals.vms} machines with ${totals.vcpus} vCPUs, ${totals.ramGB} GB of memory and ${totals.diskGB} GB of disk in total; the inventory does not list them.`;
}

/** Hosts, where the inventory lists them. VMware's MB are MiB. */
function readHosts(inventory: Cursor, hosts: Map<string, SourceHost>, session: ImportSession): void {
  for (const host of inventory.get('infra', 'hosts').items()) {
    const seen = session.see(host.file, 'hosts');
    const id = host.first('id', 'name').text();
    if (id === undefined || hosts.has(id)) {
      if (id === undefined) session.report('warning', 'YQ1507', host.spot(), { kind: 'host' });
      seen.leaveOut(id === undefined ? 'no id' : 'duplicate');
      continue;
    }
    const cores = amountAt(host.get('cpuCores'), session);
    const memMiB = amountAt(host.get('memoryMB'), session);
    const model = [host.get('vendor').text(), host.get('model').text()].filter((each) => each !== undefined).join(' ');
    const state = host.get('powerState').text();
    if (cores === undefined || memMiB === undefined) session.report('warning', 'YQ1513', host.spot(), { host: id });
    hosts.set(id, {
      id,
      ...(cores !== undefined && { vcpus: cores }),
      ...(memMiB !== undefined && { memMiB }),
      ...(model !== '' && { model }),
      ...(state !== undefined && { state }),
    });
    seen.use();
  }
}
