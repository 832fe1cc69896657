import type { TableRow } from '../table/table-row.ts';

type IdentityRow = TableRow<'vm' | 'vmId' | 'vmUuid' | 'server'>;

interface Entry<T> {
  readonly uuid: string;
  /** VM ID within its vCenter. */
  readonly id: string;
  readonly name: string;
  readonly vm: T;
}

export interface VmIndex<T> {
  /**
   * Adds the VM of a row, unless it is there: of the same name with no identity that differs, or of the same VM UUID
   * and VM ID under another name. `twin` has its UUID and is another VM: copies and stripped exports have such.
   */
  add(row: IdentityRow, vm: T): { readonly there?: T; readonly twin?: T };
  /** The VM that a row of any tab speaks of: by VM UUID, else by VM ID, else by name; undefined where several could be meant. */
  find(row: IdentityRow): T | undefined;
}

export function createVmIndex<T>(): VmIndex<T> {
  const byUuid = new Map<string, Entry<T>[]>();
  const byId = new Map<string, Entry<T>[]>();
  const byName = new Map<string, Entry<T>[]>();

  return {
    add(row, vm) {
      const entry: Entry<T> = { ...identityOf(row), vm };
      const sameUuid = byUuid.get(entry.uuid) ?? [];
      const there =
        byName.get(entry.name)?.find((known) => !differs(known, entry)) ??
        sameUuid.find(({ id }) => id !== '' && id === entry.id);
      if (there !== undefined) return { there: there.vm };
      put(byUuid, entry.uuid, entry);
      put(byId, entry.id, entry);
      put(byName, entry.name, entry);
      return sameUuid.length === 0 ? {} : { twin: sameUuid[0]!.vm };
    },
    find(row) {
      const { uuid, id, name } = identityOf(row);
      for (const list of [byUuid.get(uuid), byId.get(id), byName.get(name)]) {
        const exact = list?.length === 1 ? list : list?.filter((known) => known.id === id && known.name === name);
        if (exact?.length === 1) return exact[0]!.vm;
      }
      return undefined;
    },
  };
}

function identityOf(row: IdentityRow): Omit<Entry<never>, 'vm'> {
  const vmId = row.text('vmId');
  return {
    uuid: row.text('vmUuid').toLowerCase(),
    id: vmId === '' ? '' : `${row.text('server')}\u0000${vmId}`,
    name: row.text('vm'),
  };
}

/** Where one of two rows lacks what the other has, nothing differs. */
function differs(a: Omit<Entry<never>, 'vm'>, b: Omit<Entry<never>, 'vm'>): boolean {
  if (a.uuid !== '' && b.uuid !== '') return a.uuid !== b.uuid;
  return a.id !== '' && b.id !== '' && a.id !== b.id;
}

function put<T>(map: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void {
  if (key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}
