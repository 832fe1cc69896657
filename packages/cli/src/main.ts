import { setImmediate } from 'node:timers/promises';
import { Exit, type ExitCode, exitCodes, UsageError } from './command.ts';
import { type Context, outputFormats } from './context.ts';
import type { Io } from './io/io.ts';
import { chooseLang } from './lang.ts';
import { parseCommandLine } from './parse.ts';
import { groups } from './registry.ts';
import type { Text } from './text.ts';
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
    const code = await parsed.command.run(parsed.args, createContext(parsed.args, io, lang, signal));
    // A Ctrl-C during work that never let go is delivered only now.
    await setImmediate();
    return signal.aborted ? exitCodes.interrupted : code;
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
      const reason = systemReasons[system.code]?.[lang] ?? system.message;
      const { text, action } = describe('YQ1060', { reason }, lang);
      write(`${system.path}${texts.error[lang]} YQ1060 ${text}\n    ${action}`);
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

/** An error of the file system or of SQLite: the machine's trouble, not a bug. */
function systemError(error: unknown): { path: string; code: string; message: string } | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  if (!('path' in error) && !('syscall' in error) && code !== 'ERR_SQLITE_ERROR') return null;
  return { path: 'path' in error ? `${error.path} ` : '', code, message: error.message };
}

const systemReasons: Readonly<Record<string, Text>> = {
  ENOENT: { en: 'there is no such file or directory', 'zh-CN': '文件或目录不存在' },
  EACCES: { en: 'permission denied', 'zh-CN': '权限不足' },
  EPERM: { en: 'operation not permitted', 'zh-CN': '操作不被允许' },
  EISDIR: { en: 'it is a directory', 'zh-CN': '这是一个目录' },
  ENOTDIR: { en: 'a part of the path is a file, not a directory', 'zh-CN': '路径中的一部分是文件而非目录' },
  EEXIST: { en: 'a file of this name stands in the way', 'zh-CN': '已存在同名文件' },
  ENOSPC: { en: 'the disk is full', 'zh-CN': '磁盘已满' },
  EROFS: { en: 'the file system is read-only', 'zh-CN': '文件系统为只读' },
};
