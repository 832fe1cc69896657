/** One structural trouble of a problem. */
export interface ProblemIssue {
  /** JSON pointer into the problem. */
  readonly path: string;
  readonly code: IssueCode;
  /** In English, without the path. */
  readonly message: string;
}

export type IssueCode =
  | 'format-version'
  | 'duplicate-id'
  | 'reserved-id'
  | 'length'
  | 'quantity'
  | 'priority'
  | 'unknown-host'
  | 'pinned-nowhere'
  | 'unknown-workload'
  | 'order'
  | 'unknown-kind'
  | 'unknown-dimension'
  | 'unknown-level'
  | 'unknown-group'
  | 'option';

export type Report = (path: string, code: IssueCode, message: string) => void;

export function createIssues(): { issues: ProblemIssue[]; report: Report } {
  const issues: ProblemIssue[] = [];
  return { issues, report: (path, code, message) => issues.push({ path, code, message }) };
}

/** Largest quantity and limit: the kernel counts in i32. */
export const MAX_QUANTITY = 2_147_483_647;

export function isQuantity(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_QUANTITY;
}
