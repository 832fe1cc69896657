import type { ExpandedFleet, FleetRack } from '@yunqian/hw-model';
import type { Plan } from '@yunqian/planner';
import { fleetLoad, fullest, type HostLoad, type RackLoad, type SiteLoad, takesWorkloads } from '../fleet-load.ts';
import { clip, formatNumber, formatShare, lastSegment } from '../format.ts';
import { type Markup, markup } from '../markup.ts';
import { type Messages, messagesFor } from '../messages/messages.ts';
import { legendEntries, scaleLegend } from './legend.ts';
import { type DrawingOptions, drawing, heatClass, px } from './theme.ts';

const rackWidth = 84;
const rackGap = 16;
const unitHeight = 5;
const legendHeight = 34;
const siteHead = 24;
const captionHeight = 48;

/** Racks from the front, by units: hosts coloured by their fullest dimension, other devices, free units; power and uplink below. */
export function rackElevationSvg(plan: Plan, fleet: ExpandedFleet, options: DrawingOptions = {}): string {
  const { lang = 'en', width = 1200, standalone = true } = options;
  const messages = messagesFor(lang);
  const scale = scaleLegend(0, 2);
  const parts: Markup[] = [
    scale.drawn,
    ...legendEntries(scale.end + 30, 2, [
      { mark: 'over', text: messages.legend.over },
      { mark: 'none', text: messages.legend.empty },
      { mark: 'closed', text: `${messages.legend.closed}, ${messages.legend.other}` },
    ]),
  ];
  const perLine = Math.max(1, Math.floor((width + rackGap) / (rackWidth + rackGap)));
  let y = legendHeight;
  for (const site of withEmptyRacks(fleetLoad(plan, fleet).sites, fleet)) {
    parts.push(markup`<text class="strong" x="0" y="${px(y + 14)}">${site.site}</text>`);
    y += siteHead;
    for (let first = 0; first < site.racks.length; first += perLine) {
      const line = site.racks.slice(first, first + perLine);
      const height = Math.max(...line.map((load) => load.rack.units)) * unitHeight;
      line.forEach((load, index) => {
        parts.push(drawRack(load, index * (rackWidth + rackGap), y, height, messages));
      });
      y += height + captionHeight;
    }
  }
  return drawing({ width, height: Math.ceil(y), label: messages.sections.racks, lang, standalone }, parts);
}

/** Racks that carry no hosts, only storage or network, stand behind the others of their site. */
function withEmptyRacks(sites: readonly SiteLoad[], fleet: ExpandedFleet): SiteLoad[] {
  const drawn = new Set(sites.flatMap((site) => site.racks.map(({ rack }) => rack.id)));
  const rest = fleet.racks.filter((rack) => !drawn.has(rack.id));
  const siteOf = (rack: FleetRack) => rack.id.split('/').slice(0, 2).join('/');
  const added = [...new Set(rest.map(siteOf))].filter((id) => !sites.some(({ site }) => site === id));
  return [...sites, ...added.map((site) => ({ site, racks: [] }))].map(({ site, racks }) => ({
    site,
    racks: [...racks, ...rest.filter((rack) => siteOf(rack) === site).map((rack) => ({ rack, hosts: [] }))],
  }));
}

function drawRack({ rack, hosts }: RackLoad, x: number, y: number, lineHeight: number, messages: Messages): Markup {
  const height = rack.units * unitHeight;
  const top = y + lineHeight - height;
  const hostUnits = hosts.reduce((sum, { host }) => sum + host.units, 0);
  let floor = top + height;
  const drawn = hosts.map((load) => {
    floor -= load.host.units * unitHeight;
    return drawHost(load, x, floor, messages);
  });
  const otherUnits = Math.max(0, rack.unitsUsed - hostUnits);
  floor -= otherUnits * unitHeight;
  const others =
    otherUnits > 0 &&
    markup`<g><title>${`${messages.legend.other}: ${formatNumber(otherUnits)} U`}</title><rect class="closed mark" x="${px(x + 4)}" y="${px(floor + 0.5)}" width="${rackWidth - 8}" height="${px(otherUnits * unitHeight - 1)}"/></g>`;
  const kilowatts = (watts: number) => formatNumber(watts / 1000, 1);
  const power =
    rack.powerW > 0
      ? messages.rackPower(kilowatts(rack.powerUsedW), kilowatts(rack.powerW))
      : rack.powerUsedW > 0
        ? messages.rackPowerOnly(kilowatts(rack.powerUsedW))
        : '';
  const uplink = rack.uplinkMbps > 0 ? `${formatNumber(rack.uplinkMbps / 1000)} Gbit/s` : '';
  const overPower = rack.powerW > 0 && rack.powerUsedW > rack.powerW;
  const bottom = y + lineHeight;
  return markup`<g><title>${`${rack.id}\n${messages.rackFacts(`${rack.unitsUsed} / ${rack.units} U`, power, uplink)}`}</title><rect class="frame" x="${px(x + 0.5)}" y="${px(top + 0.5)}" width="${rackWidth - 1}" height="${px(height)}"/><text font-weight="600" x="${px(x)}" y="${px(bottom + 12)}">${clip(lastSegment(rack.id), 14)}</text><text class="tiny muted" x="${px(x)}" y="${px(bottom + 23)}">${rack.unitsUsed} / ${rack.units} U</text><text class="tiny ${overPower ? 'bad' : 'muted'}" x="${px(x)}" y="${px(bottom + 33)}">${overPower && '! '}${power}</text></g>${drawn}${others}`;
}

function drawHost(load: HostLoad, x: number, y: number, messages: Messages): Markup {
  const { host, workloads } = load;
  const share = fullest(load);
  const name = !takesWorkloads(host) && workloads === 0 ? 'closed' : share === null ? 'none' : heatClass(share);
  const tip = `${messages.heatRow(host.id, host.zone, formatNumber(workloads))}${share === null ? '' : `  ·  ${formatShare(share)}`}`;
  return markup`<g><title>${tip}</title><rect class="mark ${name}" x="${px(x + 4)}" y="${px(y + 0.5)}" width="${rackWidth - 8}" height="${px(host.units * unitHeight - 1)}"/></g>`;
}
