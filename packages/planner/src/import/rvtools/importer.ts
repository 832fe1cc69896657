import type { Importer, ImportFile, ImportResult } from '../importer.ts';
import { createSession } from '../object/session.ts';
import { fileSpot } from '../object/spot.ts';
import type { ColumnSpecs } from '../table/columns.ts';
import type { Grid } from '../table/grid.ts';
import { leaveOutGrid, openTable, type Table } from '../table/open-table.ts';
import { finish, readFiles } from '../table/read-files.ts';
import { readGrids } from '../table/read-grids.ts';
import { completeDisks, readDisks, readPartitions } from './disks.ts';
import { readDrsRules } from './drs-rules.ts';
import { readHosts, setArchitectures } from './hosts.ts';
import { type Tab, tabOf, tabs } from './tabs.ts';
import { readCpuUse, readMemUse, readNetworks } from './usage.ts';
import { readVms } from './vms.ts';

/**
 * RVTools exports: workbooks, or one csv file a tab, of one or several vCenters. vInfo gives the workloads, the other
 * tabs what they know of them; clusters, folders and resource pools stay labels, since no tab says which business
 * system a VM belongs to.
 */
export const rvtools: Importer = {
  format: 'rvtools',
  async detect(files) {
    for (const file of files) {
      const { grids } = await readGrids(file);
      if (grids.some((grid) => tabOf(grid) === 'vInfo')) return true;
    }
    return false;
  },
  read,
};

async function read(files: readonly ImportFile[]): Promise<ImportResult> {
  const session = createSession('rvtools');
  const byTab = new Map<Tab, Grid[]>();
  for (const grid of await readFiles(session, files)) {
    const tab = tabOf(grid);
    if (tab === undefined)
      session.report(
        'warning',
        'YQ1418',
        { ...fileSpot(grid.file), pointer: grid.name },
        { table: grid.name, format: 'RVTools' },
      );
    if (tab === undefined || tab === 'other') leaveOutGrid(session, grid, 'notNeeded', 1);
    else byTab.set(tab, [...(byTab.get(tab) ?? []), { ...grid, name: tab }]);
  }
  const open = <K extends string>(tab: Tab, specs: ColumnSpecs<K>): Table<K>[] =>
    (byTab.get(tab) ?? []).map((grid) => openTable(session, grid, specs)).filter((table) => table !== undefined);

  if (!byTab.has('vInfo')) session.report('error', 'YQ1420', fileSpot(files[0]?.path ?? ''), {});
  const { vms, index } = readVms(session, open('vInfo', tabs.vInfo));
  readDisks(session, open('vDisk', tabs.vDisk), index);
  completeDisks(session, vms, byTab.has('vDisk'));
  readPartitions(open('vPartition', tabs.vPartition), index);
  readCpuUse(open('vCPU', tabs.vCPU), index);
  readMemUse(open('vMemory', tabs.vMemory), index);
  const measured = vms.filter(
    ({ workload }) => workload.measured.cpuPct !== undefined || workload.measured.memMiB !== undefined,
  );
  if (measured.length > 0) {
    session.assume(
      'vCPU, vMemory',
      'measured',
      measured.length,
      'use of CPU and memory is that of the moment of the export, not a mean or a percentile',
    );
  }
  readNetworks(open('vNetwork', tabs.vNetwork), index);
  const sourceHosts = readHosts(open('vHost', tabs.vHost));
  setArchitectures(session, vms, sourceHosts);
  return finish(session, files, {
    workloads: vms.map(({ workload }) => workload),
    sourceHosts,
    rules: readDrsRules(session, vms),
  });
}
