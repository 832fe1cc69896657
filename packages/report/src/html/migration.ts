import { type Activity, describe, messages as diagnosticTexts, type Waves, waveName } from '@yunqian/planner';
import type { GroupState, RunView } from '@yunqian/runbook';
import { formatDateTime, formatNumber, formatSizeGiB } from '../format.ts';
import { Markup, markup } from '../markup.ts';
import type { Messages } from '../messages/messages.ts';
import { groupGlyphs, groupStates } from '../run-states.ts';
import { byCutover, waveGanttSvg } from '../svg/gantt.ts';
import type { ReportContext } from './context.ts';
import { table } from './table.ts';

type Wave = Waves['waves'][number];

export function waves(context: ReportContext): Markup | null {
  const { input, lang, messages, runs } = context;
  if (input.waves === undefined) return null;
  const document = input.waves;
  const options = {
    lang,
    standalone: false,
    runs,
    systemName: context.systemName,
    ...(input.programme === undefined ? {} : { programme: input.programme }),
    ...(input.today === undefined ? {} : { today: input.today }),
  };
  const states = groupStates(runs);
  const details = document.waves.map((wave) =>
    waveDetails(
      wave,
      document,
      states,
      context,
      new Markup(waveGanttSvg(document, { ...options, only: [wave.id], legend: false })),
    ),
  );
  return markup`<section><h2>${messages.sections.waves}<small>${document.timeZone}</small></h2><p class="note">${messages.notes.waves}</p><div class="scroll">${new Markup(waveGanttSvg(document, { ...options, overview: true }))}</div>${details}</section>${unscheduled(document, context)}`;
}

function waveDetails(
  wave: Wave,
  document: Waves,
  states: ReadonlyMap<string, GroupState>,
  context: ReportContext,
  chart: Markup,
): Markup {
  const { messages } = context;
  const groupOf = new Map(document.groups.map((group) => [group.id, group]));
  const members = new Set(wave.groups);
  const activities = document.activities.filter((activity) => members.has(activity.group)).sort(byCutover);
  const hardest = new Map(
    (document.assessments ?? [])
      .toSorted((a, b) => a.points - b.points)
      .map((assessment) => [assessment.group, assessment]),
  );
  const body = table<Activity>(
    [
      { head: messages.columns.group, cell: (row) => markup`<code>${row.group}</code>` },
      {
        head: messages.columns.systems,
        cell: (row) => (groupOf.get(row.group)?.systems ?? []).map(context.systemName).join(messages.separator),
      },
      {
        head: messages.columns.workloads,
        align: 'end',
        cell: (row) => formatNumber(groupOf.get(row.group)?.workloads.length ?? 0),
      },
      { head: messages.columns.size, align: 'end', cell: (row) => formatSizeGiB(groupOf.get(row.group)?.sizeGiB ?? 0) },
      {
        head: messages.columns.seed,
        cell: (row) => `${formatDateTime(row.seedStart)} → ${formatDateTime(row.seedEnd)}`,
      },
      ...(hardest.size === 0
        ? []
        : [
            {
              head: messages.columns.difficulty,
              cell: (row: Activity) => messages.difficulties[hardest.get(row.group)?.difficulty ?? 'easy'],
            },
          ]),
      {
        head: messages.columns.cutover,
        cell: (row) => `${formatDateTime(row.cutoverStart)} → ${formatDateTime(row.cutoverEnd).slice(11)}`,
      },
      ...(states.size === 0
        ? []
        : [{ head: messages.columns.state, cell: (row: Activity) => groupState(states.get(row.group), messages) }]),
    ],
    activities,
    messages,
  );
  const size = wave.groups.reduce((sum, group) => sum + (groupOf.get(group)?.sizeGiB ?? 0), 0);
  const workloads = wave.groups.reduce((sum, group) => sum + (groupOf.get(group)?.workloads.length ?? 0), 0);
  const facts = [
    `${formatDateTime(wave.start)} → ${formatDateTime(wave.end)}`,
    messages.countGroups(formatNumber(wave.groups.length)),
    messages.countWorkloads(formatNumber(workloads)),
    formatSizeGiB(size),
  ].join(' · ');
  return markup`<details class="wave"><summary><b>${waveName(wave, context.lang)}${wave.pilot && ` · ${messages.pilot}`}</b> <span>${facts}</span></summary><div class="scroll">${chart}</div>${body}${gateList(wave, context)}</details>`;
}

