import { requestTotals } from '@yunqian/planner';
import { openStep } from '@yunqian/runbook';
import { arg, type Command, exitCodes } from '../../command.ts';
import { show } from '../../views/output.ts';
import { requestOptions, requestStates, withPortal } from './portal.ts';

export const requestList: Command = {
  path: 'request list',
  describe: { en: 'List requests', 'zh-CN': '列出资源申请' },
  options: {
    state: {
      type: 'string',
      choices: Object.keys(requestStates),
      describe: { en: 'Only those in this state', 'zh-CN': '仅列出此状态的申请' },
    },
    tenant: { type: 'string', describe: { en: 'Only those of this tenant', 'zh-CN': '仅列出此租户的申请' } },
    ...requestOptions,
  },
  async run(args, context) {
    const state = arg.optional(args, 'state');
    const tenant = arg.optional(args, 'tenant');
    return withPortal(arg.string(args, 'requests'), context, (portal) => {
      const rows = [...portal.view().requests.values()]
        .filter(
          (request) => (state ?? request.state) === request.state && (tenant ?? request.tenant) === request.tenant,
        )
        .map((request) => ({
          request: request.id,
          tenant: request.tenant,
          state: request.state,
          step: request.state === 'pending' ? (openStep(request)?.id ?? '') : '',
          ...requestTotals(request.document),
          submitted: request.submittedAt,
        }));
      show(context, {
        data: rows,
        table: {
          columns: [
            { key: 'request', title: context.t({ en: 'REQUEST', 'zh-CN': '申请' }) },
            { key: 'tenant', title: context.t({ en: 'TENANT', 'zh-CN': '租户' }) },
            { key: 'state', title: context.t({ en: 'STATE', 'zh-CN': '状态' }) },
            { key: 'step', title: context.t({ en: 'WAITS FOR', 'zh-CN': '待审批步骤' }) },
            { key: 'vcpus', title: 'VCPUS', align: 'right' },
            { key: 'memGiB', title: context.t({ en: 'MEMORY GIB', 'zh-CN': '内存 GiB' }), align: 'right' },
            { key: 'volumeGiB', title: context.t({ en: 'VOLUMES GIB', 'zh-CN': '存储 GiB' }), align: 'right' },
          ],
          rows: rows.map((row) => ({ ...row, state: context.t(requestStates[row.state]) })),
        },
      });
      return exitCodes.done;
    });
  },
};
