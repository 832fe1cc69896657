import type { Context } from './context.ts';
import type { Text } from './text.ts';

export interface Option {
  readonly type: 'string' | 'number' | 'boolean';
  readonly describe: Text;
  readonly alias?: string;
  readonly required?: boolean;
  readonly choices?: readonly string[];
  readonly default?: string | number | boolean;
  /** Of numbers. */
  readonly integer?: boolean;
  readonly min?: number;
  readonly max?: number;
}

export interface Positional {
  readonly name: string;
  readonly describe: Text;
  readonly required?: boolean;
  /** Takes all that remain. */
  readonly variadic?: boolean;
  /** Offered by completion; the command itself refuses others. */
  readonly choices?: readonly string[];
}

export type Args = Readonly<Record<string, unknown>>;

export interface Command {
  /** Words after `yunqian`: `plan create`. */
  readonly path: string;
  readonly describe: Text;
  readonly positionals?: readonly Positional[];
  readonly options?: Readonly<Record<string, Option>>;
  readonly examples?: readonly string[];
  run(args: Args, context: Context): Promise<ExitCode>;
}

export const exitCodes = {
  done: 0,
  error: 1,
  usage: 2,
  unplaced: 3,
  violations: 4,
  changes: 5,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the command with a code; what there was to say has been said. */
export class Exit extends Error {
  readonly code: ExitCode;
  constructor(code: ExitCode) {
    super(`exit ${code}`);
    this.code = code;
  }
}

/** The command line itself is wrong: said with the usage hint, exit code 2. */
export class UsageError extends Error {
  /** The command whose help tells more; unset where help tells nothing that the message does not. */
  readonly help: string | undefined;
  constructor(message: string, help?: string) {
    super(message);
    this.help = help;
  }
}

/** Typed look-ups in parsed arguments; yargs has checked the types. */
export const arg = {
  string: (args: Args, name: string): string => String(args[name]),
  optional: (args: Args, name: string): string | undefined =>
    args[name] === undefined ? undefined : String(args[name]),
  number: (args: Args, name: string): number | undefined => (args[name] === undefined ? undefined : Number(args[name])),
  flag: (args: Args, name: string): boolean => args[name] === true,
  list: (args: Args, name: string): string[] => {
    const value = args[name];
    return value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String);
  },
};
