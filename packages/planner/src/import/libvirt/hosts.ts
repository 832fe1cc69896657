import type { EstateInput } from '../../estate/schema.ts';
import type { ImportSession } from '../object/session.ts';
import { attribute, childrenNamed, descend, type XmlElement } from '../object/xml-element.ts';
import { scaledBytes } from './scaled.ts';

type SourceHost = NonNullable<EstateInput['sourceHosts']>[number];

/**
 * The host of `virsh capabilities`: threads and memory are summed over its NUMA cells. Capabilities hold no host name;
 * the id is the file's name.
 */
export function hostOfCapabilities(root: XmlElement, session: ImportSession): SourceHost {
  const host = descend(root, 'host') ?? root;
  const cpu = descend(host, 'cpu');
  const cells = childrenNamed(descend(host, 'topology', 'cells'), 'cell');
  const threads =
    sum(cells.map((cell) => number(attribute(descend(cell, 'cpus'), 'num')))) ??
    productOf(descend(host, 'cpu', 'topology'));
  const bytes = sum(cells.map((cell) => scaledBytes(descend(cell, 'memory'), 'KiB', session)));
  const arch = cpu && descend(cpu, 'arch')?.text;
  const model = [cpu && descend(cpu, 'vendor')?.text, cpu && descend(cpu, 'model')?.text].filter(Boolean).join(' ');
  return hostOf(root, threads, bytes, arch, model, session);
}

/** The `<node>` of libvirt's test driver, in whose file its domains stand. */
export function hostOfNode(root: XmlElement, session: ImportSession): SourceHost {
  const cpu = descend(root, 'cpu');
  const count = (name: string) => number(cpu && descend(cpu, name)?.text) ?? 1;
  const threads = cpu && count('nodes') * count('sockets') * count('cores') * count('threads');
  return hostOf(
    root,
    threads,
    scaledBytes(descend(root, 'memory'), 'KiB', session),
    cpu && descend(cpu, 'model')?.text,
    '',
    session,
  );
}

function hostOf(
  root: XmlElement,
  threads: number | undefined,
  bytes: number | undefined,
  arch: string | undefined,
  model: string,
  session: ImportSession,
): SourceHost {
  const id = baseName(root.spot.document);
  if (threads === undefined || bytes === undefined) session.report('warning', 'YQ1513', root.spot, { host: id });
  return {
    id,
    ...(threads !== undefined && { vcpus: threads, threads }),
    ...(bytes !== undefined && { memMiB: Math.floor(bytes / 2 ** 20) }),
    ...(arch && { arch: arch === 'i686' ? 'x86_64' : arch }),
    ...(model !== '' && { model }),
  };
}

const baseName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(/\.xml$/i, '') || 'host';

function productOf(topology: XmlElement | undefined): number | undefined {
  if (topology === undefined) return undefined;
  return ['sockets', 'dies', 'clusters', 'cores', 'threads'].reduce(
    (product, name) => product * (number(attribute(topology, name)) ?? 1),
    1,
  );
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}

function sum(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, value) => total + value, 0);
}
