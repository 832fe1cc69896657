import { bindings } from '../keys/bindings.ts';
import { scopes } from '../keys/ids.ts';
import { keyLabel } from '../keys/label.ts';
import type { Texts } from '../messages/messages.ts';
import type { Model } from '../model/model.ts';
import { activeScopes } from '../state/scopes.ts';
import type { Dialog, State } from '../state/state.ts';
import { block, fit, type Line, span } from '../text/line.ts';
import { detailLines } from './detail.ts';
import { paragraph } from './parts.ts';

/** Rows that header, notice and footer leave. */
const chromeRows = 4;

/** Journals and lists on a page of their own: as long as anybody scrolls. */
const pageRows = 400;

/** A dialog takes the body's place, in a frame. */
export function dialogBody(state: State, model: Model, texts: Texts): Line[] {
  const { dialog, cols, rows } = state;
  const height = rows - chromeRows;
  const inner = columnsOf(state);
  const all = dialog === null ? [] : dialogLines(dialog, state, model, texts, inner - 2);
  const lines = dialog?.kind === 'page' ? all.slice(dialog.scroll) : all;
  const content = block(lines, inner - 2, Math.min(Math.max(4, lines.length), height - 2));
  const edge = (left: string, right: string): Line => [
    span(' '),
    span(`${left}${'─'.repeat(inner)}${right}`, 'accent'),
  ];
  const boxed = [
    edge('┌', '┐'),
    ...content.map((line): Line => [span(' '), span('│ ', 'accent'), ...line, span(' │', 'accent')]),
    edge('└', '┘'),
  ];
  return block(boxed, cols, height);
}

/** Keeps a page from being scrolled past its end. */
export function clampScroll(state: State, model: Model, texts: Texts): State {
  const { dialog } = state;
  if (dialog?.kind !== 'page' || dialog.scroll === 0) return state;
  const count = dialogLines(dialog, state, model, texts, columnsOf(state) - 2).length;
  const limit = Math.max(0, count - (state.rows - chromeRows - 2));
  return dialog.scroll <= limit ? state : { ...state, dialog: { ...dialog, scroll: limit } };
}

function columnsOf({ cols, dialog }: State): number {
  return dialog?.kind === 'page' && dialog.what === 'detail' ? cols - 4 : Math.min(cols - 4, 96);
}

function dialogLines(dialog: Dialog, state: State, model: Model, texts: Texts, columns: number): Line[] {
  switch (dialog.kind) {
    case 'page':
      return dialog.what === 'help'
        ? [[span(texts.help, 'title'), span(`   ${texts.helpClose}`, 'muted')], [], ...helpLines(state, texts)]
        : detailLines(state, model, { rect: { x: 0, y: 0, width: columns, height: pageRows }, texts });
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
