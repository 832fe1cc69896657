import { layout, type Rect } from '../layout/layout.ts';
import type { Texts } from '../messages/messages.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../state/state.ts';
import { beside, block, fitLine, type Line, span, wrap } from '../text/line.ts';
import { footer, header, notice } from './chrome.ts';
import { detailLines } from './detail.ts';
import { dialogBody } from './dialog.ts';
import { fleetList } from './fleet.ts';
import type { Pane } from './parts.ts';
import { planList } from './plan.ts';
import { wavesList } from './waves.ts';

const lists = { fleet: fleetList, plan: planList, waves: wavesList };

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
    return [...top, ...dialogBody(state, model, texts), ...bottom];
  }
  const list = block(lists[screen](state, model, pane(places.list)), places.list.width, places.list.height);
  const detail = block(detailLines(state, model, pane(places.detail)), places.detail.width, places.detail.height);
  const body = places.wide
    ? beside(list, detail, span(' │ ', 'muted'))
    : [...list, [span('─'.repeat(cols), 'muted')], ...detail];
  return [...top, ...body, ...bottom].map((line) => fitLine(line, cols));
}
