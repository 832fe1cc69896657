import { arg, type Command, exitCodes } from '../../command.ts';
import { loadDocuments } from '../../io/documents.ts';
import { show } from '../../views/output.ts';
import { actorOf, actorOptions } from '../run/journal.ts';
import { planOption, portalDocuments, reportRequest, requestOptions, sayReasons, withPortal } from './portal.ts';

export const requestSubmit: Command = {
  path: 'request submit',
  describe: {
    en: 'Apply for resources; says at once whether there is room, and why not',
    'zh-CN': '提交资源申请；立即答复能否满足及其原因',
  },
  positionals: [{ name: 'request', required: true, describe: { en: 'Request document', 'zh-CN': '申请文档' } }],
  options: { ...planOption, ...requestOptions, ...actorOptions },
  examples: ['request submit permits.yaml --plan plan.json --as zhang'],
  async run(args, context) {
    const { request } = loadDocuments(context, [arg.string(args, 'request')], ['request']);
    const documents = portalDocuments(args, context);
    return withPortal(
      arg.string(args, 'requests'),
      context,
      async (portal) => {
        const { id } = request!.value;
        const result = await portal.submit(documents, request!.value, actorOf(args, context));
        if (!result.ok || result.assessment === undefined)
          return reportRequest(context, result, { en: '', 'zh-CN': '' });
        const { feasible, placements, unplaced, quotas, reserve } = result.assessment;
        show(context, {
          data: { request: id, feasible, placements, unplaced, quotas },
          before: [
            context.t(
              reserve !== undefined
                ? {
                    en: `${id}: room only in the reserve: ${reserve.count} of ${reserve.failures} declared failures could then not be stood, the first: ${reserve.first}`,
                    'zh-CN': `${id}：只能占用故障预留：声明的 ${reserve.failures} 种故障中将有 ${reserve.count} 种无法承受，首个为 ${reserve.first}`,
                  }
                : feasible
                  ? {
                      en: `${id}: there is room for all ${placements.length} workloads; nothing is reserved before approval`,
                      'zh-CN': `${id}：全部 ${placements.length} 个工作负载均可满足；批准前不预留资源`,
                    }
                  : {
                      en: `${id}: no room now for ${unplaced.length} of ${placements.length + unplaced.length} workloads`,
                      'zh-CN': `${id}：${placements.length + unplaced.length} 个工作负载中有 ${unplaced.length} 个目前无法满足`,
                    },
            ),
          ],
          ...(quotas.length > 0 && {
            table: {
              columns: [
                { key: 'tenant', title: context.t({ en: 'QUOTA OF', 'zh-CN': '配额租户' }) },
                { key: 'scope', title: context.t({ en: 'SCOPE', 'zh-CN': '范围' }) },
                { key: 'what', title: context.t({ en: 'WHAT', 'zh-CN': '项目' }) },
                { key: 'used', title: context.t({ en: 'USED THEN', 'zh-CN': '批准后已用' }), align: 'right' },
                { key: 'limit', title: context.t({ en: 'LIMIT', 'zh-CN': '上限' }), align: 'right' },
              ],
              rows: quotas.map((quota) => ({ ...quota })),
            },
          }),
        });
        sayReasons(context, result.assessment);
        context.say({
          en: `Next: yunqian request show ${id}`,
          'zh-CN': `下一步：yunqian request show ${id}`,
        });
        return feasible ? exitCodes.done : exitCodes.unplaced;
      },
      true,
    );
  },
};
