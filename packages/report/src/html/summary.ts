import { dimensionLabel, formatDateTime, formatNumber, formatShare } from '../format.ts';
import { type Markup, markup } from '../markup.ts';
import { dayMs, instant } from '../time.ts';
import type { ReportContext } from './context.ts';

type Tone = 'good' | 'warn' | 'bad' | 'plain';

export function header({ input: { plan }, messages }: ReportContext): Markup {
  const { summary } = plan;
  const [tone, glyph, text] =
    summary.hardViolations > 0
      ? ['bad', '✖', messages.verdictInvalid(formatNumber(summary.hardViolations))]
      : summary.unplaced > 0
        ? ['warn', '▲', messages.verdictUnplaced(formatNumber(summary.unplaced))]
        : ['good', '✔', messages.verdictGood];
  const status = plan.status === 'complete' ? null : ` · ${messages.status[plan.status]}`;
  return markup`<header><p class="kind">${messages.title}${status}</p><h1>${plan.name}</h1><p class="verdict ${tone}"><b>${glyph}</b> ${text}</p></header>`;
}

export function cards({ input: { plan, waves, programme }, messages }: ReportContext): Markup {
  const { summary } = plan;
  const { cards: text } = messages;
  const count = (value: number): Tone => (value === 0 ? 'good' : 'warn');
  const { hostsBound } = summary;
  const ofHosts = [
    text.of(formatNumber(summary.hosts)),
    ...(hostsBound ? [text.atLeast(formatNumber(hostsBound.hosts))] : []),
  ];
  const list = [
    card(formatNumber(summary.placed), text.placed, text.of(formatNumber(summary.workloads)), 'plain'),
    card(formatNumber(summary.unplaced), text.unplaced, '', count(summary.unplaced)),
    card(formatNumber(summary.hostsUsed), text.hosts, ofHosts.join(' · '), 'plain'),
    card(formatNumber(summary.hardViolations), text.hard, '', summary.hardViolations === 0 ? 'good' : 'bad'),
    card(formatNumber(summary.softViolations), text.soft, '', count(summary.softViolations)),
  ];
  if (waves !== undefined) {
    const days = (hours: number) => formatNumber(Math.ceil(hours / 24));
    const late =
      programme?.deadline !== undefined &&
      waves.summary.end !== null &&
      instant(waves.summary.end) > instant(programme.deadline) + dayMs;
    const deadline = programme?.deadline === undefined ? text.noDeadline : text.deadline(programme.deadline);
    list.push(
      card(formatNumber(waves.summary.groups), text.groups, text.inWaves(formatNumber(waves.summary.waves)), 'plain'),
      card(
        text.days(days(waves.summary.hours)),
        text.duration,
        text.bound(days(waves.summary.lowerBoundHours)),
        'plain',
      ),
      card(
        waves.summary.end === null ? '–' : formatDateTime(waves.summary.end).slice(0, 10),
        text.end,
        deadline,
        late ? 'bad' : 'plain',
      ),
    );
  }
  return markup`<ul class="cards">${list}</ul>`;
}

function card(value: string, label: string, detail: string, tone: Tone): Markup {
  return markup`<li class="${tone}"><strong>${value}</strong><span>${label}</span>${detail !== '' && markup`<span>${detail}</span>`}</li>`;
}

export function capacity({ input: { plan }, messages }: ReportContext): Markup {
  const { dimensions, total } = plan.utilisation;
  const bars = dimensions.map((dimension, index) => {
    const share = total[index] ?? 0;
    const width = Math.min(100, Math.round(share * 1000) / 10);
    return markup`<span>${dimensionLabel(dimension, messages)}</span><div class="bar"><i${share > 1 && markup` class="over"`} style="width:${width}%"></i></div><output>${formatShare(share)}</output>`;
  });
  return markup`<section><h2>${messages.sections.capacity}</h2><div class="bars">${bars}</div></section>`;
}
