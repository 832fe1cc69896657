import type { ImportSession } from '../object/session.ts';
import { attribute, type XmlElement } from '../object/xml-element.ts';

/** No machine has more of anything: what lies above is a fault of the file. */
const maxAmount = 1e12;

/** A number not below 0; what is written and is none is reported. */
export function numberAt(element: XmlElement, name: string, session: ImportSession): number | undefined {
  const text = attribute(element, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0 && value <= maxAmount) return value;
  session.report('warning', 'YQ1506', element.spot, { field: name, value: text, expected: '0 ..' });
  return undefined;
}

/** The value of an attribute that holds JSON; undefined where it holds none. */
export function jsonAt(element: XmlElement, name: string): unknown {
  try {
    return JSON.parse(attribute(element, name) ?? 'null');
  } catch {
    return undefined;
  }
}
