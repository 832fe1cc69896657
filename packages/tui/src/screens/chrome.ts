import { bindings, bindingsIn } from '../keys/bindings.ts';
import { scopes } from '../keys/ids.ts';
import { keyLabel } from '../keys/label.ts';
import type { Texts } from '../messages/messages.ts';
import type { Model } from '../model/model.ts';
import { blockedReason } from '../state/blocked.ts';
import { activeScopes } from '../state/scopes.ts';
import { type Dialog, type State, screenIds } from '../state/state.ts';
import { fit, fitLine, type Line, lineWidth, type Span, span } from '../text/line.ts';
import { lastSegment, paragraph } from './parts.ts';
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
    if (wave !== undefined) parts.push(wave.name);
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

/** All keys by where they work, those of this place first. */
function helpLines(state: State, texts: Texts): Line[] {
  const here = activeScopes(state).toReversed();
  return [...here, ...scopes.filter((scope) => !here.includes(scope))].flatMap((scope) => {
    const own = bindings.filter((binding) => binding.scope === scope);
    if (own.length === 0) return [];
    return [
      [span(texts.scopes[scope], 'title')],
      ...own.map(
        (binding): Line => [
          span(`  ${fit(binding.keys.map((key) => keyLabel(key, texts)).join('  '), 16)}`, 'key'),
          span(texts.keys[binding.id]),
        ],
      ),
      [],
    ];
  });
}

/** The lines of an open dialog. */
export function dialogLines(dialog: Dialog, state: State, texts: Texts, columns: number): Line[] {
  switch (dialog.kind) {
    case 'help':
      return [
        [span(texts.help, 'title'), span(`   ${texts.helpClose}`, 'muted')],
        [],
        ...helpLines(state, texts).slice(dialog.scroll),
      ];
    case 'confirm':
      return [
        ...paragraph(confirmText(dialog, texts), columns, 'title'),
        ...(dialog.takesOver === undefined ? [] : paragraph(texts.confirm.takeOver(dialog.takesOver), columns, 'warn')),
        [],
        [span(texts.confirm.yesNo, 'muted')],
      ];
    case 'ask':
      return [
        ...paragraph(askText(dialog, texts), columns, 'title'),
        [],
        [span('> '), span(`${dialog.text}▌`, 'accent')],
        [],
        [span(texts.ask.submit, 'muted')],
      ];
  }
}

function confirmText({ command, takesOver }: Extract<Dialog, { kind: 'confirm' }>, texts: Texts): string {
  switch (command.kind) {
    case 'start':
      return takesOver === undefined ? texts.confirm.start(command.wave) : texts.confirm.goOn(command.wave);
    case 'approve':
      return texts.confirm.approve(
        String(command.steps.length),
        command.steps
          .slice(0, 8)
          .map((step) => step.slice(0, step.lastIndexOf('/')))
          .join(', ') + (command.steps.length > 8 ? ' …' : ''),
      );
    case 'pause':
      return texts.confirm.pause(command.run);
    case 'resume':
      return texts.confirm.resume(command.run);
    case 'retry':
      return texts.confirm.retry(command.step);
    default:
      return '';
  }
}

function askText({ command, expected }: Extract<Dialog, { kind: 'ask' }>, texts: Texts): string {
  switch (command.kind) {
    case 'rollback':
      return texts.ask.rollback(command.group);
    case 'reject':
      return texts.ask.reject(command.step);
    case 'cancel':
      return texts.ask.cancel(command.run, expected ?? '');
    default:
      return '';
  }
}
