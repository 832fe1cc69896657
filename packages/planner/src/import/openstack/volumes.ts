import type { EstateWorkload } from '../../estate/schema.ts';
import { amountAt } from '../object/amount.ts';
import type { Cursor } from '../object/cursor.ts';
import { evsTypeOf } from '../object/evs-type.ts';
import type { ImportSession, SeenObject } from '../object/session.ts';

type Volume = EstateWorkload['volumes'][number];

export interface BlockVolumes {
  /** Volumes of a server, by what either side says. Those that the input does not describe are reported. */
  of(server: string, attached: readonly string[], row: Cursor): Volume[];
  settle(): void;
}

/** Cinder volumes. One that several servers hold is one shared disk. */
export function createVolumes(rows: readonly Cursor[], session: ImportSession): BlockVolumes {
  const byId = new Map<string, { volume: Volume; seen: SeenObject; used: boolean }>();
  const ofServer = new Map<string, string[]>();
  /** Without any list of volumes there is one thing to say, not one for each server. */
  const undescribed: { first?: Cursor; servers: number; volumes: number } = { servers: 0, volumes: 0 };
  for (const row of rows) {
    const seen = session.see(row.file, 'volumes');
    const id = row.first('id', 'ID').text();
    const sizeGiB = amountAt(row.first('size', 'Size'), session);
    if (id === undefined || sizeGiB === undefined) {
      session.report('warning', 'YQ1533', row.spot(), { volume: id ?? '' });
      seen.leaveOut('no id or no size');
      continue;
    }
    const first = byId.get(id);
    if (first !== undefined) {
      seen.leaveOut('duplicate');
      continue;
    }
    const servers = serversOf(row.first('attachments', 'Attached to'));
    for (const server of servers) ofServer.set(server, [...(ofServer.get(server) ?? []), id]);
    const shared = servers.length > 1 ? { sharedId: id } : {};
    byId.set(id, {
      volume: { id, sizeGiB, ...evsTypeOf(row.first('volume_type', 'Type').text()), ...shared },
      seen,
      used: false,
    });
  }
  return {
    of(server, attached, row) {
      const ids = [...new Set([...attached, ...(ofServer.get(server) ?? [])])];
      const known = ids.flatMap((id) => byId.get(id) ?? []);
      for (const entry of known) entry.used = true;
      const missing = ids.length - known.length;
      if (missing > 0 && rows.length > 0) {
        const name = row.first('name', 'Name').text() ?? server;
        session.report('warning', 'YQ1537', row.spot(), { server: name, missing });
      } else if (missing > 0) {
        undescribed.first ??= row;
        undescribed.servers++;
        undescribed.volumes += missing;
      }
      return known.map(({ volume }) => ({ ...volume }));
    },
    settle() {
      const { first, servers, volumes } = undescribed;
      if (first !== undefined) session.report('warning', 'YQ1539', first.spot(), { servers, volumes });
      for (const { seen, used } of byId.values()) {
        if (used) seen.use();
        else seen.leaveOut('not attached to a server of the input');
      }
    },
  };
}

/** Server ids of attachments: the API's list, the client's list, or its text `Attached to ID on /dev/vdb`. */
function serversOf(attachments: Cursor): string[] {
  if (attachments.isList)
    return [...new Set(attachments.items().flatMap((each) => each.get('server_id').text() ?? []))];
  return [...new Set([...(attachments.text() ?? '').matchAll(/Attached to (\S+)/g)].map(([, id]) => id!))];
}
