import type { ColumnSpecs } from './columns.ts';
import { cellText, type Grid, isBlank, isBlankRow } from './grid.ts';
import { headerKey, type SizeUnit, splitUnit } from './header.ts';

export interface BoundColumn {
  readonly index: number;
  /** As the file spells it. */
  readonly header: string;
  /** Of a size, where the header names one. */
  readonly unit: SizeUnit | undefined;
}

export interface Header<K extends string> {
  /** Index of the header in the grid's rows; -1 where every row is blank. */
  readonly row: number;
  readonly columns: ReadonlyMap<K, BoundColumn>;
  /** Headers that nothing claims, by index; blanks left out. */
  readonly others: readonly BoundColumn[];
  /** Headers that a column to their left claimed already. */
  readonly repeated: readonly BoundColumn[];
  readonly missing: readonly K[];
}

/** People put titles above their tables: the header is looked for in the first rows that are not blank. */
const searchRows = 20;

/** The first row with every required column; where none has them, the row that comes nearest. */
export function findHeader<K extends string>(grid: Grid, specs: ColumnSpecs<K>): Header<K> {
  let best: Header<K> | undefined;
  let searched = 0;
  for (let row = 0; row < grid.rows.length && searched < searchRows; row++) {
    if (isBlankRow(grid.rows[row]!)) continue;
    searched++;
    const header = bind(grid, row, specs);
    if (requiredMissing(header, specs).length === 0) return header;
    if (best === undefined || header.columns.size > best.columns.size) best = header;
  }
  return best ?? { row: -1, columns: new Map(), others: [], repeated: [], missing: Object.keys(specs) as K[] };
}

export const requiredMissing = <K extends string>(header: Header<K>, specs: ColumnSpecs<K>): K[] =>
  header.missing.filter((key) => specs[key].required);

function bind<K extends string>(grid: Grid, row: number, specs: ColumnSpecs<K>): Header<K> {
  const headers: BoundColumn[] = [];
  grid.rows[row]!.cells.forEach((cell, index) => {
    if (!isBlank(cell)) headers.push({ index, header: cellText(cell), unit: splitUnit(cellText(cell)).unit });
  });
  const keys = Object.keys(specs) as K[];
  const columns = new Map<K, BoundColumn>();
  const claimed = new Set<BoundColumn>();
  const repeated: BoundColumn[] = [];
  for (const key of keys) {
    const spec = specs[key];
    // Earlier names are better: `Size` before `Memory`, whatever their order in the file.
    const matches = spec.names.flatMap((name) =>
      headers.filter(({ header }) => matchesName(header, name, spec.kind === 'size')),
    );
    const [first, ...rest] = matches.filter((match) => !claimed.has(match));
    if (first === undefined) continue;
    columns.set(key, first);
    claimed.add(first);
    for (const match of rest) if (headerKey(match.header) === headerKey(first.header)) repeated.push(match);
  }
  const others = headers.filter((header) => !claimed.has(header));
  return { row, columns, others, repeated, missing: keys.filter((key) => !columns.has(key)) };
}

const matchesName = (header: string, name: string, isSize: boolean) =>
  headerKey(header) === headerKey(name) || (isSize && splitUnit(header).key === headerKey(name));
