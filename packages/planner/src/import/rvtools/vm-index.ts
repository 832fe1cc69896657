import type { TableRow } from '../table/open-table.ts';

type IdentityRow = TableRow<'vm' | 'vmId' | 'vmUuid' | 'server'>;

/**
 * Finds the VM that a row of any tab speaks of: by VM UUID, else by VM ID within its vCenter, else by a name that only
 * one VM has.
 */
export interface VmIndex<T> {
  /** The VM that is already there under this identity, or undefined after adding `vm`. */
  add(row: IdentityRow, vm: T): T | undefined;
  find(row: IdentityRow): T | undefined;
}

export function createVmIndex<T>(): VmIndex<T> {
  const byUuid = new Map<string, T>();
  const byId = new Map<string, T | 'several'>();
  const byName = new Map<string, T | 'several'>();

  const keys = (row: IdentityRow) => ({
    uuid: row.text('vmUuid').toLowerCase(),
    id: row.text('vmId') === '' ? '' : `${row.text('server')}\u0000${row.text('vmId')}`,
    name: row.text('vm'),
  });
  const single = (vm: T | 'several' | undefined) => (vm === 'several' ? undefined : vm);
  const put = (map: Map<string, T | 'several'>, key: string, vm: T) => {
    if (key !== '') map.set(key, map.has(key) ? 'several' : vm);
  };

  return {
    add(row, vm) {
      const { uuid, id, name } = keys(row);
      // Two VMs of two vCenters may have one VM ID where the export does not name the vCenter: the UUID decides.
      const there = uuid !== '' ? byUuid.get(uuid) : id !== '' ? single(byId.get(id)) : single(byName.get(name));
      if (there !== undefined) return there;
      if (uuid !== '') byUuid.set(uuid, vm);
      put(byId, id, vm);
      put(byName, name, vm);
      return undefined;
    },
    find(row) {
      const { uuid, id, name } = keys(row);
      return (uuid === '' ? undefined : byUuid.get(uuid)) ?? single(byId.get(id)) ?? single(byName.get(name));
    },
  };
}
