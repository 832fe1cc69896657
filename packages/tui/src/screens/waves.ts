import { waveName } from '@yunqian/planner';
import { firstVisible } from '../layout/layout.ts';
import type { Model } from '../model/model.ts';
import type { RunSnapshot } from '../runs/snapshot.ts';
import { type BoardGroup, boardLanes, type Lane, selectedGroup } from '../state/board.ts';
import { type Wave, waveItems } from '../state/items.ts';
import type { State } from '../state/state.ts';
import { fit, fitLine, type Line, type Span, span } from '../text/line.ts';
import { groupMarks, healthTokens, runMarks } from './glyphs.ts';
import { formatGiB, formatNumber, list, type Pane, paragraph, selected, shortTime } from './parts.ts';
import { groupDetail, journalLines, waveDetail } from './wave-detail.ts';

/** The waves; or the open wave's board. */
export function wavesList(state: State, model: Model, pane: Pane): Line[] {
  const { texts, rect } = pane;
  if (model.waves === undefined || model.waves.waves.length === 0) return paragraph(texts.noWaves, rect.width, 'muted');
  if (state.waves.wave !== null) return board(state, model, pane);
  const items = waveItems(state, model);
  if (items.length === 0) return paragraph(texts.nothingMatches, rect.width, 'muted');
  const { waveHead } = texts;
  const sizes = waveColumns(rect.width);
  const head = [
    fit(waveHead.name, sizes.name),
    fit(waveHead.dates, sizes.dates),
    fit(waveHead.groups, 6, 'end'),
    fit(waveHead.workloads, 6, 'end'),
    fit(waveHead.data, 11, 'end'),
    `  ${waveHead.run}`,
  ].join('');
  return list(
    [[span(`  ${head}`, 'muted')]],
    { count: items.length, row: (index) => waveRow(items[index], state, model, pane) },
    state.waves.cursor,
    rect,
  );
}

/** Dates with their time of day only where there is room. */
function waveColumns(columns: number): { name: number; dates: number; from: number } {
  return columns >= 100 ? { name: 24, dates: 26, from: 11 } : { name: 15, dates: 15, from: 5 };
}

function waveRow(wave: Wave | undefined, state: State, model: Model, { texts, rect }: Pane): Line {
  if (wave === undefined) return [];
  const groups = wave.groups.map((id) => model.groupById.get(id));
  const workloads = groups.reduce((sum, group) => sum + (group?.workloads.length ?? 0), 0);
  const size = groups.reduce((sum, group) => sum + (group?.sizeGiB ?? 0), 0);
  const sizes = waveColumns(rect.width);
  const name = waveName(wave, texts.lang);
  const dates = `${shortTime(wave.start).slice(0, sizes.from)} → ${shortTime(wave.end).slice(0, sizes.from)}`;
  const figures = [
    formatNumber(wave.groups.length).padStart(6),
    formatNumber(workloads).padStart(6),
    formatGiB(size).padStart(11),
  ];
  return [
    span(`${fit(wave.pilot ? `${texts.pilot} ${name}` : name, sizes.name - 1)} `),
    span(fit(dates, sizes.dates), 'muted'),
    span(`${figures.join('')}  `),
    ...runSummary(state.runs.get(wave.id), texts),
  ];
}

/** `▶ active 12/36 steps ▲ 2 wait for you`. */
export function runSummary(run: RunSnapshot | undefined, texts: Pane['texts']): Span[] {
  if (run === undefined) return [span(`○ ${texts.notStarted}`, 'muted')];
  const { state, counts, health } = run.view;
  const { glyph, token } = runMarks[state];
  const parts: Span[] = [
    span(`${glyph} ${texts.runStates[state]} `, token),
    span(texts.steps(String(counts.succeeded), String(counts.total))),
  ];
  if (counts.failed > 0) parts.push(span(`  ✖ ${texts.failedSteps(String(counts.failed))}`, 'bad'));
  if (counts.awaiting > 0) parts.push(span(`  ▲ ${texts.awaiting(String(counts.awaiting))}`, healthTokens[health]));
  return parts;
}

/** Lanes side by side, a group a line. */
function board(state: State, model: Model, { texts, rect }: Pane): Line[] {
  const lanes = boardLanes(state, model);
  const chosen = selectedGroup(state, model);
  const laneColumns = Math.floor((rect.width - (lanes.length - 1)) / lanes.length);
  const run = state.waves.wave === null ? undefined : state.runs.get(state.waves.wave);
  const idle =
    run !== undefined &&
    !run.driving &&
    (run.view.state === 'active' || run.view.state === 'paused' || run.view.state === 'cancelling');
  const head: Line = [...runSummary(run, texts), ...(idle ? [span(`  ${texts.notDriven}: s`, 'warn')] : [])];
  const room = rect.height - 2;
  const columns = lanes.map((lane) => laneLines(lane, chosen, laneColumns, room, model, texts));
  const lines = Array.from({ length: room + 1 }, (_, row) =>
    columns.flatMap((column, index) => [
      ...(index === 0 ? [] : [span('│', 'muted')]),
      ...fitLine(column[row] ?? [], laneColumns),
    ]),
  );
  return [head, ...lines];
}

function laneLines(
  lane: Lane,
  chosen: BoardGroup | undefined,
  columns: number,
  room: number,
  model: Model,
  texts: Pane['texts'],
): Line[] {
  const cursor = lane.groups.findIndex((group) => group.id === chosen?.id);
  const first = firstVisible(Math.max(0, cursor), lane.groups.length, room);
  const rest = lane.groups.length - first - room;
  const cards = lane.groups.slice(first, first + room).map((group, index): Line => {
    const line = fitLine(card(group, model, columns), columns);
    if (rest > 0 && index === room - 1 && group.id !== chosen?.id) return [span(`  ↓ +${rest + 1}`, 'muted')];
    return group.id === chosen?.id ? selected(line) : line;
  });
  return [[span(`${texts.lanes[lane.id]} `, 'title'), span(formatNumber(lane.groups.length), 'muted')], ...cards];
}

function card(group: BoardGroup, model: Model, columns: number): Line {
  const { glyph, token } = group.awaits ? { glyph: '▲', token: 'warn' as const } : groupMarks[group.state];
  const systems =
    columns >= 22
      ? (model.groupById.get(group.id)?.systems ?? []).map(model.systemName).filter((name) => name !== group.id)
      : [];
  return [
    span(` ${glyph} `, token),
    span(group.id),
    ...(systems.length === 0 ? [] : [span(`  ${systems.join(' ')}`, 'muted')]),
  ];
}

/** The chosen group with its steps and the journal; or the chosen wave. */
export function wavesDetail(state: State, model: Model, pane: Pane): Line[] {
  if (model.waves === undefined) return [];
  if (state.waves.wave === null) {
    const wave = waveItems(state, model)[state.waves.cursor];
    return wave === undefined ? [] : waveDetail(wave, state.runs.get(wave.id), model, pane);
  }
  const group = selectedGroup(state, model);
  const run = state.runs.get(state.waves.wave);
  const lines = group === undefined ? [] : groupDetail(group, run, model, pane);
  const room = pane.rect.height - lines.length - 1;
  return room < 2
    ? lines
    : [...lines, [span(`── ${pane.texts.journal} `, 'muted')], ...journalLines(run, model, pane, room)];
}
