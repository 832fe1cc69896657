import type { EstateInput } from '../../estate/schema.ts';
import type { ImportSession } from '../object/session.ts';
import { type ColumnSpec, type ColumnSpecs, count, number, required, size, sizeGiB, text } from '../table/columns.ts';
import type { LeftOutReason } from '../table/left-out.ts';
import type { Table } from '../table/open-table.ts';
import { defineTableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

type Workload = EstateInput['workloads'][number];

/** The template has two disks; servers with more add columns of the same form, twenty at most. */
const disks = Array.from({ length: 20 }, (_, i) => i + 1);

const columns: ColumnSpecs = {
  name: required(text('Server name')),
  ips: text('IP addresses'),
  cores: required(count('Cores')),
  mem: required(size('Memory')),
  osName: text('OS name'),
  osVersion: text('OS version'),
  osArch: text('OS architecture'),
  serverType: text('Server type'),
  hypervisor: text('Hypervisor'),
  cpuPct: number('CPU utilization percentage'),
  memPct: number('Memory utilization percentage'),
  boot: text('Boot type'),
  diskCount: count('Number of disks'),
  inUse: sizeGiB('Storage in use'),
  ...Object.fromEntries(
    disks.flatMap((n): [string, ColumnSpec][] => [
      [`size${n}`, sizeGiB(`Disk ${n} size`)],
      [`write${n}`, number(`Disk ${n} write throughput (MB per second)`, `Disk ${n} write throughput`)],
    ]),
  ),
};

/** The csv template by which servers are brought into Azure Migrate without an appliance. */
export const azureMigrate = defineTableImporter({ format: 'azure-migrate', name: 'Azure Migrate', columns, build });

function build(session: ImportSession, tables: readonly Table<string>[]) {
  const workloads = new Map<string, Workload>();
  let physical = 0;
  for (const table of tables) {
    table.take((row) => {
      const workload = readServer(table, row);
      if (typeof workload === 'string') return workload;
      if (workloads.has(workload.id)) {
        table.report.add('warning', 'YQ1432', row.spot('name'), { name: workload.id });
        return 'duplicate';
      }
      workloads.set(workload.id, workload);
      if (workload.labels?.serverType?.toLowerCase() === 'physical') physical++;
      return 'used';
    });
  }
  if (physical > 0)
    session.assume(
      'Server type',
      'kind',
      physical,
      'physical servers are planned as VMs at the target; they carry the label serverType',
    );
  return { workloads: [...workloads.values()] };
}

function readServer(table: Table<string>, row: TableRow<string>): Workload | LeftOutReason {
  const name = row.text('name');
  if (name === '') {
    table.report.add('error', 'YQ1431', row.spot('name'), { table: table.name });
    return 'noName';
  }
  const vcpus = row.number('cores') ?? 0;
  const memMiB = row.number('mem') ?? 0;
  if (vcpus === 0 || memMiB === 0) {
    table.report.add('error', 'YQ1421', row.spot(vcpus === 0 ? 'cores' : 'mem'), { name });
    return 'noSize';
  }
  const volumes = disks.flatMap((n) => {
    const sizeMiB = row.number(`size${n}`);
    return sizeMiB === undefined || sizeMiB === 0 ? [] : [{ id: `disk ${n}`, sizeGiB: sizeMiB / 1024 }];
  });
  const expected = row.number('diskCount');
  if (expected !== undefined && expected !== volumes.length) {
    table.report.add('warning', 'YQ1438', row.spot('diskCount'), { name, expected, found: volumes.length });
  }
  const os = `${row.text('osName')} ${row.text('osVersion')}`.trim();
  const arch = archOf(row.text('osArch'));
  if (arch === undefined && row.text('osArch') !== '') row.notUnderstood('osArch');
  const firmware = firmwareOf(row.text('boot'));
  if (firmware === undefined && row.text('boot') !== '') row.notUnderstood('boot');
  const labels = { serverType: row.text('serverType'), hypervisor: row.text('hypervisor') };
  return {
    id: name,
    vcpus,
    memMiB,
    volumes,
    ...(os !== '' && { os }),
    ...(arch !== undefined && { arch }),
    ...(firmware !== undefined && { firmware }),
    measured: readUse(row),
    ips: row
      .text('ips')
      .split(/[;,\s]+/)
      .filter((ip) => ip !== ''),
    labels: Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== '')),
  };
}

/** Writes to disk bound what changes between two synchronisations: MB/s to Mbit/s. */
function readUse(row: TableRow<string>): NonNullable<Workload['measured']> {
  const cpuPct = row.number('cpuPct');
  const memPct = row.number('memPct');
  const inUseMiB = row.number('inUse');
  const writes = disks.map((n) => row.number(`write${n}`)).filter((value) => value !== undefined);
  return {
    ...(cpuPct !== undefined && { cpuPct }),
    ...(memPct !== undefined && { memPct }),
    ...(inUseMiB !== undefined && { diskGiB: inUseMiB / 1024 }),
    ...(writes.length > 0 && { changeMbps: writes.reduce((sum, value) => sum + value, 0) * 8 }),
  };
}

function archOf(value: string): 'x86_64' | 'aarch64' | undefined {
  if (/arm|aarch/i.test(value)) return 'aarch64';
  return /^(x64|x86|x86[_-]64|amd64|i[3-6]86|64-?bit|32-?bit)$/i.test(value) ? 'x86_64' : undefined;
}

function firmwareOf(value: string): 'bios' | 'uefi' | undefined {
  if (/^u?efi$/i.test(value)) return 'uefi';
  return /^bios$/i.test(value) ? 'bios' : undefined;
}
