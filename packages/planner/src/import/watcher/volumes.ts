import { evsTypeOf } from '../object/evs-type.ts';
import type { ImportSession } from '../object/session.ts';
import { attribute, type XmlElement } from '../object/xml-element.ts';
import { jsonAt, numberAt } from './attributes.ts';
import type { Workload } from './instances.ts';

/** Hands a Volume to the workloads that it is attached to; the reason why not, where there is none. */
export function attachVolume(
  volume: XmlElement,
  workloads: ReadonlyMap<string, Workload>,
  session: ImportSession,
): string | undefined {
  const id = attribute(volume, 'uuid');
  const sizeGiB = numberAt(volume, 'size', session);
  if (id === undefined || sizeGiB === undefined) return 'no id or no size';
  const servers = serversOf(volume);
  const attached = servers.flatMap((server) => workloads.get(server) ?? []);
  if (attached.length === 0) return 'not attached to an instance of the input';
  const shared = servers.length > 1 ? { sharedId: id } : {};
  for (const workload of attached) {
    workload.volumes = [
      ...(workload.volumes ?? []),
      { id, sizeGiB, ...evsTypeOf(attribute(volume, 'volume_type')), ...shared },
    ];
  }
  return undefined;
}

function serversOf(volume: XmlElement): string[] {
  const attachments = jsonAt(volume, 'attachments');
  const ids = (Array.isArray(attachments) ? attachments : []).map((each: unknown) =>
    typeof each === 'object' && each !== null && 'server_id' in each ? each.server_id : undefined,
  );
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}
