import { formatNumber } from '../format.ts';
import { type Content, type Markup, markup } from '../markup.ts';
import type { Messages } from '../messages/messages.ts';

export interface Column<Row> {
  readonly head: string;
  readonly align?: 'end';
  cell(row: Row): Content;
}

/** What a reader can take in and a browser can draw; the rest is in the documents. */
const maxRows = 2_000;

/** A table whose rows the page's filter can hide. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], messages: Messages): Markup {
  const side = (column: Column<Row>) => column.align === 'end' && markup` class="end"`;
  const head = columns.map((column) => markup`<th scope="col"${side(column)}>${column.head}</th>`);
  const body = rows
    .slice(0, maxRows)
    .map((row) => markup`<tr>${columns.map((column) => markup`<td${side(column)}>${column.cell(row)}</td>`)}</tr>\n`);
  const more =
    rows.length > maxRows && markup`<p class="note">${messages.more(formatNumber(rows.length - maxRows))}</p>`;
  return markup`<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>\n${body}</tbody></table></div>${more}`;
}
