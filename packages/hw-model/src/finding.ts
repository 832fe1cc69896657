/** A problem found in data, located by JSON pointer. The planner gives it a text, a line and an action. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** JSON pointer into the document that was checked. */
  readonly pointer: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A figure without a published source, that results rest on. */
export interface Assumption {
  /** What the figure belongs to: a profile, a model, a pool. */
  readonly subject: string;
  readonly field: string;
  readonly value: string | number;
  readonly reason: string;
}
