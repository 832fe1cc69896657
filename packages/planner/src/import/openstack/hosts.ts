import type { EstateInput } from '../../estate/schema.ts';
import { amountAt } from '../object/amount.ts';
import type { Cursor } from '../object/cursor.ts';
import { limits } from '../object/limits.ts';
import type { ImportSession } from '../object/session.ts';

export type SourceHost = NonNullable<EstateInput['sourceHosts']>[number];

export interface Hypervisors {
  readonly hosts: SourceHost[];
  /** Host by server id, for answers `with-servers`. */
  readonly hostOfServer: ReadonlyMap<string, string>;
}

/**
 * Hypervisors as source hosts. A list (without capacity) and a detailed answer about one host are the same host: the
 * one with capacity is kept. Since API 2.88 capacity is not in this answer at all, which is reported.
 */
export function readHypervisors(rows: readonly Cursor[], session: ImportSession): Hypervisors {
  const byName = new Map<string, { host: SourceHost; row: Cursor }>();
  const hostOfServer = new Map<string, string>();
  const seen = rows.map((row) => session.see(row.file, 'hypervisors'));
  const kept = new Map<string, number>();
  rows.forEach((row, i) => {
    const name = row.first('hypervisor_hostname', 'Hypervisor Hostname').text();
    if (name === undefined) {
      session.report('warning', 'YQ1507', row.spot(), { kind: 'hypervisor' });
      seen[i]!.leaveOut('no name');
      return;
    }
    for (const server of row.get('servers').items()) {
      const id = server.first('uuid', 'id').text();
      if (id !== undefined) hostOfServer.set(id, name);
    }
    const host = readHost(name, row, session);
    const first = byName.get(name);
    if (first !== undefined && (hasCapacity(first.host) || !hasCapacity(host))) {
      session.report('warning', 'YQ1508', row.spot(), { kind: 'hypervisor', name }, first.row.spot());
      seen[i]!.leaveOut('duplicate');
      return;
    }
    if (first !== undefined) seen[kept.get(name)!]!.leaveOut('duplicate');
    byName.set(name, { host, row });
    kept.set(name, i);
  });
  for (const i of kept.values()) seen[i]!.use();
  for (const { host, row } of byName.values()) {
    if (!hasCapacity(host)) session.report('warning', 'YQ1532', row.spot(), { host: host.id });
  }
  return { hosts: [...byName.values()].map(({ host }) => host), hostOfServer };
}

const hasCapacity = (host: SourceHost): boolean => host.vcpus !== undefined && host.memMiB !== undefined;

function readHost(id: string, row: Cursor, session: ImportSession): SourceHost {
  const vcpus = amountAt(row.first('vcpus', 'vCPUs'), session, limits.vcpus);
  const memMiB = amountAt(row.first('memory_mb', 'Memory MB'), session);
  const diskGiB = amountAt(row.first('local_gb', 'Local GB', 'Disk GB'), session);
  const arch = archOf(row.get('cpu_info'));
  const state = [row.first('state', 'State').text(), row.first('status', 'Status').text()].filter(
    (each) => each !== undefined,
  );
  return {
    id,
    ...(vcpus !== undefined && { vcpus, threads: vcpus }),
    ...(memMiB !== undefined && { memMiB }),
    ...(diskGiB !== undefined && { diskGiB }),
    ...(arch !== undefined && { arch }),
    ...(state.length > 0 && { state: state.join(', ') }),
  };
}

/** `cpu_info` is an object since API 2.28, before that the same as JSON text. */
function archOf(info: Cursor): string | undefined {
  if (info.isMap) return info.get('arch').text();
  try {
    const parsed: unknown = JSON.parse(info.text() ?? 'null');
    return typeof parsed === 'object' && parsed !== null && 'arch' in parsed && typeof parsed.arch === 'string'
      ? parsed.arch
      : undefined;
  } catch {
    return undefined;
  }
}
