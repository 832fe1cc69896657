import { limits } from '../object/limits.ts';
import type { ImportSession } from '../object/session.ts';
import { attribute, childrenNamed, descend, type XmlElement } from '../object/xml-element.ts';

/** Units as libvirt scales them: `KB` is 1000 bytes, `k` and `KiB` are 1024. */
const bytesPer: Readonly<Record<string, number>> = {
  b: 1,
  bytes: 1,
  kb: 1e3,
  k: 2 ** 10,
  kib: 2 ** 10,
  mb: 1e6,
  m: 2 ** 20,
  mib: 2 ** 20,
  gb: 1e9,
  g: 2 ** 30,
  gib: 2 ** 30,
  tb: 1e12,
  t: 2 ** 40,
  tib: 2 ** 40,
  pb: 1e15,
  p: 2 ** 50,
  pib: 2 ** 50,
};

/** Bytes of a scaled integer such as `<memory unit='GiB'>4</memory>`; undefined (and reported) for anything else. */
export function scaledBytes(
  element: XmlElement | undefined,
  defaultUnit: 'KiB' | 'bytes',
  session: ImportSession,
): number | undefined {
  const max = element?.name === 'capacity' ? limits.diskBytes : limits.memoryBytes;
  return element && toBytes(element.text, element, defaultUnit, max, session);
}

/** Memory of the NUMA cells of a guest; libvirt lets them stand for the guest's memory. */
export function numaBytes(domain: XmlElement, session: ImportSession): number | undefined {
  const cells = childrenNamed(descend(domain, 'cpu', 'numa'), 'cell').map((cell) =>
    toBytes(attribute(cell, 'memory') ?? '', cell, 'KiB', limits.memoryBytes, session),
  );
  return cells.length === 0
    ? undefined
    : cells.reduce<number | undefined>(
        (sum, cell) => (sum !== undefined && cell !== undefined ? sum + cell : undefined),
        0,
      );
}

function toBytes(
  text: string,
  element: XmlElement,
  defaultUnit: string,
  max: number,
  session: ImportSession,
): number | undefined {
  const unit = attribute(element, 'unit') ?? defaultUnit;
  const scale = Object.hasOwn(bytesPer, unit.toLowerCase()) ? bytesPer[unit.toLowerCase()] : undefined;
  const bytes = /^\d+$/.test(text) ? Number(text) * (scale ?? Number.NaN) : Number.NaN;
  if (bytes <= max) return bytes;
  session.report('warning', 'YQ1506', element.spot, {
    field: element.name,
    value: `${text} ${unit}`,
    expected: '4 GiB, 4194304 KiB',
  });
  return undefined;
}
