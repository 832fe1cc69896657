import { arg, type Command, exitCodes, UsageError } from '../../command.ts';
import { show } from '../../views/output.ts';
import { actorOf, actorOptions } from '../run/journal.ts';
import { planOption, portalDocuments, requestOptions, withPortal } from './portal.ts';

export const requestExpire: Command = {
  path: 'request expire',
  describe: {
    en: 'End what was not decided in time or is past its end; its room is free again',
    'zh-CN': '使逾期未审批或已到期的申请失效，并释放其预留资源',
  },
  options: {
    on: {
      type: 'string',
      describe: { en: 'Day (2026-11-24); default: today', 'zh-CN': '日期（如 2026-11-24）；缺省为今天' },
    },
    ...planOption,
    ...requestOptions,
    ...actorOptions,
  },
  examples: ['request expire --on 2026-12-31'],
  async run(args, context) {
    const on = arg.optional(args, 'on') ?? new Date().toISOString().slice(0, 10);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || Number.isNaN(Date.parse(on)))
      throw new UsageError(context.t({ en: `--on: ${on} is no day`, 'zh-CN': `--on：${on} 不是日期` }));
    const { policy } = portalDocuments(args, context);
    return withPortal(arg.string(args, 'requests'), context, (portal) => {
      const results = portal.expire(policy?.requestValidity ?? {}, on, actorOf(args, context));
      const rows = results.flatMap((result) =>
        result.ok && result.event.body.type === 'request.expired'
          ? [{ request: result.event.body.request, cause: result.event.body.cause }]
          : [],
      );
      show(context, {
        data: { on, expired: rows },
        after: [
          ...rows.map(({ request, cause }) =>
            cause === 'ended'
              ? context.t({ en: `${request}: past its end`, 'zh-CN': `${request}：已到期` })
              : context.t({ en: `${request}: not decided in time`, 'zh-CN': `${request}：逾期未审批` }),
          ),
          context.t({ en: `${rows.length} requests expired on ${on}`, 'zh-CN': `${on}：${rows.length} 项申请失效` }),
        ],
      });
      return exitCodes.done;
    });
  },
};
