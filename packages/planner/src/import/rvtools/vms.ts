import type { EstateInput } from '../../estate/schema.ts';
import type { ImportSession } from '../object/session.ts';
import type { LeftOutReason } from '../table/left-out.ts';
import type { Table } from '../table/open-table.ts';
import type { TableRow } from '../table/table-row.ts';
import type { tabs } from './tabs.ts';
import { createVmIndex, type VmIndex } from './vm-index.ts';

export type Workload = EstateInput['workloads'][number];
type Volume = NonNullable<Workload['volumes']>[number];
export type InfoColumn = keyof typeof tabs.vInfo;

/** A VM while its tabs are put together. */
export interface Vm {
  readonly name: string;
  readonly row: TableRow<InfoColumn>;
  readonly workload: Workload & {
    volumes: Volume[];
    ips: string[];
    networks: string[];
    measured: NonNullable<Workload['measured']>;
    labels: Record<string, string>;
  };
  /** Templates and the like: known, so that their rows in other tabs are not taken for orphans. */
  readonly leftOut: boolean;
  /** By disk key, for the partitions. */
  readonly volumeOfKey: Map<string, Volume>;
  diskRows: number;
  /** What vInfo says of the disks. */
  readonly expectedDisks: number | undefined;
  readonly totalDiskMiB: number | undefined;
}

/**
 * vInfo: one workload a row. Templates and recovery placeholders are left out; a second row of the same VM is left
 * out with a warning. VMs that only share a name are all kept, told apart by their VM ID.
 */
export function readVms(
  session: ImportSession,
  tables: readonly Table<InfoColumn>[],
): { vms: Vm[]; index: VmIndex<Vm> } {
  const index = createVmIndex<Vm>();
  const vms: Vm[] = [];
  for (const table of tables) {
    table.take((row) => {
      const outcome = readVm(table, row, index);
      if (typeof outcome === 'string') return outcome;
      vms.push(outcome);
      return 'used';
    });
  }
  giveIds(session, vms);
  return { vms, index };
}

function readVm(table: Table<InfoColumn>, row: TableRow<InfoColumn>, index: VmIndex<Vm>): Vm | LeftOutReason {
  const name = row.text('vm');
  if (name === '') {
    table.report.add('error', 'YQ1431', row.spot('vm'), { table: table.name });
    return 'noName';
  }
  const vcpus = row.number('cpus') ?? 0;
  const memMiB = row.number('mem') ?? 0;
  const leftOut = row.flag('template')
    ? 'template'
    : row.flag('placeholder')
      ? 'placeholder'
      : vcpus === 0 || memMiB === 0
        ? 'noSize'
        : undefined;
  const workload = toWorkload(row, name, vcpus, memMiB);
  const vm: Vm = {
    name,
    row,
    workload,
    leftOut: leftOut !== undefined,
    volumeOfKey: new Map(),
    diskRows: 0,
    expectedDisks: row.number('disks'),
    totalDiskMiB: row.number('totalDisk') ?? row.number('provisioned'),
  };
  const { there, twin } = index.add(row, vm);
  if (leftOut === 'noSize') table.report.add('error', 'YQ1421', row.spot(vcpus === 0 ? 'cpus' : 'mem'), { name });
  if (leftOut !== undefined) return leftOut;
  if (there !== undefined) {
    table.report.add('warning', 'YQ1422', row.spot('vm'), { name, line: there.row.line });
    return 'duplicate';
  }
  if (twin !== undefined && !twin.leftOut)
    table.report.add('warning', 'YQ1439', row.spot('vmUuid'), { name, other: twin.name });
  const state = row.text('connectionState');
  if (state !== '' && state.toLowerCase() !== 'connected')
    table.report.add('warning', 'YQ1429', row.spot('connectionState'), { name, state });
  return vm;
}

function toWorkload(row: TableRow<InfoColumn>, name: string, vcpus: number, memMiB: number): Vm['workload'] {
  const inUse = row.number('inUse');
  const firmware = firmwareOf(row.text('firmware'));
  if (firmware === undefined && row.text('firmware') !== '') row.notUnderstood('firmware');
  const powerState = powerStateOf(row.text('powerState'));
  if (powerState === undefined && row.text('powerState') !== '') row.notUnderstood('powerState');
  const os = row.text('osRunning') || row.text('osConfigured');
  const host = row.text('host');
  const networks = ([1, 2, 3, 4, 5, 6, 7, 8] as const).map((n) => row.text(`network${n}`));
  const labels = {
    vmId: row.text('vmId'),
    vmUuid: row.text('vmUuid'),
    dnsName: row.text('dnsName'),
    datacenter: row.text('datacenter'),
    cluster: row.text('cluster'),
    resourcePool: row.text('resourcePool'),
    folder: row.text('folder'),
    vApp: row.text('vApp'),
  };
  return {
    id: name,
    vcpus,
    memMiB,
    volumes: [],
    ...(os !== '' && { os }),
    ...(firmware !== undefined && { firmware }),
    ...(powerState !== undefined && { powerState }),
    ...(host !== '' && { sourceHost: host }),
    measured: inUse === undefined || inUse === 0 ? {} : { diskGiB: inUse / 1024 },
    ips: distinct(splitList(row.text('ip'))),
    networks: distinct(networks),
    labels: Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== '')),
  };
}

function giveIds(session: ImportSession, vms: readonly Vm[]): void {
  const sameName = groupByName(vms);
  const taken = new Set([...sameName].filter(([, group]) => group.length === 1).map(([name]) => name));
  for (const [name, group] of sameName) {
    if (group.length === 1) continue;
    session.report(
      'warning',
      'YQ1423',
      group[1]!.row.spot('vm'),
      { name, count: group.length },
      group[0]!.row.spot('vm'),
    );
    for (const { row, workload } of group) {
      const base = `${name} (${row.text('vmId') || row.text('vmUuid') || row.line})`;
      let id = base;
      for (let n = 2; taken.has(id); n++) id = `${base} ${n}`;
      taken.add(id);
      workload.id = id;
      workload.name = name;
    }
  }
}

function groupByName(vms: readonly Vm[]): Map<string, Vm[]> {
  const groups = new Map<string, Vm[]>();
  for (const vm of vms) {
    const group = groups.get(vm.name);
    if (group === undefined) groups.set(vm.name, [vm]);
    else group.push(vm);
  }
  return groups;
}

export const distinct = (values: readonly string[]): string[] => [...new Set(values.filter((value) => value !== ''))];

/** Addresses of one cell: `10.0.0.1, fe80::1`. */
export const splitList = (value: string): string[] => value.split(/[,;\s]+/).filter((part) => part !== '');

function firmwareOf(value: string): 'bios' | 'uefi' | undefined {
  if (/^u?efi$/i.test(value)) return 'uefi';
  return /^bios$/i.test(value) ? 'bios' : undefined;
}

function powerStateOf(value: string): 'on' | 'off' | 'suspended' | undefined {
  const state = value.toLowerCase().replace(/[\s_-]/g, '');
  if (state === 'poweredon' || state === 'on' || state === 'running') return 'on';
  if (state === 'poweredoff' || state === 'off' || state === 'notrunning') return 'off';
  return state === 'suspended' ? 'suspended' : undefined;
}
