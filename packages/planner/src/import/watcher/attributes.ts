import { limits } from '../object/limits.ts';
import type { ImportSession } from '../object/session.ts';
import { attribute, type XmlElement } from '../object/xml-element.ts';

/** A number from 0 to the limit; what is written and is none is reported. */
export function numberAt(element: XmlElement, name: string, session: ImportSession): number | undefined {
  const text = attribute(element, name);
  if (text === undefined) return undefined;
  const max = name === 'vcpus' ? limits.vcpus : limits.amount;
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0 && value <= max) return value;
  session.report('warning', 'YQ1506', element.spot, { field: name, value: text, expected: `0 .. ${max}` });
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
