import type { Table } from '../table/open-table.ts';
import type { tabs } from './tabs.ts';
import type { VmIndex } from './vm-index.ts';
import { vmOf } from './vm-of.ts';
import { distinct, splitList, type Vm } from './vms.ts';

/** vCPU: used of granted MHz, as a share; RVTools shows the moment of the export. */
export function readCpuUse(tables: readonly Table<keyof typeof tabs.vCPU>[], index: VmIndex<Vm>): void {
  for (const table of tables) {
    table.take((row) => {
      const vm = vmOf(table, row, index);
      if (typeof vm === 'string') return vm;
      if (vm.workload.powerState === 'off') return 'poweredOff';
      const used = row.number('overallMhz');
      const granted = row.number('maxMhz');
      if (used === undefined || granted === undefined || granted === 0) return 'noFigures';
      vm.workload.measured.cpuPct = percent(used, granted);
      return 'used';
    });
  }
}

/** vMemory: active memory, the working set of the last minutes as ESXi samples it; not what the guest ever touched. */
export function readMemUse(tables: readonly Table<keyof typeof tabs.vMemory>[], index: VmIndex<Vm>): void {
  for (const table of tables) {
    table.take((row) => {
      const vm = vmOf(table, row, index);
      if (typeof vm === 'string') return vm;
      if (vm.workload.powerState === 'off') return 'poweredOff';
      const active = row.number('active');
      if (active === undefined) return 'noFigures';
      vm.workload.measured.memMiB = active;
      vm.workload.measured.memPct = percent(active, vm.workload.memMiB);
      return 'used';
    });
  }
}

/** vNetwork: port groups and addresses, added to those that vInfo has. */
export function readNetworks(tables: readonly Table<keyof typeof tabs.vNetwork>[], index: VmIndex<Vm>): void {
  for (const table of tables) {
    table.take((row) => {
      const vm = vmOf(table, row, index);
      if (typeof vm === 'string') return vm;
      const { workload } = vm;
      workload.networks = distinct([...workload.networks, row.text('network')]);
      workload.ips = distinct([...workload.ips, ...splitList(row.text('ipv4')), ...splitList(row.text('ipv6'))]);
      return 'used';
    });
  }
}

/** To a tenth: the figures behind it are samples. */
const percent = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10;
