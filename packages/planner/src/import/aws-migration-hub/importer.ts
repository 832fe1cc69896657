import type { EstateInput } from '../../estate/schema.ts';
import type { ImportSession } from '../object/session.ts';
import { createApplications, parseTags } from '../table/applications.ts';
import { count, defineColumns, number, required, size, text } from '../table/columns.ts';
import type { LeftOutReason } from '../table/left-out.ts';
import type { Table } from '../table/open-table.ts';
import { defineTableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

type Workload = EstateInput['workloads'][number];
type Column = keyof typeof columns;

const columns = defineColumns({
  externalId: text('ExternalId'),
  ip: text('IPAddress'),
  mac: text('MACAddress'),
  hostName: text('HostName'),
  moRefId: text('VMware.MoRefId'),
  vCenterId: text('VMware.VCenterId'),
  vmName: text('VMware.VMName'),
  serverId: text('ServerId'),
  processors: count('CPU.NumberOfProcessors'),
  cores: count('CPU.NumberOfCores'),
  logicalCores: count('CPU.NumberOfLogicalCores'),
  mem: required(size('RAM.TotalSizeInMB')),
  memUsed: size('RAM.UsedSizeInMB.Avg'),
  cpuPct: number('CPU.UsagePct.Avg'),
  writeKBps: number('DiskWritesPerSecondInKB.Avg'),
  osName: text('OS.Name'),
  osVersion: text('OS.Version'),
  applications: text('Applications'),
  wave: text('ApplicationWave'),
  tags: text('Tags'),
});

/** The import template of AWS Migration Hub (Application Discovery Service): servers with sizes, without disks. */
export const awsMigrationHub = defineTableImporter({
  format: 'aws-migration-hub',
  name: 'AWS Migration Hub',
  columns,
  build,
});

function build(session: ImportSession, tables: readonly Table<Column>[]) {
  const applications = createApplications(session);
  const workloads = new Map<string, Workload>();
  const dependencies: NonNullable<EstateInput['dependencies']> = [];
  let assumedCpus = 0;
  for (const table of tables) {
    table.take((row) => {
      const workload = readServer(table, row);
      if (typeof workload === 'string') return workload;
      if (workloads.has(workload.id)) {
        table.report.add('warning', 'YQ1432', row.spot(), { name: workload.id });
        return 'duplicate';
      }
      workloads.set(workload.id, workload);
      if (row.number('logicalCores') === undefined) assumedCpus++;
      const [first, ...others] = splitNames(row.text('applications'));
      for (const name of first === undefined ? [] : [first, ...others]) {
        const wave = row.text('wave');
        const application = applications.get(name, row.spot('applications'));
        if (wave !== '') application.waves.add(wave);
      }
      if (first !== undefined) workload.system = first;
      // A workload stands in one system; the other applications on it need it all the same.
      for (const name of others)
        dependencies.push({
          from: `system:${name}`,
          to: `workload:${workload.id}`,
          strength: 'strong',
          note: 'runs on it',
        });
      return 'used';
    });
  }
  const [table] = tables;
  if (workloads.size > 0)
    session.report(
      'warning',
      'YQ1440',
      { document: table!.file, pointer: table!.name, line: 0, column: 0 },
      { count: workloads.size },
    );
  if (assumedCpus > 0)
    session.assume(
      'CPU.NumberOfLogicalCores',
      'vcpus',
      assumedCpus,
      'where it is empty: the number of cores, else of processors',
    );
  return { systems: applications.systems(), workloads: [...workloads.values()], dependencies };
}

function readServer(table: Table<Column>, row: TableRow<Column>): Workload | LeftOutReason {
  const moRef = row.text('moRefId') === '' ? '' : `${row.text('vCenterId')}/${row.text('moRefId')}`;
  const id =
    row.text('vmName') ||
    row.text('hostName') ||
    row.text('externalId') ||
    row.text('serverId') ||
    moRef ||
    row.text('ip') ||
    row.text('mac');
  if (id === '') {
    table.report.add('error', 'YQ1431', row.spot(), { table: table.name });
    return 'noName';
  }
  const vcpus = row.number('logicalCores') ?? row.number('cores') ?? row.number('processors') ?? 0;
  const memMiB = row.number('mem') ?? 0;
  if (vcpus === 0 || memMiB === 0) {
    table.report.add('error', 'YQ1421', row.spot(vcpus === 0 ? 'logicalCores' : 'mem'), { name: id });
    return 'noSize';
  }
  const os = `${row.text('osName')} ${row.text('osVersion')}`.trim();
  const cpuPct = row.number('cpuPct');
  const memUsed = row.number('memUsed');
  const writeKBps = row.number('writeKBps');
  return {
    id,
    vcpus,
    memMiB,
    ...(os !== '' && { os }),
    measured: {
      ...(cpuPct !== undefined && { cpuPct }),
      ...(memUsed !== undefined && { memMiB: memUsed }),
      // Writes to disk bound what changes: kB/s to Mbit/s.
      ...(writeKBps !== undefined && { changeMbps: (writeKBps * 8) / 1000 }),
    },
    ips: splitNames(row.text('ip')),
    labels: Object.fromEntries(parseTags(row.text('tags'))),
  };
}

const splitNames = (cell: string): string[] =>
  [...new Set(cell.split(/[;,]/).map((name) => name.trim()))].filter((name) => name !== '');
