/**
 * Trouble in data is a value. Codes are append-only: YQ1xxx documents and imports, YQ2xxx placement, YQ3xxx verify,
 * YQ4xxx waves and runs. The text and the action come from `messages.en.ts` / `messages.zh-CN.ts` by code.
 */
export type Severity = 'error' | 'warning' | 'info';
export type Lang = 'en' | 'zh-CN';

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** File name as the user gave it, '' where there is none. */
  readonly document: string;
  /** JSON pointer, or a tab and column for tables (`vInfo!CPUs`). */
  readonly pointer: string;
  /** 1-based; 0 where unknown. */
  readonly line: number;
  readonly column: number;
  readonly params: Readonly<Record<string, string | number>>;
  readonly related?: readonly { readonly document: string; readonly line: number; readonly column: number }[];
}
