import { Exit, type ExitCode, exitCodes, UsageError } from './command.ts';
import { type Context, outputFormats } from './context.ts';
import type { Io } from './io/io.ts';
import { chooseLang } from './lang.ts';
import { parseCommandLine } from './parse.ts';
import { groups } from './registry.ts';
import { texts } from './texts.ts';

/**
 * Runs one command line (without node and script) to its exit code. Every trouble ends here as text on stderr and a
 * code; a stack trace is shown only for bugs, and only with YUNQIAN_DEBUG.
 */
export async function main(argv: readonly string[], io: Io, signal: AbortSignal): Promise<ExitCode> {
  const lang = chooseLang(argv, io.env);
  const write = (text: string): void => void io.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
  try {
    const parsed = await parseCommandLine(argv, groups, lang, io);
    if (parsed.kind === 'text') {
      io.stdout.write(parsed.text);
      return exitCodes.done;
    }
    return await parsed.command.run(parsed.args, createContext(parsed.args, io, lang, signal));
  } catch (error) {
    if (error instanceof Exit) return error.code;
    if (error instanceof UsageError) {
      write(error.message);
      if (error.help !== undefined) write(`${texts.seeHelp[lang]} \`yunqian ${error.help} --help\``);
      return exitCodes.usage;
    }
    const system = systemError(error);
    if (system !== null) {
      const { describe } = await import('@yunqian/planner');
      const message = describe('YQ1001', system, lang);
      write(`${system.path} error YQ1001 ${message.text}\n    ${message.action}`);
      return exitCodes.error;
    }
    write(`${texts.bug[lang]}: ${error instanceof Error ? error.message : String(error)}`);
    if (io.env.YUNQIAN_DEBUG !== undefined && error instanceof Error) write(error.stack ?? '');
    return exitCodes.error;
  }
}

function createContext(
  args: Readonly<Record<string, unknown>>,
  io: Io,
  lang: Context['lang'],
  signal: AbortSignal,
): Context {
  const quiet = args.quiet === true;
  return {
    io,
    lang,
    signal,
    quiet,
    verbose: args.verbose === true,
    output: outputFormats.find((format) => format === args.output) ?? 'table',
    color: io.stdout.isTTY === true && !io.env.NO_COLOR && io.env.TERM !== 'dumb',
    t: (text) => text[lang],
    say: (text) => {
      if (!quiet) io.stderr.write(`${text[lang]}\n`);
    },
  };
}

function systemError(error: unknown): { path: string; reason: string } | null {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null;
  return { path: String(error.path), reason: String(error.code) };
}
