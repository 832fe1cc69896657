import {
  type HostNode,
  type Model,
  meanShares,
  type RackNode,
  takesWorkloads,
  type WorkloadNode,
} from '../model/model.ts';
import { type FleetItem, fleetItems } from '../state/items.ts';
import type { State } from '../state/state.ts';
import { fit, fitLine, type Line, type Span, span } from '../text/line.ts';
import { heatCell, heatToken, percent, shareBar } from '../theme/heat.ts';
import {
  dimensionLabel,
  facts,
  formatAmount,
  formatGiB,
  formatNumber,
  lastSegment,
  list,
  type Pane,
  paragraph,
} from './parts.ts';

/** Sites and racks as strips of hosts; a rack's hosts with their shares; a host's workloads. */
export function fleetList(state: State, model: Model, pane: Pane): Line[] {
  const items = fleetItems(state, model);
  const { texts, rect } = pane;
  if (items.length === 0) {
    return paragraph(state.fleet.filter !== '' ? texts.nothingMatches : texts.noWorkloads, rect.width, 'muted');
  }
  const columns = rect.width - 2;
  return list(
    headsOf(items[0], model, pane, columns),
    { count: items.length, row: (index) => rowOf(items[index], model, columns) },
    state.fleet.cursor,
    rect,
  );
}

const nameColumns = 14;
const figureColumns = 8;
const labelColumns = 11;

function headsOf(item: FleetItem | undefined, model: Model, { texts }: Pane, columns: number): Line[] {
  const muted = (...cells: string[]): Line => [span(`  ${cells.join('')}`, 'muted')];
  switch (item?.kind) {
    case 'host': {
      const bar = barColumns(model, columns);
      return [
        muted(
          fit(texts.host, nameColumns),
          fit(texts.facts.zone, 12),
          fit(texts.waveHead.workloads, 6, 'end'),
          ...model.dimensions.map(
            (dimension) => `  ${fit(dimensionLabel(dimension, texts), bar, bar >= 12 ? 'start' : 'end')}`,
          ),
        ),
      ];
    }
    case 'workload': {
      const [name, system] = workloadColumns(columns);
      return [
        muted(
          fit(texts.facts.workloads, name),
          fit(texts.facts.system, system),
          fit('vCPU', 8, 'end'),
          fit(dimensionLabel('memMiB', texts), 12, 'end'),
        ),
      ];
    }
    default:
      return [
        muted(texts.heatLegend),
        muted(
          fit(`${texts.site} / ${texts.rack}`, nameColumns + 4),
          fit(texts.heatHead, stripColumns(model, columns)),
          ...model.dimensions.map((dimension) => ` ${fit(dimensionLabel(dimension, texts), figureColumns - 1, 'end')}`),
        ),
      ];
  }
}

/** Room for a rack's hosts, one column each: as many as the largest rack has, if the figures beside it still fit. */
function stripColumns(model: Model, columns: number): number {
  const largest = Math.max(8, ...model.sites.flatMap((site) => site.racks.map((rack) => rack.hosts.length)));
  return Math.max(10, Math.min(largest, columns - nameColumns - 4 - model.dimensions.length * figureColumns));
}

function workloadColumns(columns: number): [name: number, system: number] {
  return [Math.floor(columns * 0.36), Math.floor(columns * 0.34)];
}

/** Room for one dimension's bar in a row of a host. */
function barColumns(model: Model, columns: number): number {
  const room = columns - nameColumns - 12 - 6;
  return Math.max(6, Math.min(26, Math.floor(room / Math.max(1, model.dimensions.length)) - 2));
}

function rowOf(item: FleetItem | undefined, model: Model, columns: number): Line {
  switch (item?.kind) {
    case 'site': {
      const hosts = item.site.racks.flatMap((rack) => rack.hosts);
      const used = `${formatNumber(hosts.filter(carries).length)}/${formatNumber(hosts.length)}`;
      return [
        span(fit(item.site.id, nameColumns + 4), 'title'),
        span(fit(used, stripColumns(model, columns))),
        ...figureSpans(hosts, model),
      ];
    }
    case 'rack':
      return [
        span(`  ${fit(lastSegment(item.rack.id), nameColumns)}  `),
        ...fitLine(strip(item.rack.hosts, stripColumns(model, columns)), stripColumns(model, columns)),
        ...figureSpans(item.rack.hosts, model),
      ];
    case 'host':
      return hostRow(item.host, model, columns);
    case 'workload':
      return workloadRow(item.node, model, columns);
    default:
      return [];
  }
}

