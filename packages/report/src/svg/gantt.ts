import type { Activity, Programme, Waves } from '@yunqian/planner';
import type { RunView } from '@yunqian/runbook';
import { columns, formatDateTime } from '../format.ts';
import { type Markup, markup } from '../markup.ts';
import { type Messages, messagesFor } from '../messages/messages.ts';
import { groupStates } from '../run-states.ts';
import { dayMs, endOfDate, instant, type TimeAxis, timeAxis } from '../time.ts';
import { type GanttFrame, groupHeight, groupRow, labelWidth, waveHeight, waveRow } from './gantt-rows.ts';
import { type LegendEntry, legendEntries } from './legend.ts';
import { type DrawingOptions, drawing, px } from './theme.ts';

export interface GanttOptions extends DrawingOptions {
  readonly programme?: Programme;
  readonly runs?: readonly RunView[];
  /** Local date-time of the "today" line; none without it. */
  readonly today?: string;
  /** Only these waves, over their own time span. */
  readonly only?: readonly string[];
  /** Without groups: one row a wave. */
  readonly overview?: boolean;
  /** False where another drawing beside it has it. */
  readonly legend?: boolean;
  /** Name of a system, where its id says little. */
  readonly systemName?: (system: string) => string;
}

type Wave = Waves['waves'][number];

interface Row {
  readonly y: number;
  readonly wave: Wave;
  /** Absent in a wave's own row. */
  readonly activity?: Activity;
}

const axisHeight = 22;
const legendHeight = 26;

/** Waves and their groups over local time: seed copy, time in step, cutover; freezes, deadline, today. */
export function waveGanttSvg(waves: Waves, options: GanttOptions = {}): string {
  const { lang = 'en', width = 1200, standalone = true, programme, today, only, legend = true } = options;
  const messages = messagesFor(lang);
  const shown = waves.waves.filter((wave) => only === undefined || only.includes(wave.id));
  const top = (legend ? legendHeight : 0) + axisHeight;
  const { rows, bottom } = rowsOf(shown, waves, options.overview ?? false, top);
  const axis = axisOf(rows, only === undefined ? options : {}, width);
  const frame: GanttFrame = {
    axis,
    messages,
    groupOf: new Map(waves.groups.map((group) => [group.id, group])),
    stateOf: groupStates(options.runs ?? []),
    systemName: options.systemName ?? ((system) => system),
  };
  const body = [
    legend && markup`${legendEntries(0, 2, entries(messages, options))}`,
    grid(axis, top, bottom, width),
    freezes(axis, programme, top, bottom),
    rows.map(({ y, wave, activity }) =>
      activity === undefined ? waveRow(frame, y, wave) : groupRow(frame, y, activity),
    ),
    programme?.deadline !== undefined &&
      verticalLine(
        axis,
        endOfDate(programme.deadline),
        'deadline',
        `${messages.legend.deadline} ${programme.deadline}`,
        top,
        bottom,
      ),
    today !== undefined &&
      verticalLine(axis, instant(today), 'today', `${messages.legend.today} ${formatDateTime(today)}`, top, bottom),
    markup`<text class="muted tiny" x="6" y="${top - 8}">${messages.columns.groups} / ${messages.columns.workloads}</text>`,
  ];
  return drawing({ width, height: bottom + 4, label: messages.sections.waves, lang, standalone }, body);
}

function rowsOf(shown: readonly Wave[], waves: Waves, overview: boolean, top: number): { rows: Row[]; bottom: number } {
  const activityOf = new Map(waves.activities.map((activity) => [activity.group, activity]));
  const rows: Row[] = [];
  let y = top;
  for (const wave of shown) {
    rows.push({ y, wave });
    y += waveHeight;
    if (overview) continue;
    const activities = wave.groups.map((group) => activityOf.get(group)).filter((activity) => activity !== undefined);
    for (const activity of activities.sort(byCutover)) {
      rows.push({ y, wave, activity });
      y += groupHeight;
    }
  }
  return { rows, bottom: y };
}

/** In the order of their cutovers. */
export function byCutover(a: Activity, b: Activity): number {
  if (a.cutoverStart !== b.cutoverStart) return a.cutoverStart < b.cutoverStart ? -1 : 1;
  return a.group < b.group ? -1 : 1;
}

/** Spans all rows, and the programme with its deadline where there is one. */
function axisOf(rows: readonly Row[], { programme, today }: GanttOptions, width: number): TimeAxis {
  const times = rows.flatMap(({ wave, activity }) =>
    activity === undefined
      ? [instant(wave.start), instant(wave.end)]
      : [instant(activity.seedStart), instant(activity.cutoverEnd)],
  );
  if (programme !== undefined) times.push(instant(programme.start));
  if (programme?.deadline !== undefined) times.push(endOfDate(programme.deadline));
  if (today !== undefined) times.push(instant(today));
  const from = times.reduce((a, b) => Math.min(a, b), times[0] ?? 0);
  const to = times.reduce((a, b) => Math.max(a, b), from + dayMs);
  const margin = (to - from) * 0.015;
  return timeAxis(from - margin, to + margin, labelWidth, width - 1);
}

function grid(axis: TimeAxis, top: number, bottom: number, width: number): Markup[] {
  return axis.ticks.map(({ x, label }) => {
    const half = columns(label) * 2.9;
    const at = Math.min(x, width - half);
    return markup`<line class="grid" x1="${px(x)}" y1="${top - 4}" x2="${px(x)}" y2="${bottom}"/><text class="muted mid" x="${px(at)}" y="${top - 8}">${label}</text>`;
  });
}

function freezes(axis: TimeAxis, programme: Programme | undefined, top: number, bottom: number): Markup[] {
  return (programme?.freezes ?? []).flatMap((freeze) => {
    const from = Math.max(axis.from, instant(freeze.from));
    const to = Math.min(axis.to, endOfDate(freeze.to));
    if (to <= from) return [];
    const x = axis.x(from);
    const tip = `${freeze.reason}\n${freeze.from} → ${freeze.to}`;
    return [
      markup`<g><title>${tip}</title><rect class="freeze" x="${px(x)}" y="${top}" width="${px(Math.max(1.5, axis.x(to) - x))}" height="${bottom - top}"/></g>`,
    ];
  });
}

function verticalLine(
  axis: TimeAxis,
  time: number,
  name: string,
  tip: string,
  top: number,
  bottom: number,
): Markup | false {
  if (time < axis.from || time > axis.to) return false;
  const x = px(axis.x(time));
  return markup`<g><title>${tip}</title><line class="${name}" x1="${x}" y1="${top - 4}" x2="${x}" y2="${bottom}"/></g>`;
}

function entries(messages: Messages, { programme, today }: GanttOptions): LegendEntry[] {
  const all: LegendEntry[] = [
    { mark: 'wave', text: messages.columns.wave },
    { mark: 'seed', text: messages.legend.seed },
    { mark: 'sync', shape: 'line', text: messages.legend.sync },
    { mark: 'cutover', shape: 'diamond', text: messages.legend.cutover },
  ];
  if (programme !== undefined) {
    all.push(
      { mark: 'freeze', text: messages.legend.freeze },
      { mark: 'deadline', shape: 'line', text: messages.legend.deadline },
    );
  }
  if (today !== undefined) all.push({ mark: 'today', shape: 'line', text: messages.legend.today });
  return all;
}
