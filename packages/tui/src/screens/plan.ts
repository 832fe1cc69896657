import { reasonName } from '@yunqian/planner';
import type { Model, WorkloadNode } from '../model/model.ts';
import { planItems, type Violation } from '../state/items.ts';
import { planLists, type State } from '../state/state.ts';
import { beside, block, fit, type Line, type Span, span, width } from '../text/line.ts';
import { shareBar } from '../theme/heat.ts';
import type { Token } from '../theme/theme.ts';
import { workloadFacts } from './fleet.ts';
import { dimensionLabel, facts, formatAmount, formatGiB, formatNumber, list, type Pane, paragraph } from './parts.ts';

/** Summary, shares in use, then one of three lists. */
export function planList(state: State, model: Model, pane: Pane): Line[] {
  const { texts, rect } = pane;
  const items = planItems(state, model);
  const heads = [...summary(model, pane), ...shares(model, pane), tabs(state, model, pane)];
  if (items.length === 0) {
    const nothing =
      state.plan.filter !== ''
        ? texts.nothingMatches
        : state.plan.list === 'violations'
          ? texts.noViolations
          : texts.nothingUnplaced;
    return [...heads, [span(`  ✔ ${nothing}`, state.plan.filter === '' ? 'good' : 'muted')]];
  }
  const row = (index: number): Line => {
    const item = items[index];
    if (item === undefined) return [];
    return item.kind === 'workload' ? workloadRow(item.node, model, pane) : violationRow(item.violation, pane);
  };
  return list(heads, { count: items.length, row }, state.plan.cursor, rect);
}

function summary({ plan }: Model, { texts }: Pane): Line[] {
  const { summary: figures } = plan;
  const count = (value: number, text: (count: string) => string, bad: Token): Span =>
    value === 0
      ? span(`✔ ${text('0')}`, 'good')
      : span(`${bad === 'bad' ? '✖' : '▲'} ${text(formatNumber(value))}`, bad);
  return [
    [
      span('  '),
      span(texts.placedOf(formatNumber(figures.placed), formatNumber(figures.workloads)), 'title'),
      span('   '),
      count(figures.unplaced, texts.notPlaced, 'warn'),
      span(`   ${texts.hosts(formatNumber(figures.hostsUsed), formatNumber(figures.hosts))}`),
    ],
    [
      span('  '),
      count(figures.hardViolations, texts.hardBroken, 'bad'),
      span('   '),
      count(figures.softViolations, texts.softBroken, 'warn'),
    ],
  ];
}

/** Two bars a line. */
function shares(model: Model, { texts, rect }: Pane): Line[] {
  const half = Math.floor((rect.width - 6) / 2);
  const bars = model.dimensions.map((dimension, index): Line => {
    const bar = shareBar(model.totals[index] ?? 0, Math.min(50, half - 11));
    return [span(fit(dimensionLabel(dimension, texts), 11), 'muted'), ...bar];
  });
  const left = bars.filter((_, index) => index % 2 === 0);
  const right = bars.filter((_, index) => index % 2 === 1);
  return beside(block(left, half, left.length), block(right, half, left.length), span('  ')).map((line) => [
    span('  '),
    ...line,
  ]);
}

function tabs(state: State, model: Model, { texts }: Pane): Line {
  const counts = {
    unplaced: model.plan.unplaced.length,
    workloads: model.workloads.length,
    violations: model.plan.violations.length,
  };
  return [
    span('  '),
    ...planLists.flatMap((id) => [
      span(` ${texts.planLists[id]} ${formatNumber(counts[id])} `, id === state.plan.list ? 'tab' : 'muted'),
      span(' '),
    ]),
    span(' v', 'key'),
    span(` ${texts.keys.nextList}`, 'muted'),
  ];
}

function workloadRow(node: WorkloadNode, model: Model, { texts, rect }: Pane): Line {
  const columns = rect.width - 2;
  const name = Math.floor(columns * 0.3);
  const system = Math.floor(columns * 0.26);
  const [glyph, word, token] = standing(node, texts);
  return [
    span(`${glyph} `, token),
    span(fit(node.id, name - 2)),
    span(fit(model.systemName(node.workload?.system), system - 1), 'muted'),
    span(' '),
    node.host === undefined
      ? span(
          fit(
            node.unplaced === undefined ? (node.omitted ?? word) : reasonInShort(node, texts),
            columns - name - system,
          ),
          token,
        )
      : span(fit(node.host, columns - name - system), 'muted'),
  ];
}

function standing(node: WorkloadNode, texts: Pane['texts']): [string, string, Token] {
  if (node.host !== undefined) return ['✔', texts.placedWord, 'good'];
  if (node.unplaced?.verdict === 'unresolvable') return ['✖', texts.unplacedWord, 'bad'];
  return node.unplaced === undefined ? ['–', texts.omittedWord, 'muted'] : ['▲', texts.unplacedWord, 'warn'];
}

/** The reason that stops most hosts. */
function reasonInShort({ unplaced }: WorkloadNode, texts: Pane['texts']): string {
  const first = unplaced?.blockedBy[0];
  if (unplaced === undefined || first === undefined) return texts.unplacedWord;
  return `${formatNumber(first.hosts)}/${formatNumber(unplaced.hosts)} ${reasonText(first, texts)}`;
}

/** A shortage by its dimension, any other obstacle by its rule; a rule about a pool bears its dimension's name. */
function reasonText({ rule, reason }: Obstacle, texts: Pane['texts']): string {
  return isCapacity(rule, reason)
    ? texts.shortOf(dimensionLabel(reason, texts))
    : texts.stoppedBy(reasonName(reason, texts.lang));
}