function carries(node: HostNode): boolean {
  return node.workloads.length > 0;
}

/** Mean share by dimension over the hosts that carry something. */
function figureSpans(hosts: readonly HostNode[], model: Model): Span[] {
  return meanShares(hosts, model.dimensions.length).map((share) =>
    span(
      fit(share === null ? '–' : percent(share), figureColumns, 'end'),
      share === null ? 'muted' : share >= 0.9 ? 'warn' : undefined,
    ),
  );
}

function hostsLine(hosts: readonly HostNode[], { texts }: Pane): Line {
  return [span(texts.hosts(formatNumber(hosts.filter(carries).length), formatNumber(hosts.length)))];
}

/** One column a host; only as many as fit, and how many more there are. */
function strip(hosts: readonly HostNode[], columns: number): Span[] {
  if (hosts.length <= columns) return hosts.map(hostCell);
  const shown = Math.max(0, columns - 6);
  return [...hosts.slice(0, shown).map(hostCell), span(` +${hosts.length - shown}`, 'muted')];
}

function hostCell(node: HostNode): Span {
  if (carries(node) && node.fullest !== null) return heatCell(node.fullest);
  return takesWorkloads(node) ? span('·', 'muted') : span('x', 'muted');
}

function hostRow(node: HostNode, model: Model, columns: number): Line {
  const bar = barColumns(model, columns);
  const cells = node.shares.flatMap((share): Span[] => [
    span('  '),
    ...(share === null ? [span(fit('–', bar), 'muted')] : shareCell(share, bar)),
  ]);
  return [
    span(fit(lastSegment(node.id), nameColumns)),
    span(fit(node.host.zone, 12), 'muted'),
    span(fit(takesWorkloads(node) || node.workloads.length > 0 ? formatNumber(node.workloads.length) : 'x', 6, 'end')),
    ...cells,
  ];
}

/** A bar where there is room for one, the bare figure on its colour where there is not. */
function shareCell(share: number, columns: number): Span[] {
  return columns >= 12 ? shareBar(share, columns) : [span(fit(percent(share), columns, 'end'), heatToken(share))];
}

function workloadRow({ id, workload }: WorkloadNode, model: Model, columns: number): Line {
  const [name, system] = workloadColumns(columns);
  return [
    span(fit(id, name)),
    span(fit(model.systemName(workload?.system), system), 'muted'),
    span(fit(formatNumber(workload?.vcpus ?? 0), 8, 'end')),
    span(fit(formatGiB((workload?.memMiB ?? 0) / 1024), 12, 'end')),
  ];
}

/** Facts of what the cursor is on. */
export function fleetDetail(state: State, model: Model, pane: Pane): Line[] {
  const item = fleetItems(state, model)[state.fleet.cursor];
  const { width } = pane.rect;
  switch (item?.kind) {
    case 'site':
      return siteFacts(item.site.id, item.site.racks, model, pane);
    case 'rack':
      return rackFacts(item.rack, model, pane);
    case 'host':
      return hostFacts(item.host, model, pane);
    case 'workload':
      return [[span(item.node.id, 'title')], ...workloadFacts(item.node, model, pane, width)];
    default:
      return [];
  }
}

function siteFacts(id: string, racks: readonly RackNode[], model: Model, pane: Pane): Line[] {
  const hosts = racks.flatMap((rack) => rack.hosts);
  return [
    [span(id, 'title')],
    hostsLine(hosts, pane),
    ...shareLines(meanShares(hosts, model.dimensions.length), model, pane),
  ];
}

