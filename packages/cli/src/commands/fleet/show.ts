import { type ExpandedFleet, expandFleet, type FleetHost } from '@yunqian/hw-model';
import { arg, type Command, exitCodes } from '../../command.ts';
import type { Context } from '../../context.ts';
import { loadDocuments } from '../../io/documents.ts';
import { show } from '../../views/output.ts';
import type { Row, Table } from '../../views/table.ts';

const levels = ['cloud', 'site', 'room', 'rack', 'zone', 'profile', 'host', 'pool', 'boundary', 'network'] as const;

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
      describe: {
        en: 'Level; pool: storage pools; boundary: what stands between zones; network: spines, uplinks, links',
        'zh-CN': '层级；pool 表示存储池，boundary 表示跨域边界，network 表示汇聚层、出口与链路',
      },
    },
  },
  async run(args, context) {
    const file = arg.optional(args, 'file');
    const fleet = expandFleet(loadDocuments(context, file === undefined ? [] : [file], ['fleet']).fleet!.value);
    const by = arg.string(args, 'by') as (typeof levels)[number];
    const table = tableOf(fleet, by, context);
    show(context, { data: table.rows, table });
    return exitCodes.done;
  },
};

function tableOf(fleet: ExpandedFleet, by: (typeof levels)[number], context: Context): Table {
  if (by === 'pool') return poolTable(fleet, context);
  if (by === 'boundary') return boundaryTable(fleet, context);
  return by === 'network' ? networkTable(fleet, context) : hostTable(fleet, by, context);
}

/** One row per flow that a boundary lets through; one for a boundary that lets nothing through. */
function boundaryTable(fleet: ExpandedFleet, context: Context): Table {
  const portText = (ports: readonly (readonly [number, number])[]) =>
    ports.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(' ');
  return {
    columns: [
      { key: 'boundary', title: context.t({ en: 'BOUNDARY', 'zh-CN': '边界' }) },
      { key: 'site', title: context.t({ en: 'SITE', 'zh-CN': '站点' }) },
      { key: 'throughputMbps', title: 'Mbps', align: 'right' },
      { key: 'sessions', title: context.t({ en: 'SESSIONS', 'zh-CN': '会话数' }), align: 'right' },
      { key: 'from', title: context.t({ en: 'FROM', 'zh-CN': '源域' }) },
      { key: 'to', title: context.t({ en: 'TO', 'zh-CN': '目的域' }) },
      { key: 'ports', title: context.t({ en: 'PORTS', 'zh-CN': '端口' }) },
    ],
    rows: fleet.boundaries.flatMap(({ id: boundary, site, throughputMbps, sessions, allow }): Row[] => {
      const head = { boundary, site, throughputMbps: throughputMbps || '', sessions: sessions || '' };
      if (allow.length === 0) return [{ ...head, from: '', to: '', ports: '' }];
      return allow.map(({ from, to, ports }) => ({ ...head, from, to, ports: portText(ports) || '*' }));
    }),
  };
}

function networkTable(fleet: ExpandedFleet, context: Context): Table {
  const rows: Row[] = [
    ...fleet.rooms.map(({ id, spineMbps, oversubscription }) => ({
      kind: 'spine',
      id,
      mbps: spineMbps,
      oversubscription,
    })),
    ...fleet.sites.map(({ id, uplinkMbps, oversubscription }) => ({
      kind: 'siteUplink',
      id,
      mbps: uplinkMbps,
      oversubscription,
    })),
    ...fleet.links.map(({ id, from, to, bandwidthMbps }) => ({
      kind: 'link',
      id: `${id} (${from} - ${to})`,
      mbps: bandwidthMbps,
      oversubscription: 1,
    })),
  ];
  return {
    columns: [
      { key: 'kind', title: context.t({ en: 'KIND', 'zh-CN': '类型' }) },
      { key: 'id', title: context.t({ en: 'ID', 'zh-CN': '标识' }) },
      { key: 'mbps', title: 'Mbps', align: 'right' },
      { key: 'oversubscription', title: context.t({ en: 'RATIO', 'zh-CN': '收敛比' }), align: 'right' },
    ],
    rows: rows.filter(({ mbps }) => mbps !== 0),
  };
}

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

function hostTable(
  fleet: ExpandedFleet,
  by: Exclude<(typeof levels)[number], 'pool' | 'boundary' | 'network'>,
  context: Context,
): Table {
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
