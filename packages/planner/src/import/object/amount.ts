import type { Cursor } from './cursor.ts';
import type { ImportSession } from './session.ts';

/** No machine has more of anything: what lies above is a fault of the file. */
const maxAmount = 1e12;

/** A number not below 0; absent and empty are undefined, anything else that is none is reported as well. */
export function amountAt(cursor: Cursor, session: ImportSession): number | undefined {
  if (!cursor.exists || cursor.value === '') return undefined;
  const amount = cursor.number();
  if (amount !== undefined && amount >= 0 && amount <= maxAmount) return amount;
  const field = String(cursor.path.at(-1) ?? '');
  session.report('warning', 'YQ1506', cursor.spot(), { field, value: cursor.text() ?? '', expected: '0 ..' });
  return undefined;
}