function rackFacts({ id, rack, hosts }: RackNode, model: Model, pane: Pane): Line[] {
  const { texts } = pane;
  const kilowatts = (watts: number) => formatNumber(watts / 1000, 1);
  const power =
    rack === undefined || rack.powerUsedW === 0
      ? undefined
      : rack.powerW > 0
        ? `${kilowatts(rack.powerUsedW)} / ${kilowatts(rack.powerW)} kW`
        : `${kilowatts(rack.powerUsedW)} kW`;
  return [
    [
      span(id, 'title'),
      ...(rack !== undefined && rack.powerW > 0 && rack.powerUsedW > rack.powerW
        ? [span(`  ! ${texts.facts.power}`, 'bad')]
        : []),
    ],
    hostsLine(hosts, pane),
    ...shareLines(meanShares(hosts, model.dimensions.length), model, pane),
    ...facts(
      [
        [texts.facts.units, rack === undefined ? undefined : `${rack.unitsUsed} / ${rack.units} U`],
        [texts.facts.power, power],
        [
          texts.facts.uplink,
          rack === undefined || rack.uplinkMbps === 0 ? undefined : `${formatNumber(rack.uplinkMbps)} Mbit/s`,
        ],
        [texts.facts.zone, [...new Set(hosts.map(({ host }) => host.zone))].join(', ')],
      ],
      pane.rect.width,
    ),
    [],
    ...hosts.map((node) => miniRow(node, model)),
  ];
}

function hostFacts(node: HostNode, model: Model, pane: Pane): Line[] {
  const { host } = node;
  const { texts } = pane;
  const state = host.closed ? texts.closed : takesWorkloads(node) ? null : texts.notCompute(host.role);
  return [
    [span(host.id, 'title')],
    state !== null
      ? [span(`x ${state}`, 'warn')]
      : [span(node.workloads.length === 0 ? texts.empty : texts.workloadsCount(formatNumber(node.workloads.length)))],
    ...shareLines(node.shares, model, pane),
    ...facts(
      [
        [texts.facts.zone, `${host.zone}  ${texts.facts.mlps} ${host.mlps}`],
        [texts.facts.pool, host.pool],
        [texts.facts.profile, `${host.profile}  ${host.arch}  ${host.vcpus} vCPU  ${formatGiB(host.memMiB / 1024)}`],
        [texts.facts.power, host.powerW === 0 ? undefined : `${formatNumber(host.powerW)} W  ${host.units} U`],
      ],
      pane.rect.width,
    ),
    [],
    ...node.workloads.map((carried) => workloadRow(carried, model, pane.rect.width)),
  ];
}

/** A host with a heat cell by dimension: where a pane has room below the facts. */
function miniRow(node: HostNode, model: Model): Line {
  return [
    span(`  ${fit(lastSegment(node.id), nameColumns)}`),
    ...model.dimensions.flatMap((_, index): Span[] => {
      const share = node.shares[index] ?? null;
      const cell = share === null ? span('·', 'muted') : heatCell(share);
      return [cell, { ...cell, text: share === null ? ' ' : cell.text === '!' ? '!' : ' ' }, span(' ')];
    }),
    span(` ${formatNumber(node.workloads.length)}`, 'muted'),
  ];
}

function shareLines(shares: readonly (number | null)[], model: Model, { texts, rect }: Pane): Line[] {
  return shares.flatMap((share, index) =>
    share === null
      ? []
      : [
          [
            span(fit(dimensionLabel(model.dimensions[index] ?? '', texts), labelColumns), 'muted'),
            ...shareBar(share, Math.min(46, rect.width - labelColumns)),
          ],
        ],
  );
}

/** What a workload asks for and where it stands. Shared with the plan screen. */
export function workloadFacts(node: WorkloadNode, model: Model, { texts }: Pane, columns: number): Line[] {
  const { workload } = node;
  const demand =
    workload === undefined
      ? undefined
      : [
          `${formatNumber(workload.vcpus)} vCPU`,
          formatAmount(workload.memMiB, 'memMiB'),
          ...workload.accelerators.map((card) => `${card.count} x ${card.model}`),
        ].join('  ');
  const volumes = workload?.volumes ?? [];
  const size = volumes.reduce((sum, volume) => sum + volume.sizeGiB, 0);
  return facts(
    [
      [texts.facts.host, node.host],
      [texts.facts.system, model.systemName(workload?.system)],
      [texts.facts.component, workload?.component],
      [texts.facts.demand, demand],
      [texts.facts.volumes, volumes.length === 0 ? undefined : `${volumes.length}  ${formatGiB(size)}`],
      [texts.facts.zone, workload?.zone],
    ],
    columns,
  );
}
