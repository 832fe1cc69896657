import { findCloudService, serviceCategories } from '@yunqian/hw-model';
import { serviceAssumptions, serviceLabels } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { loadDocuments } from '../../io/documents.ts';
import { show } from '../../views/output.ts';

export const serviceExpand: Command = {
  path: 'service expand',
  describe: {
    en: 'The workloads that the services of an estate stand for',
    'zh-CN': '展开 estate 中的云服务，列出其工作负载',
  },
  positionals: [
    {
      name: 'file',
      describe: {
        en: 'Estate document; default: the one in this directory',
        'zh-CN': 'estate 文档；缺省为当前目录中的文档',
      },
    },
  ],
  options: {
    instance: {
      type: 'string',
      describe: { en: 'Only this instance, or `control`', 'zh-CN': '仅此实例，或 `control`' },
    },
  },
  async run(args, context) {
    const file = arg.optional(args, 'file');
    const only = arg.optional(args, 'instance');
    const estate = loadDocuments(context, file === undefined ? [] : [file], ['estate']).estate!.value;
    const workloads = estate.workloads.filter(({ labels }) => {
      const instance = labels[serviceLabels.instance];
      return instance !== undefined && (only === undefined || instance === only);
    });
    const assumptions = serviceAssumptions(estate);
    const sum = (of: (one: (typeof workloads)[number]) => number) =>
      workloads.reduce((total, one) => total + one.count * of(one), 0);
    const servers = sum(() => 1);
    const vcpus = sum((one) => one.vcpus);
    const memGiB = Math.round(sum(({ memMiB }) => memMiB) / 1024);
    show(context, {
      data: { workloads, assumptions },
      table: {
        columns: [
          { key: 'category', title: context.t({ en: 'CATEGORY', 'zh-CN': '类别' }) },
          { key: 'service', title: context.t({ en: 'SERVICE', 'zh-CN': '服务' }) },
          { key: 'instance', title: context.t({ en: 'INSTANCE', 'zh-CN': '实例' }) },
          { key: 'workload', title: context.t({ en: 'WORKLOAD', 'zh-CN': '工作负载' }) },
          { key: 'system', title: context.t({ en: 'SYSTEM', 'zh-CN': '系统' }) },
          { key: 'count', title: context.t({ en: 'COUNT', 'zh-CN': '数量' }), align: 'right' },
          { key: 'vcpus', title: 'VCPUS', align: 'right' },
          { key: 'memGiB', title: context.t({ en: 'MEM GiB', 'zh-CN': '内存 GiB' }), align: 'right' },
          { key: 'volumeGiB', title: context.t({ en: 'VOLUMES GiB', 'zh-CN': '卷 GiB' }), align: 'right' },
        ],
        rows: workloads.map(({ id, system, count, vcpus: each, memMiB, volumes, labels }) => {
          const service = findCloudService(labels[serviceLabels.service] ?? '');
          return {
            category: service && context.t(serviceCategories[service.category]),
            service: service?.id,
            instance: labels[serviceLabels.instance],
            workload: id,
            system,
            count,
            vcpus: each,
            memGiB: memMiB / 1024,
            volumeGiB: volumes.reduce((total, { sizeGiB }) => total + sizeGiB, 0),
          };
        }),
      },
      after: [
        context.t({
          en: `${estate.services?.length ?? 0} services: ${servers} servers, ${vcpus} vCPUs, ${memGiB} GiB; ${assumptions.length} figures assumed (-o json names them)`,
          'zh-CN': `${estate.services?.length ?? 0} 项服务：${servers} 台服务器，${vcpus} vCPU，${memGiB} GiB；假定数据 ${assumptions.length} 项（-o json 可查看）`,
        }),
      ],
    });
    return exitCodes.done;
  },
};
