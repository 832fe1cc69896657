import { waveName } from '@yunqian/planner';
import { bindingsIn } from '../keys/bindings.ts';
import { keyLabel } from '../keys/label.ts';
import type { Texts } from '../messages/messages.ts';
import type { Model } from '../model/model.ts';
import { blockedReason } from '../state/blocked.ts';
import { activeScopes } from '../state/scopes.ts';
import { type State, screenIds } from '../state/state.ts';
import { fitLine, type Line, lineWidth, type Span, span } from '../text/line.ts';
import { lastSegment } from './parts.ts';
import { runSummary } from './waves.ts';

/** Title with the screens' tabs; below it where we are, the filter, and what runs. */
export function header(state: State, model: Model, texts: Texts, columns: number): Line[] {
  const tabs = screenIds.flatMap((id, index) => [
    span(` ${index + 1} ${texts.screens[id]} `, id === state.screen ? 'tab' : undefined),
    span(' '),
  ]);
  return [
    between([span(` ${texts.product}  `, 'title'), ...tabs], [span(`${model.plan.name} `, 'muted')], columns),
    between(crumbs(state, model, texts), activeRun(state, texts), columns),
  ];
}

function between(left: Line, right: Line, columns: number): Line {
  const room = columns - lineWidth(left);
  const rest = room > 8 ? right : [];
  const shown = lineWidth(rest) > room - 2 ? fitLine(rest, Math.max(0, room - 2)) : rest;
  return fitLine([...left, span(' '.repeat(Math.max(0, room - lineWidth(shown)))), ...shown], columns);
}

function crumbs(state: State, model: Model, texts: Texts): Line {
  const parts: string[] = [];
  if (state.screen === 'fleet') {
    const { site, rack, host } = state.fleet;
    parts.push(texts.allSites);
    const opened = host ?? rack ?? site;
    if (opened !== null) parts.push(...pathOf(opened, model));
  } else if (state.screen === 'waves') {
    parts.push(texts.screens.waves);
    const wave = model.waves?.waves.find(({ id }) => id === state.waves.wave);
    if (wave !== undefined) parts.push(waveName(wave, texts.lang));
  } else {
    parts.push(texts.screens.plan, texts.planLists[state.plan.list]);
  }
  const { filter } = state[state.screen];
  const filterSpans: Span[] = state.filtering
    ? [span('  /', 'key'), span(`${filter}▌`, 'accent')]
    : filter === ''
      ? []
      : [span('  /', 'key'), span(filter, 'accent')];
  return [span(' '), span(parts.join(' › '), 'muted'), ...filterSpans];
}

/** Site, rack and host of what is open. */
function pathOf(id: string, model: Model): string[] {
  const host = model.hostById.get(id);
  const rack = host?.host.rack ?? id;
  const site = model.rackById.get(rack)?.hosts[0]?.host.site ?? id;
  return [site, ...(rack === site ? [] : [lastSegment(rack)]), ...(host === undefined ? [] : [lastSegment(host.id)])];
}

function activeRun(state: State, texts: Texts): Line {
  const run = [...state.runs.values()].find(
    ({ view }) => view.state === 'active' || view.state === 'paused' || view.state === 'cancelling',
  );
  return run === undefined || state.screen === 'waves'
    ? []
    : [span(`${run.view.waveName} `), ...runSummary(run, texts), span(' ')];
}

/** Keys that work here, as many as fit, help and quit always; what is blocked is dimmed. */
export function footer(state: State, model: Model, texts: Texts, columns: number): Line {
  if (state.filtering) return fitLine(hint('return', texts.keys.open, texts, 'key'), columns);
  const shown = bindingsIn(activeScopes(state)).filter((binding) => binding.hint);
  const hints = shown.map((binding) => ({
    always: binding.id === 'help' || binding.id === 'quit',
    line: hint(
      binding.keys[0] ?? '',
      texts.keys[binding.id],
      texts,
      blockedReason(binding.id, state, model, texts) === null ? 'key' : 'muted',
    ),
  }));
  const line: Span[] = [];
  let room = columns - hints.filter(({ always }) => always).reduce((sum, each) => sum + lineWidth(each.line), 0);
  for (const { always, line: own } of hints) {
    if (always || lineWidth(own) <= room) line.push(...own);
    if (!always) room -= lineWidth(own);
  }
  return fitLine(line, columns);
}

function hint(key: string, text: string, texts: Texts, token: Span['token']): Line {
  return [span(` ${keyLabel(key, texts)} `, token), span(`${text} `, 'muted')];
}

export function notice(state: State, columns: number): Line {
  if (state.notice === null) return fitLine([], columns);
  const glyph = { good: '✔', warn: '▲', bad: '✖' }[state.notice.tone];
  return fitLine([span(` ${glyph} ${state.notice.text}`, state.notice.tone)], columns);
}