/** Gates of a wave, and until when it can go back. */
function gateList({ gates = [] }: Wave, { lang }: ReportContext): Markup | null {
  if (gates.length === 0) return null;
  const items = gates.map(
    ({ at, code, params }) => markup`<li>${formatDateTime(at)} · ${describe(code, params, lang).text}</li>`,
  );
  return markup`<ul class="note">${items}</ul>`;
}

function groupState(state: GroupState | undefined, messages: Messages): Markup | null {
  if (state === undefined) return null;
  const { glyph, tone } = groupGlyphs[state];
  return markup`<span class="state ${tone}">${glyph} ${messages.groupStates[state]}</span>`;
}

function unscheduled(document: Waves, { lang, messages }: ReportContext): Markup | null {
  if (document.unscheduled.length === 0) return null;
  const body = table<Waves['unscheduled'][number]>(
    [
      { head: messages.columns.group, cell: (row) => markup`<code>${row.group}</code>` },
      {
        head: messages.columns.reason,
        cell: ({ reason: { code, params } }) => (code in diagnosticTexts ? describe(code, params, lang).text : code),
      },
    ],
    document.unscheduled,
    messages,
  );
  return markup`<section><h2>${messages.sections.unscheduled}<small>${formatNumber(document.unscheduled.length)}</small></h2>${body}</section>`;
}

const healthMarks: Readonly<Record<RunView['health'], { glyph: string; tone: string }>> = {
  healthy: { glyph: '✔', tone: 'good' },
  attention: { glyph: '▲', tone: 'warn' },
  error: { glyph: '✖', tone: 'bad' },
};

export function runs({ runs: views, messages }: ReportContext): Markup | null {
  if (views.length === 0) return null;
  const body = table<RunView>(
    [
      { head: messages.columns.run, cell: (run) => markup`<code>${run.run}</code>` },
      { head: messages.columns.wave, cell: (run) => run.waveName },
      {
        head: messages.columns.state,
        cell: (run) =>
          markup`${messages.runStates[run.state]}<br><span class="state ${healthMarks[run.health].tone}">${healthMarks[run.health].glyph} ${messages.health[run.health]}</span>`,
      },
      {
        head: messages.columns.progress,
        cell: (run) => messages.stepsDone(formatNumber(run.counts.succeeded), formatNumber(run.counts.total)),
      },
      { head: messages.columns.groups, cell: (run) => groupCounts(run, messages) },
      { head: messages.columns.waitsFor, cell: (run) => waiting(run, messages) },
    ],
    views,
    messages,
  );
  return markup`<section><h2>${messages.sections.runs}<small>${formatNumber(views.length)}</small></h2>${body}</section>`;
}

function groupCounts(run: RunView, messages: Messages): Markup[] {
  const counts = new Map<GroupState, number>();
  for (const group of run.groups) counts.set(group.state, (counts.get(group.state) ?? 0) + 1);
  return [...counts].map(([state, count]) => markup`<div>${groupState(state, messages)} ${formatNumber(count)}</div>`);
}

function waiting(run: RunView, messages: Messages): Markup[] {
  const lines = run.steps.flatMap((step) => {
    if (step.state === 'failed') return [messages.stepFailed(step.id, step.error ?? '')];
    return step.state === 'awaitingApproval' ? [messages.stepAwaits(step.group)] : [];
  });
  return lines.slice(0, 12).map((line) => markup`<div>${line}</div>`);
}
