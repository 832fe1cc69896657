import type { Portal, RequestResult } from '@yunqian/runbook';
import { arg, type Command } from '../../command.ts';
import type { Text } from '../../text.ts';
import { actorOf, actorOptions } from '../run/journal.ts';
import { findRequest, reportRequest, requestOptions, requestPositional, withPortal } from './portal.ts';

type Decide = (portal: Portal, request: string, actor: string, reason: string | undefined) => RequestResult;

export const requestReject = decision(
  'reject',
  { en: 'Refuse a request', 'zh-CN': '驳回申请' },
  { en: 'Rejected', 'zh-CN': '已驳回' },
  (portal, request, actor, reason = '') => portal.reject(request, actor, reason),
);

export const requestCancel = decision(
  'cancel',
  { en: 'Withdraw a request that is not decided', 'zh-CN': '撤回尚未批准的申请' },
  { en: 'Cancelled', 'zh-CN': '已取消' },
  (portal, request, actor, reason) => portal.cancel(request, actor, reason),
);

export const requestRelease = decision(
  'release',
  { en: 'Give back what an approved request reserves', 'zh-CN': '释放已批准申请所预留的资源' },
  { en: 'Released', 'zh-CN': '已释放' },
  (portal, request, actor, reason = '') => portal.release(request, actor, reason),
);

function decision(verb: string, describe: Text, done: Text, decide: Decide): Command {
  return {
    path: `request ${verb}`,
    describe,
    positionals: requestPositional,
    options: {
      reason: { type: 'string', describe: { en: 'Why; part of the record', 'zh-CN': '原因；写入记录' } },
      ...requestOptions,
      ...actorOptions,
    },
    run: (args, context) =>
      withPortal(arg.string(args, 'requests'), context, (portal) => {
        const { id } = findRequest(portal, arg.string(args, 'request'), context);
        const result = decide(portal, id, actorOf(args, context), arg.optional(args, 'reason'));
        return reportRequest(context, result, done);
      }),
  };
}
