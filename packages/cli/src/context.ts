import type { Lang } from '@yunqian/planner';
import type { Io } from './io/io.ts';
import type { Text } from './text.ts';

export const outputFormats = ['table', 'json', 'yaml', 'csv'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** What every command gets: the process behind an interface, and the choices that hold for all commands. */
export interface Context {
  readonly io: Io;
  readonly lang: Lang;
  readonly output: OutputFormat;
  readonly quiet: boolean;
  /** Every diagnostic, also those that repeat. */
  readonly verbose: boolean;
  readonly color: boolean;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  t(text: Text): string;
  /** A line of talk on stderr; silent with --quiet. */
  say(text: Text): void;
}
