import { layout, type Rect } from '../layout/layout.ts';
import type { Texts } from '../messages/messages.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../state/state.ts';
import { beside, block, fitLine, type Line, span, wrap } from '../text/line.ts';
import { dialogLines, footer, header, notice } from './chrome.ts';
import { fleetDetail, fleetList } from './fleet.ts';
import type { Pane } from './parts.ts';
import { planDetail, planList } from './plan.ts';
import { wavesDetail, wavesList } from './waves.ts';

const lists = { fleet: fleetList, plan: planList, waves: wavesList };
const details = { fleet: fleetDetail, plan: planDetail, waves: wavesDetail };

/** The whole picture: exactly `rows` lines of exactly `cols` columns. Pure. */
export function frame(state: State, model: Model, texts: Texts): Line[] {
  const { cols, rows, screen } = state;
  const places = layout(cols, rows);
  if (places.kind === 'tooSmall') {
    return block(
      wrap(texts.tooSmall(String(cols), String(rows)), Math.max(1, cols)).map((text) => [span(text)]),
      cols,
      rows,
    );
  }
  const pane = (rect: Rect): Pane => ({ rect, texts });
  const top = block(header(state, model, texts, cols), cols, places.header.height);
  const bottom = [notice(state, cols), footer(state, model, texts, cols)];
  if (state.dialog !== null) {
    return [...top, ...dialogBody(state, texts), ...bottom];
  }
  const list = block(lists[screen](state, model, pane(places.list)), places.list.width, places.list.height);
  const detail = block(details[screen](state, model, pane(places.detail)), places.detail.width, places.detail.height);
  const body = places.wide
    ? beside(list, detail, span(' │ ', 'muted'))
    : [...list, [span('─'.repeat(cols), 'muted')], ...detail];
  return [...top, ...body, ...bottom].map((line) => fitLine(line, cols));
}

/** A dialog takes the body's place, in a frame. */
function dialogBody(state: State, texts: Texts): Line[] {
  const { dialog, cols, rows } = state;
  const height = rows - 4;
  const inner = Math.min(cols - 4, 96);
  const lines = dialog === null ? [] : dialogLines(dialog, state, texts, inner - 2);
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
