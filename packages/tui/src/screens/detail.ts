import type { Model } from '../model/model.ts';
import type { State } from '../state/state.ts';
import type { Line } from '../text/line.ts';
import { fleetDetail } from './fleet.ts';
import type { Pane } from './parts.ts';
import { planDetail } from './plan.ts';
import { wavesDetail } from './waves.ts';

const details = { fleet: fleetDetail, plan: planDetail, waves: wavesDetail };

/** All there is to say about what the cursor is on, as far as the pane has room for lists. */
export function detailLines(state: State, model: Model, pane: Pane): Line[] {
  return details[state.screen](state, model, pane);
}
