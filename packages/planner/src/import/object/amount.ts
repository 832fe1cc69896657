import type { Cursor } from './cursor.ts';
import { limits } from './limits.ts';
import type { ImportSession } from './session.ts';

/** A number from 0 to `max`; absent and empty are undefined, anything else that is none is reported as well. */
export function amountAt(cursor: Cursor, session: ImportSession, max: number = limits.amount): number | undefined {
  if (!cursor.exists || cursor.value === '') return undefined;
  const amount = cursor.number();
  if (amount !== undefined && amount >= 0 && amount <= max) return amount;
  const field = String(cursor.path.at(-1) ?? '');
  session.report('warning', 'YQ1506', cursor.spot(), { field, value: cursor.text() ?? '', expected: `0 .. ${max}` });
  return undefined;
}