interface Obstacle {
  readonly rule: string;
  readonly reason: string;
}

function isCapacity(rule: string | undefined, reason: string): boolean {
  return rule !== reason || reason.startsWith('storage:');
}

function violationRow(violation: Violation, { texts, rect }: Pane): Line {
  const columns = rect.width - 2;
  const hard = violation.mode === 'hard';
  const mode = `${hard ? '✖' : '▲'} ${texts.modes[violation.mode] ?? violation.mode}`;
  return [
    span(fit(mode, 12), hard ? 'bad' : 'warn'),
    span(fit(violation.rule, Math.floor(columns * 0.24))),
    span(fit(amountText(violation, texts), 16, 'end')),
    span('  '),
    span(fit(placeText(violation), Math.max(0, columns - 30 - Math.floor(columns * 0.24))), 'muted'),
  ];
}

function amountText({ amount, dimension }: Violation, texts: Pane['texts']): string {
  return dimension === undefined
    ? formatNumber(amount)
    : `${dimensionLabel(dimension, texts)} ${formatAmount(amount, dimension)}`;
}

function placeText({ host, domain, group }: Violation): string {
  return [host, domain, group].filter((part) => part !== undefined).join('  ');
}

/** The chosen workload explained, or the chosen breach. */
export function planDetail(state: State, model: Model, pane: Pane): Line[] {
  const item = planItems(state, model)[state.plan.cursor];
  if (item === undefined) return pools(model, pane);
  return item.kind === 'violation'
    ? violationDetail(item.violation, pane)
    : workloadDetail(item.node, state, model, pane);
}

/** Where no row is chosen: storage pools with what the volumes take. */
function pools({ plan }: Model, { texts, rect }: Pane): Line[] {
  const rows = plan.utilisation.pools ?? [];
  if (rows.length === 0) return [];
  const name = Math.min(36, Math.floor(rect.width * 0.4));
  return [
    [span(texts.pools, 'title')],
    ...rows.map(
      (row): Line => [
        span(fit(row.pool, name)),
        ...shareBar(row.usableGiB > 0 ? row.usedGiB / row.usableGiB : 0, Math.min(30, rect.width - name - 24)),
        span(`  ${formatGiB(row.usedGiB)} / ${formatGiB(row.usableGiB)}`, 'muted'),
      ],
    ),
  ];
}

function violationDetail(violation: Violation, { texts, rect }: Pane): Line[] {
  return [
    [span(violation.rule, 'title'), span(`  ${violation.kind}`, 'muted')],
    ...facts(
      [
        [texts.facts.mode, texts.modes[violation.mode] ?? violation.mode],
        [texts.facts.amount, amountText(violation, texts)],
        [texts.facts.place, placeText(violation)],
        [texts.facts.workloads, violation.workloads.join(', ')],
      ],
      rect.width,
    ),
  ];
}

function workloadDetail(node: WorkloadNode, state: State, model: Model, pane: Pane): Line[] {
  const { texts, rect } = pane;
  const [glyph, word, token] = standing(node, texts);
  const head: Line = [span(node.id, 'title'), span(`  ${glyph} ${word}`, token)];
  return [
    head,
    ...explanation(node, pane),
    ...(state.plan.explain && node.host !== undefined ? elsewhere(node.id, model, pane) : []),
    ...workloadFacts(node, model, pane, rect.width),
    ...(node.omitted === undefined ? [] : paragraph(node.omitted, rect.width, 'muted')),
  ];
}

/** Where a placed workload could stand as well, and what the other hosts lack. */
function elsewhere(id: string, model: Model, { texts, rect }: Pane): Line[] {
  const explained = model.explain(id);
  if (explained === undefined) return [];
  return [
    ...paragraph(texts.elsewhere(formatNumber(explained.feasible), formatNumber(explained.hosts)), rect.width),
    ...obstacleLines(explained.blockedBy, texts),
  ];
}

function obstacleLines(blockedBy: readonly (Obstacle & { readonly hosts: number })[], texts: Pane['texts']): Line[] {
  const counts = blockedBy.map(({ hosts }) => formatNumber(hosts));
  const column = Math.max(0, ...counts.map(width));
  return blockedBy.map((obstacle, index) => [
    span(`  ${fit(counts[index] ?? '', column, 'end')} `, 'title'),
    span(reasonText(obstacle, texts)),
  ]);
}

/** "0 of 384 hosts would take it: 291 short of Memory ...", the verdict, and the host that misses by least. */
function explanation({ unplaced }: WorkloadNode, { texts, rect }: Pane): Line[] {
  if (unplaced === undefined) return [];
  const lines: Line[] = [
    ...paragraph(texts.verdicts[unplaced.verdict], rect.width, unplaced.verdict === 'unresolvable' ? 'bad' : 'warn'),
    [span(texts.why(formatNumber(unplaced.hosts)))],
    ...obstacleLines(unplaced.blockedBy, texts),
  ];
  const { nearest } = unplaced;
  if (nearest === null) return lines;
  const missing = nearest.missing.map(({ rule, reason, amount }) =>
    isCapacity(rule, reason)
      ? `${dimensionLabel(reason, texts)} ${formatAmount(amount, reason)}`
      : reasonName(reason, texts.lang),
  );
  return [...lines, ...paragraph(`${texts.nearest(nearest.host)}  ${texts.missing(missing.join(', '))}`, rect.width)];
}
