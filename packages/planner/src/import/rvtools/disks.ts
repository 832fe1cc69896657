import type { ImportSession } from '../object/session.ts';
import type { Spot } from '../object/spot.ts';
import type { Table } from '../table/open-table.ts';
import { createTableReport } from '../table/table-report.ts';
import type { TableRow } from '../table/table-row.ts';
import type { tabs } from './tabs.ts';
import type { VmIndex } from './vm-index.ts';
import { vmOf } from './vm-of.ts';
import type { Vm } from './vms.ts';

type DiskColumn = keyof typeof tabs.vDisk;
type PartitionColumn = keyof typeof tabs.vPartition;

/** vDisk: a volume a row. Rows of VMs that vInfo does not list are left out and told. */
export function readDisks(session: ImportSession, tables: readonly Table<DiskColumn>[], index: VmIndex<Vm>): void {
  const users = new Map<string, DiskUse[]>();
  for (const table of tables) {
    table.take((row) => {
      const vm = vmOf(table, row, index);
      if (typeof vm === 'string') return vm;
      vm.diskRows++;
      const capacity = row.number('capacity');
      if (capacity === undefined) {
        table.report.add('error', 'YQ1424', row.spot('capacity'), { name: vm.name, disk: row.text('disk') });
        return 'noSize';
      }
      const label = row.text('disk') || row.text('key');
      const volume = { ...(label !== '' && { id: label }), sizeGiB: capacity / 1024 };
      vm.workload.volumes.push(volume);
      if (row.text('key') !== '') vm.volumeOfKey.set(row.text('key'), volume);
      const backing = backingOf(row);
      if (backing.id !== '') {
        const disks = users.get(backing.key) ?? [];
        users.set(backing.key, disks);
        disks.push({ vm, volume, id: backing.id, spot: row.spot('capacity') });
      }
      return 'used';
    });
  }
  const taken = new Set<string>();
  for (const disks of users.values()) if (new Set(disks.map(({ vm }) => vm)).size > 1) share(session, disks, taken);
}

interface DiskUse {
  readonly vm: Vm;
  readonly volume: Vm['workload']['volumes'][number];
  readonly id: string;
  readonly spot: Spot;
}

/** One disk has one size: where its rows differ, the largest. */
function share(session: ImportSession, disks: readonly DiskUse[], taken: Set<string>): void {
  const [{ id: base }] = disks as [DiskUse];
  let sharedId = base;
  for (let n = 2; taken.has(sharedId); n++) sharedId = `${base} ${n}`;
  taken.add(sharedId);
  const sizeGiB = Math.max(...disks.map(({ volume }) => volume.sizeGiB));
  for (const { volume, spot } of disks) {
    if (volume.sizeGiB !== sizeGiB) session.report('warning', 'YQ1448', spot, { disk: base, sizeGiB });
    volume.sharedId = sharedId;
    volume.sizeGiB = sizeGiB;
  }
}

/**
 * What the disk lies on, where more than one VM could: a raw LUN, or the file. Two VMs with one file share it, also
 * where the sharing mode is not said. Names of datastores repeat between vCenters and datacenters, LUN IDs do not.
 */
function backingOf(row: TableRow<DiskColumn>): { readonly key: string; readonly id: string } {
  const lun = row.text('lun');
  if (row.flag('raw') === true && lun !== '') return { key: `lun:${lun}`, id: `lun:${lun}` };
  const id = row.text('path') || row.text('diskPath');
  return { key: `${row.text('server')}\u0000${row.text('datacenter')}\u0000${id}`, id };
}

/** vPartition: what the guest uses of the disk that the row names; newer versions name it. */
export function readPartitions(tables: readonly Table<PartitionColumn>[], index: VmIndex<Vm>): void {
  for (const table of tables) {
    table.take((row) => {
      const vm = vmOf(table, row, index);
      if (typeof vm === 'string') return vm;
      const volume = vm.volumeOfKey.get(row.text('key'));
      const consumed = row.number('consumed');
      if (consumed === undefined) return 'noFigures';
      if (volume === undefined) return 'unknownDisk';
      volume.usedGiB = Math.min(volume.sizeGiB, (volume.usedGiB ?? 0) + consumed / 1024);
      return 'used';
    });
  }
}

/** VMs without a row in vDisk get one volume of the size that vInfo states, and the estate says so. */
export function completeDisks(session: ImportSession, vms: readonly Vm[], vDiskRead: boolean): void {
  if (vms.length === 0) return;
  const { document } = vms[0]!.row.spot();
  const report = createTableReport(session, document, 'vInfo');
  let completed = 0;
  for (const { name, row, workload, diskRows, expectedDisks, totalDiskMiB } of vms) {
    if (vDiskRead && expectedDisks !== undefined && expectedDisks !== diskRows) {
      report.add('warning', 'YQ1425', row.spot('disks'), { name, expected: expectedDisks, found: diskRows });
    }
    if (diskRows > 0 || expectedDisks === 0 || totalDiskMiB === undefined || totalDiskMiB === 0) continue;
    workload.volumes.push({ id: 'total', sizeGiB: totalDiskMiB / 1024 });
    completed++;
  }
  report.flush();
  if (completed === 0) return;
  session.report('info', 'YQ1427', { document, pointer: 'vInfo', line: 0, column: 0 }, { count: completed });
  session.assume(
    'vInfo',
    'volumes',
    completed,
    'VMs without rows in vDisk: one volume of the total disk capacity, else of the provisioned size',
  );
}
