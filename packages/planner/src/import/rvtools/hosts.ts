import type { EstateInput } from '../../estate/schema.ts';
import type { ImportSession } from '../object/session.ts';
import type { Table } from '../table/open-table.ts';
import type { tabs } from './tabs.ts';
import type { Vm } from './vms.ts';

export type SourceHost = NonNullable<EstateInput['sourceHosts']>[number];

/** vHost: threads are cores, twice where hyper-threading is active; vSphere schedules vCPUs onto threads. */
export function readHosts(tables: readonly Table<keyof typeof tabs.vHost>[]): SourceHost[] {
  const hosts = new Map<string, SourceHost>();
  for (const table of tables) {
    table.take((row) => {
      const id = row.text('host');
      if (id === '') {
        table.report.add('error', 'YQ1431', row.spot('host'), { table: table.name });
        return 'noName';
      }
      if (hosts.has(id)) {
        table.report.add('warning', 'YQ1432', row.spot('host'), { name: id });
        return 'duplicate';
      }
      const cores = row.number('cores');
      const threads = cores === undefined ? undefined : row.flag('threadsActive') === true ? cores * 2 : cores;
      const memMiB = row.number('mem');
      const arch = archOfCpu(row.text('cpuModel'));
      const model = `${row.text('vendor')} ${row.text('model')}`.trim();
      const labels = {
        datacenter: row.text('datacenter'),
        cpuModel: row.text('cpuModel'),
        version: row.text('version'),
        faultDomain: row.text('faultDomain'),
      };
      hosts.set(id, {
        id,
        ...(threads !== undefined && { vcpus: threads, threads }),
        ...(memMiB !== undefined && { memMiB }),
        ...(arch !== undefined && { arch }),
        ...(model !== '' && { model }),
        ...(row.text('cluster') !== '' && { cluster: row.text('cluster') }),
        ...(row.flag('maintenance') === true && { state: 'maintenance' }),
        labels: Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== '')),
      });
      return 'used';
    });
  }
  return [...hosts.values()];
}

/** A VM has the architecture of the host that it runs on: vSphere does not emulate another. */
export function setArchitectures(session: ImportSession, vms: readonly Vm[], hosts: readonly SourceHost[]): void {
  const archOf = new Map(hosts.map(({ id, arch }) => [id, arch]));
  let set = 0;
  for (const { workload } of vms) {
    const arch = archOf.get(workload.sourceHost ?? '');
    if (arch !== 'x86_64' && arch !== 'aarch64') continue;
    workload.arch = arch;
    set++;
  }
  if (set > 0)
    session.assume('vHost!CPU Model', 'arch', set, 'VMs have the architecture of the CPU of the host that they run on');
}

export function archOfCpu(model: string): 'x86_64' | 'aarch64' | undefined {
  if (/kunpeng|ampere|neoverse|graviton|thunderx|\barm\b|\baarch64\b|phytium/i.test(model)) return 'aarch64';
  return /intel|amd|xeon|epyc|opteron|hygon|zhaoxin/i.test(model) ? 'x86_64' : undefined;
}
