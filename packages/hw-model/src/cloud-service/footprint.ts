import type { Amount, ServiceRole } from './service.ts';

/** One kind of servers of an instance of a given size; amounts are those of one replica. */
export interface RoleFootprint {
  readonly role: string;
  readonly count: number;
  readonly vcpus: number;
  readonly memMiB: number;
  readonly volumes: readonly { readonly type: string; readonly sizeGiB: number }[];
  readonly nicMbps: number;
}

/** What the servers of a role take at a size: amounts by size are rounded up, to MiB and GiB. */
export function roleFootprint(role: ServiceRole, size: number): RoleFootprint {
  const { vcpus, nicMbps } = role;
  const count =
    typeof role.count === 'number' ? role.count : Math.max(role.count.least, Math.ceil(size / role.count.per));
  const amount = (of: Amount): number => {
    if (typeof of === 'number') return of;
    return 'perUnit' in of ? of.perUnit * size : (of.shared * size) / count;
  };
  return {
    role: role.role,
    count,
    vcpus,
    memMiB: upwards(amount(role.memGiB) * 1024),
    volumes: role.volumes.map(({ type, sizeGiB }) => ({ type, sizeGiB: upwards(amount(sizeGiB)) })),
    nicMbps,
  };
}

/** Up to the next whole number, forgiving what division leaves behind. */
const upwards = (value: number): number => Math.ceil(value - 1e-9);
