import { describe, waveName } from '@yunqian/planner';
import type { RunEvent, StepView } from '@yunqian/runbook';
import type { Model } from '../model/model.ts';
import type { RunSnapshot } from '../runs/snapshot.ts';
import type { BoardGroup } from '../state/board.ts';
import type { Wave } from '../state/items.ts';
import { fit, type Line, type Span, span } from '../text/line.ts';
import { groupMarks, stepMarks } from './glyphs.ts';
import { clock, facts, formatGiB, formatNumber, longTime, type Pane, paragraph, shortTime } from './parts.ts';

export function waveDetail(wave: Wave, run: RunSnapshot | undefined, model: Model, pane: Pane): Line[] {
  const { texts, rect } = pane;
  const groups = wave.groups.map((id) => model.groupById.get(id)).filter((group) => group !== undefined);
  const size = groups.reduce((sum, group) => sum + group.sizeGiB, 0);
  const workloads = groups.reduce((sum, group) => sum + group.workloads.length, 0);
  const lines: Line[] = [
    [span(waveName(wave, texts.lang), 'title'), span(`  ${wave.id}${wave.pilot ? `  ${texts.pilot}` : ''}`, 'muted')],
    ...facts(
      [
        [texts.facts.window, `${longTime(wave.start)} → ${longTime(wave.end)}  ${model.waves?.timeZone ?? ''}`],
        [
          texts.facts.groups,
          `${formatNumber(groups.length)}  (${formatNumber(workloads)} ${texts.facts.workloads}, ${formatGiB(size)})`,
        ],
        [texts.facts.systems, [...new Set(groups.flatMap((group) => group.systems))].map(model.systemName).join(', ')],
        [texts.facts.wayBack, wave.rollback === undefined ? undefined : longTime(wave.rollback.until)],
        [texts.facts.run, run === undefined ? texts.notStarted : `${run.view.run}  ${texts.runStates[run.view.state]}`],
      ],
      rect.width,
    ),
  ];
  if (run === undefined) return [...lines, ...gateLines(wave, pane)];
  const room = rect.height - lines.length - 1;
  return room < 2
    ? lines
    : [...lines, [span(`── ${texts.journal} `, 'muted')], ...journalLines(run, model, pane, room)];
}

/** What must be true before it goes on, while there is no run to tell it. */
function gateLines({ gates = [] }: Wave, { texts, rect }: Pane): Line[] {
  return gates.flatMap(({ at, code, params }) =>
    paragraph(`${shortTime(at)}  ${describe(code, params, texts.lang).text}`, rect.width, 'muted'),
  );
}

export function groupDetail(group: BoardGroup, run: RunSnapshot | undefined, model: Model, pane: Pane): Line[] {
  const { texts, rect } = pane;
  const planned = model.groupById.get(group.id);
  const activity = model.activityOf.get(group.id);
  const { glyph, token } = groupMarks[group.state];
  const view = run?.view.groups.find(({ id }) => id === group.id);
  const systems = (planned?.systems ?? []).map(model.systemName).filter((name) => name !== group.id);
  const head: Line = [
    span(group.id, 'title'),
    span(`  ${glyph} ${texts.groupStates[group.state]}`, token),
    span(systems.length === 0 ? '' : `  ${systems.join(', ')}`, 'muted'),
  ];
  const size: Line = [
    span(`${texts.workloadsCount(formatNumber(planned?.workloads.length ?? 0))}, ${formatGiB(planned?.sizeGiB ?? 0)}`),
    span(
      activity === undefined
        ? ''
        : `   ${texts.facts.cutover} ${longTime(activity.cutoverStart)} → ${activity.cutoverEnd.slice(11, 16)}`,
      'muted',
    ),
  ];
  const rollback =
    view?.rollback === undefined
      ? []
      : paragraph(texts.rollbackBy(view.rollback.actor, view.rollback.reason), rect.width, 'warn');
  const roomy = rect.height >= 14;
  const steps = group.steps.filter((step) => step.state !== 'standby');
  const more: Line[] = roomy
    ? facts(
        [
          [
            texts.facts.seed,
            activity === undefined
              ? undefined
              : `${shortTime(activity.seedStart)} → ${shortTime(activity.seedEnd)}  ${activity.link}  ${formatNumber(activity.bandwidthMbps)} Mbit/s`,
          ],
          [texts.facts.after, planned?.after.join(', ')],
        ],
        rect.width,
      )
    : [];
  return [head, size, ...more, ...rollback, ...(roomy ? stepLines(steps, texts) : compactSteps(steps, pane))];
}

