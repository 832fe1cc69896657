import { dirname, join, resolve } from 'node:path';
import { describe } from '@yunqian/planner';
import {
  type CommandResult,
  type JournalStore,
  openSqliteStore,
  type Refusal,
  type RunView,
  viewOf,
} from '@yunqian/runbook';
import { closest } from '../../closest.ts';
import { type Args, arg, type ExitCode, exitCodes, type Option, UsageError } from '../../command.ts';
import type { Context } from '../../context.ts';
import { exists, makeDirectory } from '../../io/files.ts';
import type { Text } from '../../text.ts';
import { groupStates, runStates, stepStates } from '../../views/run.ts';

/** Options that every command on runs takes. */
export const journalOptions: Readonly<Record<string, Option>> = {
  journal: { type: 'string', default: '.yunqian/journal.db', describe: { en: 'Journal file', 'zh-CN': '日志文件' } },
};

export const actorOptions: Readonly<Record<string, Option>> = {
  as: {
    type: 'string',
    describe: { en: 'Who acts; default: the user of this machine', 'zh-CN': '操作人；缺省为本机用户' },
  },
};

export function actorOf(args: Args, context: Context): string {
  return arg.optional(args, 'as') ?? context.io.env.USER ?? context.io.env.USERNAME ?? 'operator';
}

export function journalPath(args: Args, context: Context): string {
  return resolve(context.io.cwd, arg.string(args, 'journal'));
}

/** The simulated world's own file, beside the journal. */
export function worldPath(args: Args, context: Context): string {
  return join(dirname(journalPath(args, context)), 'world.db');
}

/** Opens the journal for `use` and closes it afterwards; a missing one is an error unless it may be made. */
export async function withJournal<T>(
  args: Args,
  context: Context,
  use: (store: JournalStore) => T | Promise<T>,
  create = false,
): Promise<T> {
  const path = journalPath(args, context);
  if (!create && !exists(context.io.cwd, path)) {
    throw new UsageError(
      context.t({
        en: `no journal at ${arg.string(args, 'journal')}; \`yunqian run start\` makes one, --journal names another`,
        'zh-CN': `${arg.string(args, 'journal')} 处没有日志；\`yunqian run start\` 会创建，--journal 可指定其他文件`,
      }),
    );
  }
  makeDirectory(dirname(path));
  const store = openSqliteStore(path);
  try {
    return await use(store);
  } finally {
    store.close();
  }
}

/** The run's state; a usage error names the run that was probably meant. */
export function viewOfRun(store: JournalStore, run: string, context: Context): RunView {
  const view = viewOf(store.read(run));
  if (view.lastSeq > 0) return view;
  const near = closest(
    run,
    store.runs().map((known) => known.run),
  );
  throw new UsageError(
    context.t({
      en: `no run ${run} in this journal${near ? `; did you mean ${near}?` : '; see `yunqian run list`'}`,
      'zh-CN': `日志中没有执行 ${run}${near ? `；是否指 ${near}？` : '；请查看 `yunqian run list`'}`,
    }),
  );
}

/** Says what was done and how the run now stands, or why the command was refused. */
export function reportResult(context: Context, result: CommandResult, done?: Text): ExitCode {
  if (!result.ok) {
    sayRefusal(context, result);
    return exitCodes.error;
  }
  if (done !== undefined) context.say(done);
  return exitCodes.done;
}

export function sayRefusal(context: Context, { code, params }: Refusal): void {
  const known = { ...runStates, ...groupStates, ...stepStates } as Readonly<Record<string, Text>>;
  const named = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      key === 'state' ? (known[value]?.[context.lang] ?? value) : value,
    ]),
  );
  const { text, action } = describe(code, named, context.lang);
  context.io.stderr.write(`${context.t({ en: 'error', 'zh-CN': '错误' })} ${code} ${text}\n    ${action}\n`);
}
