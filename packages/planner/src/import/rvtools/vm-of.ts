import type { Table } from '../table/open-table.ts';
import type { TableRow } from '../table/table-row.ts';
import type { VmIndex } from './vm-index.ts';
import type { Vm } from './vms.ts';

type Joined = 'vm' | 'vmId' | 'vmUuid' | 'server';

/** The VM that a row of another tab belongs to, or why the row is of no use. Orphans are told once a VM. */
export function vmOf<K extends string>(
  table: Table<K | Joined>,
  row: TableRow<K | Joined>,
  index: VmIndex<Vm>,
): Vm | 'unknownVm' | 'vmLeftOut' {
  const vm = index.find(row);
  if (vm !== undefined) return vm.leftOut ? 'vmLeftOut' : vm;
  const name = row.text('vm');
  table.report.addOnce(name, 'warning', 'YQ1428', row.spot('vm'), { table: table.name, name });
  return 'unknownVm';
}
