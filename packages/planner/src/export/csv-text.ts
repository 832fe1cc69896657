/**
 * Rows as CSV (RFC 4180) with a byte order mark, by which Excel and WPS tell UTF-8. Text that a spreadsheet would take
 * for a formula gets an apostrophe in front: names come from inventories that anybody may have written.
 */
export function csvText(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