export function stepName(step: StepView, texts: Pane['texts']): string {
  if (step.compensates === undefined) return texts.stepKinds[step.kind];
  const kind = step.compensates.slice(step.compensates.lastIndexOf('/') + 1);
  const known: Readonly<Record<string, string>> = texts.stepKinds;
  return texts.compensation(known[kind] ?? kind);
}

/** A step a line, with what it waits for, found, or failed by. */
function stepLines(steps: readonly StepView[], texts: Pane['texts']): Line[] {
  return steps.map((step) => {
    const { glyph, token } = stepMarks[step.state];
    const line: Span[] = [
      span(` ${glyph} `, token),
      span(fit(stepName(step, texts), 18)),
      span(fit(texts.stepStates[step.state], 20), token),
    ];
    if (step.attempts > 1) line.push(span(`${texts.attempt(String(step.attempts))}  `, 'warn'));
    line.push(...stepRemark(step, texts));
    return line;
  });
}

function stepRemark(step: StepView, texts: Pane['texts']): Span[] {
  if (step.error !== undefined && step.state !== 'succeeded') return [span(step.error, 'bad')];
  if (step.decidedBy !== undefined) return [span(texts.decidedBy(step.decidedBy), 'muted')];
  if (step.evidence !== undefined)
    return [
      span(
        Object.entries(step.evidence)
          .map(([name, value]) => `${name} ${value}`)
          .join('  '),
        'muted',
      ),
    ];
  const others = step.waitsFor.filter((id) => !id.startsWith(`${step.group}/`));
  return others.length === 0 ? [] : [span(texts.waitsFor(others.join(', ')), 'muted')];
}

/** All steps in one or two lines, then what is wrong or waited for. */
function compactSteps(steps: readonly StepView[], { texts, rect }: Pane): Line[] {
  const chips = steps.map(
    (step): Line => [
      span(`${stepMarks[step.state].glyph} `, stepMarks[step.state].token),
      span(`${stepName(step, texts)}  `, step.state === 'pending' ? 'muted' : undefined),
    ],
  );
  const trouble = steps.filter(
    (step) => step.state === 'failed' || step.state === 'rejected' || step.state === 'awaitingApproval',
  );
  return [
    chips.flat(),
    ...trouble
      .slice(0, 2)
      .map(
        (step): Line => [
          span(
            `${stepMarks[step.state].glyph} ${stepName(step, texts)}: ${step.error ?? texts.stepStates[step.state]}`,
            stepMarks[step.state].token,
          ),
        ],
      ),
  ].slice(0, Math.max(1, rect.height - 4));
}

/** The last events, newest at the bottom. */
export function journalLines(run: RunSnapshot | undefined, model: Model, { texts, rect }: Pane, room: number): Line[] {
  if (run === undefined) return paragraph(texts.journalEmpty, rect.width, 'muted');
  const timeZone = model.waves?.timeZone ?? 'UTC';
  return run.tail.slice(-room).map((event) => eventLine(event, timeZone, texts));
}

function eventLine({ at, actor, body }: RunEvent, timeZone: string, texts: Pane['texts']): Line {
  const head = span(`${clock(at, timeZone)} `, 'muted');
  const subject = 'step' in body ? `${body.step} ` : 'group' in body ? `${body.group} ` : '';
  const by = span(`  ${actor}`, 'muted');
  switch (body.type) {
    case 'run.created':
      return [head, span(texts.events['run.created'](String(body.steps.length))), by];
    case 'operator.took':
      return [head, span(`${actor} ${texts.events['operator.took'](String(body.epoch))}`)];
    case 'step.failed':
      return [head, span(subject), span(`${texts.events[body.type]}: ${body.error}`, 'bad')];
    case 'group.rollbackRequested':
      return [head, span(subject), span(`${texts.events[body.type]}: ${body.reason}`, 'warn'), by];
    case 'group.committed':
      return [head, span(subject), span(texts.events[body.type], 'good')];
    case 'group.rolledBack':
      return [head, span(subject), span(texts.events[body.type], 'warn')];
    case 'step.intended':
    case 'step.succeeded':
      return [head, span(subject), span(texts.events[body.type], body.type === 'step.succeeded' ? 'good' : 'muted')];
    default:
      return [head, span(subject), span(texts.events[body.type]), by];
  }
}
