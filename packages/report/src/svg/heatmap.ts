import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Plan } from '@yunqian/planner';
import {
  type FleetLoad,
  fleetLoad,
  type HostLoad,
  type RackLoad,
  type SiteLoad,
  takesWorkloads,
} from '../fleet-load.ts';
import { clip, dimensionLabel, dimensionShort, formatNumber, formatShare, lastSegment } from '../format.ts';
import { type Markup, markup } from '../markup.ts';
import { type Messages, messagesFor } from '../messages/messages.ts';
import { legendEntries, scaleLegend } from './legend.ts';
import { type DrawingOptions, drawing, heatClass, px } from './theme.ts';

/** Above this a row stands for a rack and not for a host. */
export const maxHostRows = 2_000;

interface Row {
  readonly label: string;
  readonly tip: string;
  readonly kind: 'open' | 'empty' | 'closed';
  readonly shares: readonly (number | null)[];
}

interface Panel {
  readonly title: string;
  readonly rows: readonly Row[];
}

const cell = { width: 23, height: 11, gap: 1 };
const panelGap = 16;
const panelHead = 30;
const siteHead = 26;
const legendHeight = 34;

/** Hosts x dimensions, grouped site > rack: the share of sellable capacity in use. */
export function utilisationHeatmapSvg(plan: Plan, fleet: ExpandedFleet, options: DrawingOptions = {}): string {
  const { lang = 'en', width = 1200, standalone = true } = options;
  const messages = messagesFor(lang);
  const load = fleetLoad(plan, fleet);
  const parts: Markup[] = [legend(messages, load.dimensions, width)];
  let y = legendHeight;
  for (const site of load.sites) {
    const panels = panelsOf(site, load, messages);
    const labelWidth = Math.max(18, ...panels.flatMap((panel) => panel.rows.map((row) => row.label.length * 5.4 + 5)));
    const panelWidth = Math.max(labelWidth + load.dimensions.length * cell.width, 64);
    const perLine = Math.max(1, Math.floor((width + panelGap) / (panelWidth + panelGap)));
    parts.push(markup`<text class="strong" x="0" y="${px(y + 15)}">${site.site}</text>`);
    y += siteHead;
    for (let first = 0; first < panels.length; first += perLine) {
      const line = panels.slice(first, first + perLine);
      line.forEach((panel, index) => {
        parts.push(drawPanel(panel, load.dimensions, messages, index * (panelWidth + panelGap), y, labelWidth));
      });
      y += panelHead + Math.max(...line.map((panel) => panel.rows.length)) * cell.height + 12;
    }
  }
  return drawing({ width, height: Math.ceil(y), label: messages.sections.heatmap, lang, standalone }, parts);
}

function panelsOf(site: SiteLoad, load: FleetLoad, messages: Messages): Panel[] {
  if (load.hosts <= maxHostRows) {
    return site.racks.map(({ rack, hosts }) => ({
      title: lastSegment(rack.id),
      rows: hosts.map((host) => hostRow(host, load.dimensions, messages)),
    }));
  }
  const rooms = new Map<string, Row[]>();
  for (const rack of site.racks) {
    const room = rack.hosts[0]?.host.room ?? site.site;
    const rows = rooms.get(room) ?? [];
    rows.push(rackRow(rack, load.dimensions, messages));
    rooms.set(room, rows);
  }
  return [...rooms].map(([room, rows]) => ({ title: lastSegment(room), rows }));
}

function hostRow(load: HostLoad, dimensions: readonly string[], messages: Messages): Row {
  const { host, workloads, shares } = load;
  const head = messages.heatRow(host.id, `${host.zone} ${host.pool}`.trim(), formatNumber(workloads));
  return {
    label: shortHost(host.id, host.rack),
    tip: [head, ...sharesText(shares, dimensions, messages)].join('\n'),
    kind: workloads > 0 ? 'open' : takesWorkloads(host) ? 'empty' : 'closed',
    shares,
  };
}

function rackRow({ rack, hosts }: RackLoad, dimensions: readonly string[], messages: Messages): Row {
  const shares = dimensions.map((_, index) => {
    const known = hosts.map((load) => load.shares[index] ?? null).filter((share) => share !== null);
    return known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0) / known.length;
  });
  const workloads = hosts.reduce((sum, load) => sum + load.workloads, 0);
  const head = messages.heatRow(rack.id, '', formatNumber(workloads));
  return {
    label: lastSegment(rack.id),
    tip: [head, ...sharesText(shares, dimensions, messages)].join('\n'),
    kind: workloads > 0 ? 'open' : 'empty',
    shares,
  };
}

function sharesText(shares: readonly (number | null)[], dimensions: readonly string[], messages: Messages): string[] {
  return shares.flatMap((share, index) =>
    share === null ? [] : [`${dimensionLabel(dimensions[index] ?? '', messages)} ${formatShare(share)}`],
  );
}

function shortHost(id: string, rack: string): string {
  const label = id.startsWith(`${rack}/`) ? id.slice(rack.length + 1) : lastSegment(id);
  return clip(label, 10);
}

function drawPanel(
  panel: Panel,
  dimensions: readonly string[],
  messages: Messages,
  x: number,
  y: number,
  labelWidth: number,
): Markup {
  const heads = dimensions.map(
    (dimension, index) =>
      markup`<text class="tiny muted mid" x="${px(x + labelWidth + (index + 0.5) * cell.width)}" y="${px(y + 24)}">${dimensionShort(dimension, messages)}</text>`,
  );
  const rows = panel.rows.map((row, index) => drawRow(row, px(x), px(y + panelHead + index * cell.height), labelWidth));
  return markup`<text x="${px(x)}" y="${px(y + 10)}" font-weight="600">${clip(panel.title, 18)}</text>${heads}${rows}`;
}

function drawRow(row: Row, x: number, y: number, labelWidth: number): Markup {
  const cells = row.shares.map((share, index) => {
    const name = share !== null && row.kind !== 'closed' ? heatClass(share) : row.kind === 'closed' ? 'closed' : 'none';
    return markup`<rect class="mark ${name}" x="${px(x + labelWidth + index * cell.width)}" y="${y}" width="${cell.width - cell.gap}" height="${cell.height - cell.gap}"/>`;
  });
  const cross =
    row.kind === 'closed' &&
    markup`<line class="cross" x1="${px(x + labelWidth)}" y1="${px(y + cell.height / 2)}" x2="${px(x + labelWidth + row.shares.length * cell.width - 1)}" y2="${px(y + cell.height / 2)}"/>`;
  return markup`<g><title>${row.tip}</title><text class="tiny muted end" x="${px(x + labelWidth - 4)}" y="${px(y + 8)}">${row.label}</text>${cells}${cross}</g>`;
}

function legend(messages: Messages, dimensions: readonly string[], width: number): Markup {
  const scale = scaleLegend(0, 2);
  const states = legendEntries(scale.end + 30, 2, [
    { mark: 'over', text: messages.legend.over },
    { mark: 'none', text: messages.legend.empty },
    { mark: 'closed', text: messages.legend.closed },
  ]);
  const names = dimensions
    .map((dimension) => `${dimensionShort(dimension, messages)} ${dimensionLabel(dimension, messages)}`)
    .join(' · ');
  return markup`${scale.drawn}${states}<text class="muted end" x="${width}" y="11">${names}</text>`;
}
