import {
  assumedFigures,
  type Basis,
  cloudServices,
  findCloudService,
  type RoleBasis,
  roleFootprint,
  type ServiceRole,
  serviceCategories,
} from '@yunqian/hw-model';
import { closest } from '../../closest.ts';
import { arg, type Command, exitCodes, UsageError } from '../../command.ts';
import { show } from '../../views/output.ts';
import type { Row } from '../../views/table.ts';

export const serviceShow: Command = {
  path: 'service show',
  describe: {
    en: 'One cloud service: what each plan takes, and who says so',
    'zh-CN': '显示一项云服务：各套餐的资源占用及依据',
  },
  positionals: [{ name: 'id', required: true, describe: { en: 'Service', 'zh-CN': '服务标识' } }],
  options: {
    size: {
      type: 'number',
      describe: {
        en: 'Size in the unit of the service; default: the usual one',
        'zh-CN': '规格，按服务的计量单位；缺省为常用规格',
      },
    },
  },
  examples: ['service show rds', 'service show obs --size 20000'],
  async run(args, context) {
    const id = arg.string(args, 'id');
    const service = findCloudService(id);
    if (service === undefined) {
      const near = closest(
        id,
        cloudServices().map((one) => one.id),
      );
      throw new UsageError(
        context.t({
          en: `no cloud service ${id}${near ? `; did you mean ${near}?` : ''}`,
          'zh-CN': `没有云服务 ${id}${near ? `；是否指 ${near}？` : ''}`,
        }),
      );
    }
    const { name, category, entry, size, plans, control, needs, zones, mlpsAtMost } = service;
    const asked = arg.number(args, 'size') ?? size?.usual ?? 1;
    if (size !== undefined && (asked < size.least || asked > size.most))
      throw new UsageError(
        context.t({
          en: `${id} comes in ${size.least} to ${size.most} ${size.unit.en}`,
          'zh-CN': `${id} 的规格为 ${size.least} 至 ${size.most} ${size.unit['zh-CN']}`,
        }),
      );
    const basis = (of: Basis) =>
      'source' in of ? of.source : `${context.t({ en: 'assumed', 'zh-CN': '假定' })}: ${of.assumed}`;
    const roleBasis = ({ source, states, assumed }: RoleBasis) =>
      source === undefined
        ? basis({ assumed })
        : `${states.join(', ')}: ${source}; ${assumedFigures({ states, assumed }).join(', ')}: ${context.t({ en: 'assumed', 'zh-CN': '假定' })}`;
    const row = (plan: string, role: ServiceRole): Row => {
      const { count, vcpus, memMiB, volumes } = roleFootprint(role, asked);
      const volume = volumes.map((one) => `${one.sizeGiB} ${one.type}`).join(' + ');
      return {
        plan,
        role: role.role,
        count,
        vcpus,
        memGiB: memMiB / 1024,
        volumes: volume,
        basis: roleBasis(role.basis),
      };
    };
    const rows: Row[] = [
      ...plans.flatMap((plan) => [
        ...plan.roles.map((role) => row(plan.id, role)),
        ...plan.appliances.map(({ model, least, per, basis: why }) => ({
          plan: plan.id,
          role: model,
          count: Math.max(least, per === undefined ? 0 : Math.ceil(asked / per)),
          basis: basis(why),
        })),
      ]),
      ...control.map((role) => row(context.t({ en: '(once a cloud)', 'zh-CN': '（每云一套）' }), role)),
    ];
    show(context, {
      data: { service, size: asked },
      before: [
        `${id}  ${context.t(name)} (${context.t(serviceCategories[category])}), ${entry}`,
        context.t({
          en: `zones: ${zones.join(', ')}; level up to ${mlpsAtMost}; needs: ${needs.join(', ') || '-'}${size ? `; size ${asked} ${size.unit.en} (${size.least}..${size.most})` : ''}`,
          'zh-CN': `安全域类型：${zones.join('、')}；最高 ${mlpsAtMost} 级；依赖：${needs.join('、') || '-'}${size ? `；规格 ${asked} ${size.unit['zh-CN']}（${size.least}..${size.most}）` : ''}`,
        }),
      ],
      table: {
        columns: [
          { key: 'plan', title: context.t({ en: 'PLAN', 'zh-CN': '套餐' }) },
          { key: 'role', title: context.t({ en: 'ROLE', 'zh-CN': '角色' }) },
          { key: 'count', title: context.t({ en: 'COUNT', 'zh-CN': '数量' }), align: 'right' },
          { key: 'vcpus', title: 'VCPUS', align: 'right' },
          { key: 'memGiB', title: context.t({ en: 'MEM GiB', 'zh-CN': '内存 GiB' }), align: 'right' },
          { key: 'volumes', title: context.t({ en: 'VOLUMES GiB', 'zh-CN': '卷 GiB' }) },
          { key: 'basis', title: context.t({ en: 'BASIS', 'zh-CN': '依据' }) },
        ],
        rows,
      },
      ...(rows.length === 0 && {
        after: [
          context.t({
            en: 'The platform itself provides it: it takes no servers of its own.',
            'zh-CN': '由平台自身提供，不占用额外服务器。',
          }),
        ],
      }),
    });
    return exitCodes.done;
  },
};
