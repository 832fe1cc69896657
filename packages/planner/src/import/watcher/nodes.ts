import type { EstateInput } from '../../estate/schema.ts';
import type { ImportSession } from '../object/session.ts';
import { attribute, type XmlElement } from '../object/xml-element.ts';
import { numberAt } from './attributes.ts';

export type SourceHost = NonNullable<EstateInput['sourceHosts']>[number];

/** A ComputeNode as a source host that offers what Placement offers: (capacity - reserved) x ratio. */
export function readComputeNode(node: XmlElement, session: ImportSession): SourceHost | undefined {
  const id = attribute(node, 'hostname') ?? attribute(node, 'uuid');
  if (id === undefined) return undefined;
  const offered = (capacity: string, reserved: string, ratio: string): number | undefined => {
    const total = numberAt(node, capacity, session);
    if (total === undefined) return undefined;
    return Math.max(0, total - (numberAt(node, reserved, session) ?? 0)) * (numberAt(node, ratio, session) ?? 1);
  };
  const threads = numberAt(node, 'vcpus', session);
  const vcpus = offered('vcpus', 'vcpu_reserved', 'vcpu_ratio');
  const memMiB = offered('memory', 'memory_mb_reserved', 'memory_ratio');
  const diskGiB =
    offered('disk_capacity', 'disk_gb_reserved', 'disk_ratio') ?? offered('disk', 'disk_gb_reserved', 'disk_ratio');
  if (vcpus === undefined || memMiB === undefined) session.report('warning', 'YQ1513', node.spot, { host: id });
  const state = [attribute(node, 'state'), attribute(node, 'status'), attribute(node, 'disabled_reason')].filter(
    (each) => each !== undefined,
  );
  return {
    id,
    ...(vcpus !== undefined && { vcpus }),
    ...(threads !== undefined && { threads }),
    ...(memMiB !== undefined && { memMiB: Math.floor(memMiB) }),
    ...(diskGiB !== undefined && { diskGiB: Math.floor(diskGiB) }),
    ...(state.length > 0 && { state: state.join(', ') }),
  };
}

/** An IronicNode: the model knows its power state and nothing of its size. */
export function readIronicNode(node: XmlElement, session: ImportSession): SourceHost | undefined {
  const id = attribute(node, 'uuid');
  if (id === undefined) return undefined;
  session.report('warning', 'YQ1513', node.spot, { host: id });
  const maintenance = attribute(node, 'maintenance')?.toLowerCase() === 'true';
  const state = maintenance ? 'maintenance' : attribute(node, 'power_state');
  return { id, ...(state !== undefined && { state }), labels: { driver: 'ironic' } };
}
