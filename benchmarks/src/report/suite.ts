/** One JSON line of a bench command; what is kept also says at which `commit` it was measured. */
export type Line = Readonly<Record<string, string | number>>;

export type Cell = string | number;

/** One family: the bench commands whose lines it keeps, and what it makes of them. */
export interface Suite {
  readonly name: string;
  /** Folder under the shared data that it needs; without it the suite is passed over. */
  readonly data?: string;
  commands(dir: string, full: boolean): readonly (readonly string[])[];
  /** Its table in RESULTS.md, beside published and trivial baselines; each row ends with the commit that it was measured at. */
  table(
    lines: readonly Line[],
    dir: string | null,
  ): {
    readonly title: string;
    readonly text: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
}

export function mean(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function byKey(lines: readonly Line[], key: string): [string, Line[]][] {
  return [...Map.groupBy(lines, (line) => String(line[key]))];
}

export function numbers(lines: readonly Line[], key: string): number[] {
  return lines.map((line) => Number(line[key]));
}

/** Commits at which the lines were measured. */
export function commitsOf(lines: readonly Line[]): string {
  return [...new Set(lines.map(({ commit }) => String(commit ?? 'unknown')))].join(', ');
}
