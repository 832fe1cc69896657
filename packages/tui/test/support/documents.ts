import { citySample, type Sample, sample, smallSample } from '../../../report/test/support/sample.ts';
import { textsFor } from '../../src/messages/messages.ts';
import { createModel, type Model } from '../../src/model/model.ts';
import { initialState, type State } from '../../src/state/state.ts';

export type { Sample };
export { citySample, sample, smallSample };

export const english = textsFor('en');
export const chinese = textsFor('zh-CN');

export function smallModel(lang: 'en' | 'zh-CN' = 'en'): Model {
  return createModel(sample(smallSample), lang);
}

/** A state at a size; the rest as at the start. */
export function stateAt(cols: number, rows: number, change: Partial<State> = {}): State {
  return { ...initialState(cols, rows), ...change };
}
