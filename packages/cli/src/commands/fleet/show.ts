import { type ExpandedFleet, expandFleet, type FleetHost } from '@yunqian/hw-model';
import { arg, type Command, exitCodes } from '../../command.ts';
import type { Context } from '../../context.ts';
import { loadDocuments } from '../../io/documents.ts';
import { show } from '../../views/output.ts';
import type { Row, Table } from '../../views/table.ts';

const levels = ['cloud', 'site', 'room', 'rack', 'zone', 'profile', 'host', 'pool'] as const;

export const fleetShow: Command = {
  path: 'fleet show',
  describe: { en: 'What a fleet offers, summed by a level', 'zh-CN': '按层级汇总 fleet 的资源' },
  positionals: [
    {
      name: 'file',
      describe: {
        en: 'Fleet document; default: the one in this directory',
        'zh-CN': 'fleet 文档；缺省为当前目录中的文档',
      },
    },
  ],
  options: {
    by: {
      type: 'string',
      choices: levels,
      default: 'rack',
      describe: { en: 'Level; pool: storage pools', 'zh-CN': '层级；pool 表示存储池' },
    },
  },
  async run(args, context) {
    const file = arg.optional(args, 'file');
    const fleet = expandFleet(loadDocuments(context, file === undefined ? [] : [file], ['fleet']).fleet!.value);
    const by = arg.string(args, 'by') as (typeof levels)[number];
    const table = by === 'pool' ? poolTable(fleet, context) : hostTable(fleet, by, context);
    show(context, { data: table.rows, table });
    return exitCodes.done;
  },
};

function poolTable(fleet: ExpandedFleet, context: Context): Table {
  return {
    columns: [
      { key: 'pool', title: context.t({ en: 'POOL', 'zh-CN': '存储池' }) },
      { key: 'type', title: context.t({ en: 'TYPE', 'zh-CN': '类型' }) },
      { key: 'usableGiB', title: context.t({ en: 'USABLE GiB', 'zh-CN': '可用 GiB' }), align: 'right' },
      { key: 'iops', title: 'IOPS', align: 'right' },
    ],
    rows: fleet.storagePools.map(({ id, type, usableGiB, iops }) => ({
      pool: id,
      type,
      usableGiB,
      iops: iops > 0 ? iops : '',
    })),
  };
}

function hostTable(fleet: ExpandedFleet, by: Exclude<(typeof levels)[number], 'pool'>, context: Context): Table {
  const groups = Map.groupBy(fleet.hosts, (host) => (by === 'host' ? host.id : host[by]));
  const racks = new Map(fleet.racks.map((rack) => [rack.id, rack]));
  const rackColumns = by === 'rack';
  return {
    columns: [
      { key: 'group', title: by.toUpperCase() },
      { key: 'hosts', title: context.t({ en: 'HOSTS', 'zh-CN': '主机' }), align: 'right' },
      { key: 'vcpus', title: 'VCPUS', align: 'right' },
      { key: 'memGiB', title: context.t({ en: 'MEM GiB', 'zh-CN': '内存 GiB' }), align: 'right' },
      ...(rackColumns
        ? ([
            { key: 'units', title: 'U', align: 'right' },
            { key: 'power', title: context.t({ en: 'POWER W', 'zh-CN': '功率 W' }), align: 'right' },
            { key: 'uplink', title: context.t({ en: 'UPLINK Mbps', 'zh-CN': '上行 Mbps' }), align: 'right' },
          ] as const)
        : []),
      { key: 'zones', title: context.t({ en: 'ZONES', 'zh-CN': '安全域' }) },
    ],
    rows: [...groups].map(([group, hosts]): Row => {
      const rack = rackColumns ? racks.get(group) : undefined;
      return {
        group,
        ...sums(hosts),
        ...(rack === undefined
          ? {}
          : {
              units: `${rack.unitsUsed}/${rack.units}`,
              power: rack.powerW > 0 ? `${rack.powerUsedW}/${rack.powerW}` : String(rack.powerUsedW),
              uplink: rack.uplinkMbps,
            }),
        zones: [...new Set(hosts.map((host) => host.zone))].join(' '),
      };
    }),
  };
}

function sums(hosts: readonly FleetHost[]): Row {
  return {
    hosts: hosts.length,
    vcpus: hosts.reduce((sum, host) => sum + host.vcpus, 0),
    memGiB: Math.round(hosts.reduce((sum, host) => sum + host.memMiB, 0) / 1024),
  };
}
