import { dirname, resolve } from 'node:path';
import { expandFleet } from '@yunqian/hw-model';
import { describe, explanationText, type PortalDocuments, type RequestAnswer } from '@yunqian/planner';
import {
  openPortal,
  openSqliteStore,
  type Portal,
  type RequestEventBody,
  type RequestRefusal,
  type RequestResult,
  type RequestState,
  type RequestView,
} from '@yunqian/runbook';
import { closest } from '../../closest.ts';
import { type Args, arg, type ExitCode, exitCodes, type Option, UsageError } from '../../command.ts';
import type { Context } from '../../context.ts';
import { loadWithInputs, report } from '../../io/documents.ts';
import { exists, makeDirectory } from '../../io/files.ts';
import type { Text } from '../../text.ts';

export const defaultRequests = '.yunqian/requests.db';

export const requestOptions: Readonly<Record<string, Option>> = {
  requests: {
    type: 'string',
    default: defaultRequests,
    describe: { en: 'Journal of the requests', 'zh-CN': '申请日志文件' },
  },
};

export const planOption: Readonly<Record<string, Option>> = {
  plan: {
    type: 'string',
    default: 'plan.json',
    describe: {
      en: 'Plan in force; estate, fleet and policy are the ones that it was made from',
      'zh-CN': '现行规划；estate、fleet 与 policy 取自其输入',
    },
  },
};

export const requestPositional = [
  { name: 'request', required: true, describe: { en: 'Id of the request', 'zh-CN': '申请标识' } },
] as const;

export const requestStates: Readonly<Record<RequestState, Text>> = {
  pending: { en: 'pending', 'zh-CN': '待审批' },
  approved: { en: 'approved', 'zh-CN': '已批准' },
  rejected: { en: 'rejected', 'zh-CN': '已驳回' },
  cancelled: { en: 'cancelled', 'zh-CN': '已取消' },
  released: { en: 'released', 'zh-CN': '已释放' },
  expired: { en: 'expired', 'zh-CN': '已失效' },
};

/** Opens the journal of requests for `use` and closes it afterwards; a missing one is an error unless it may be made. */
export async function withPortal<T>(
  path: string,
  context: Context,
  use: (portal: Portal, store: ReturnType<typeof openSqliteStore<RequestEventBody>>) => T | Promise<T>,
  create = false,
): Promise<T> {
  if (!create && !exists(context.io.cwd, path)) {
    throw new UsageError(
      context.t({
        en: `no requests at ${path}; \`yunqian request submit\` makes the file, --requests names another`,
        'zh-CN': `${path} 处没有申请；\`yunqian request submit\` 会创建该文件，--requests 可指定其他文件`,
      }),
    );
  }
  const file = resolve(context.io.cwd, path);
  makeDirectory(dirname(file));
  const store = openSqliteStore<RequestEventBody>(file);
  try {
    return await use(openPortal(store), store);
  } finally {
    store.close();
  }
}

export function portalDocuments(args: Args, context: Context): PortalDocuments {
  const { plan, estate, fleet, policy } = loadWithInputs(context, 'plan', arg.string(args, 'plan'), []);
  return {
    plan: plan.value,
    estate: estate!.value,
    fleet: expandFleet(fleet!.value),
    policy: policy?.value,
  };
}

export function findRequest(portal: Portal, id: string, context: Context): RequestView {
  const { requests } = portal.view();
  const found = requests.get(id);
  if (found !== undefined) return found;
  const near = closest(id, [...requests.keys()]);
  throw new UsageError(
    context.t({
      en: `no request ${id}${near ? `; did you mean ${near}?` : '; see `yunqian request list`'}`,
      'zh-CN': `没有申请 ${id}${near ? `；是否指 ${near}？` : '；请查看 `yunqian request list`'}`,
    }),
  );
}

/** Says what was done, or why it was refused, with the reasons of an answer that says no. */
export function reportRequest(context: Context, result: RequestResult, done: Text): ExitCode {
  if (result.ok) {
    context.say(done);
    return exitCodes.done;
  }
  sayRefusal(context, result);
  if (result.assessment !== undefined) sayReasons(context, result.assessment);
  if (result.code === 'YQ4608' || result.code === 'YQ4615') return exitCodes.unplaced;
  return result.code === 'YQ4613' ? exitCodes.usage : exitCodes.error;
}

export function sayReasons(context: Context, { unplaced, diagnostics }: RequestAnswer): void {
  report(context, diagnostics);
  for (const explained of unplaced)
    context.io.stderr.write(`  ${explained.workload}: ${explanationText(explained, context.lang)}\n`);
}

function sayRefusal(context: Context, { code, params }: RequestRefusal): void {
  const state = requestStates[params.state as RequestState];
  const { text, action } = describe(code, { ...params, ...(state && { state: context.t(state) }) }, context.lang);
  context.io.stderr.write(`${context.t({ en: 'error', 'zh-CN': '错误' })} ${code} ${text}\n    ${action}\n`);
}
