import { requestTotals } from '@yunqian/planner';
import { openStep } from '@yunqian/runbook';
import { arg, type Command, exitCodes } from '../../command.ts';
import { show } from '../../views/output.ts';
import { findRequest, requestOptions, requestPositional, requestStates, withPortal } from './portal.ts';

export const requestShow: Command = {
  path: 'request show',
  describe: { en: 'Show a request: its chain and what it reserves', 'zh-CN': '显示申请：审批链与预留资源' },
  positionals: requestPositional,
  options: requestOptions,
  async run(args, context) {
    return withPortal(arg.string(args, 'requests'), context, (portal) => {
      const request = findRequest(portal, arg.string(args, 'request'), context);
      const { id, tenant, state, document, steps, reason, decidedBy, reservation = [] } = request;
      const { vcpus, memGiB, volumeGiB } = requestTotals(document);
      const waits = state === 'pending' ? openStep(request) : undefined;
      show(context, {
        data: request,
        before: [
          `${id}  ${tenant}  ${context.t(requestStates[state])}${decidedBy === undefined ? '' : `  ${decidedBy}`}${reason === undefined ? '' : `: ${reason}`}`,
          context.t({
            en: `${vcpus} vCPUs, ${memGiB} GiB memory, ${volumeGiB} GiB volumes; submitted by ${request.submittedBy}`,
            'zh-CN': `${vcpus} vCPU，内存 ${memGiB} GiB，存储 ${volumeGiB} GiB；提交人 ${request.submittedBy}`,
          }),
          ...(document.justification === undefined ? [] : [document.justification]),
          ...steps.map(
            (step) =>
              `  ${step.approvedBy.length}/${step.needed} ${step.id}${step.approvers === undefined ? '' : ` (${step.approvers.join(', ')})`}${step.approvedBy.length === 0 ? '' : `: ${step.approvedBy.join(', ')}`}`,
          ),
        ],
        table: {
          columns: [
            { key: 'workload', title: context.t({ en: 'RESERVED', 'zh-CN': '已预留' }) },
            { key: 'host', title: context.t({ en: 'HOST', 'zh-CN': '主机' }) },
          ],
          rows: reservation,
        },
      });
      if (waits !== undefined)
        context.say({
          en: `Next: yunqian request approve ${id} --as ${waits.approvers?.[0] ?? 'NAME'}`,
          'zh-CN': `下一步：yunqian request approve ${id} --as ${waits.approvers?.[0] ?? '姓名'}`,
        });
      return exitCodes.done;
    });
  },
};
