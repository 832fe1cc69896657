import type { Activity, MoveGroup, Waves } from '@yunqian/planner';
import type { GroupState } from '@yunqian/runbook';
import { clip, formatDateTime, formatNumber, formatSizeGiB } from '../format.ts';
import { type Markup, markup } from '../markup.ts';
import type { Messages } from '../messages/messages.ts';
import { groupGlyphs } from '../run-states.ts';
import { instant, type TimeAxis } from '../time.ts';
import { diamond } from './legend.ts';
import { px } from './theme.ts';

/** What every row of one Gantt chart shares. */
export interface GanttFrame {
  readonly axis: TimeAxis;
  readonly messages: Messages;
  readonly groupOf: ReadonlyMap<string, MoveGroup>;
  readonly stateOf: ReadonlyMap<string, GroupState>;
  readonly systemName: (system: string) => string;
}

export const labelWidth = 250;
export const waveHeight = 22;
export const groupHeight = 14;

export function waveRow({ axis, messages, groupOf }: GanttFrame, y: number, wave: Waves['waves'][number]): Markup {
  const from = axis.x(instant(wave.start));
  const to = axis.x(instant(wave.end));
  const middle = y + waveHeight / 2;
  const groups = formatNumber(wave.groups.length);
  const workloads = formatNumber(
    wave.groups.reduce((sum, group) => sum + (groupOf.get(group)?.workloads.length ?? 0), 0),
  );
  const name = wave.pilot ? `${clip(wave.name, 22)} · ${messages.pilot}` : clip(wave.name, 28);
  const tip = [
    wave.pilot ? `${wave.name} · ${messages.pilot}` : wave.name,
    `${formatDateTime(wave.start)} → ${formatDateTime(wave.end)}`,
    `${messages.countGroups(groups)} · ${messages.countWorkloads(workloads)}`,
  ].join('\n');
  return markup`<g><title>${tip}</title><rect class="band" x="0" y="${y + 1}" width="${labelWidth - 6}" height="${waveHeight - 2}"/><text x="6" y="${middle + 4}" font-weight="600">${name}</text><text class="muted end tiny" x="${labelWidth - 12}" y="${middle + 3.5}">${groups} / ${workloads}</text><rect class="wave mark" x="${px(from)}" y="${middle - 4}" width="${px(Math.max(2, to - from))}" height="8" rx="2"/></g>`;
}

export function groupRow(frame: GanttFrame, y: number, activity: Activity): Markup {
  const { axis, groupOf, stateOf } = frame;
  const group = groupOf.get(activity.group);
  const state = stateOf.get(activity.group);
  const middle = y + groupHeight / 2;
  const seedFrom = axis.x(instant(activity.seedStart));
  const seedTo = axis.x(instant(activity.seedEnd));
  const cutFrom = axis.x(instant(activity.cutoverStart));
  const cutTo = axis.x(instant(activity.cutoverEnd));
  const names = (group?.systems ?? []).map(frame.systemName).filter((name) => name !== activity.group);
  const label = clip([activity.group, ...names].join('  '), 48);
  const { glyph = '', tone = 'muted' } = state === undefined ? {} : groupGlyphs[state];
  const cutover =
    cutTo - cutFrom < 6
      ? markup`<path class="cutover mark" d="${diamond((cutFrom + cutTo) / 2, middle, 4.2)}"/>`
      : markup`<rect class="cutover mark" x="${px(cutFrom)}" y="${middle - 4}" width="${px(cutTo - cutFrom)}" height="8"/>`;
  return markup`<g><title>${groupTip(frame, activity, group, state)}</title><text class="${tone}" x="5" y="${middle + 3.5}">${glyph}</text><text class="tiny" x="20" y="${middle + 3}">${label}</text><rect class="seed mark" x="${px(seedFrom)}" y="${middle - 3}" width="${px(Math.max(1, seedTo - seedFrom))}" height="6"/><line class="sync" x1="${px(seedTo)}" y1="${middle}" x2="${px(cutFrom)}" y2="${middle}"/>${cutover}</g>`;
}

function groupTip(
  { messages, systemName }: GanttFrame,
  activity: Activity,
  group: MoveGroup | undefined,
  state: GroupState | undefined,
): string {
  const { countWorkloads, legend, groupStates, separator } = messages;
  const lines = [
    state === undefined ? activity.group : `${activity.group} · ${groupStates[state]}`,
    (group?.systems ?? []).map(systemName).join(separator),
    `${countWorkloads(formatNumber(group?.workloads.length ?? 0))} · ${formatSizeGiB(group?.sizeGiB ?? 0)} · ${activity.link} ${formatNumber(activity.bandwidthMbps)} Mbit/s`,
    `${legend.seed} ${formatDateTime(activity.seedStart)} → ${formatDateTime(activity.seedEnd)}`,
    `${legend.cutover} ${formatDateTime(activity.cutoverStart)} → ${formatDateTime(activity.cutoverEnd)}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}
