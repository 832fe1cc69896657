import { produce } from 'immer';
import { layout } from '../layout/layout.ts';
import type { Model } from '../model/model.ts';
import { boardLanes, neighbour, selectedGroup } from './board.ts';
import { fleetItems, planItems, waveItems } from './items.ts';
import { type PlanList, planLists, type ScreenId, type State, screenIds } from './state.ts';

export type Motion = 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last';

export function goTo(state: State, screen: ScreenId): State {
  return { ...state, screen };
}

export function turn(state: State, by: 1 | -1): State {
  const index = screenIds.indexOf(state.screen);
  return goTo(state, screenIds[(index + by + screenIds.length) % screenIds.length] ?? 'fleet');
}

/** Moves the cursor of the screen, or along a lane of the board. */
export function move(state: State, model: Model, motion: Motion): State {
  if (onBoard(state)) return moveOnBoard(state, model, motion);
  const count = itemCount(state, model);
  const step = motion === 'pageUp' || motion === 'pageDown' ? pageSize(state) : 1;
  return produce(state, (draft) => {
    const list = draft[draft.screen];
    const target = {
      up: list.cursor - step,
      pageUp: list.cursor - step,
      down: list.cursor + step,
      pageDown: list.cursor + step,
      first: 0,
      last: count - 1,
    };
    list.cursor = Math.max(0, Math.min(count - 1, target[motion]));
  });
}

function moveOnBoard(state: State, model: Model, motion: Motion): State {
  const lane = boardLanes(state, model).find(({ groups }) =>
    groups.some(({ id }) => id === selectedGroup(state, model)?.id),
  );
  const page = pageSize(state);
  const group =
    motion === 'first' || motion === 'last'
      ? lane?.groups.at(motion === 'first' ? 0 : -1)?.id
      : motion === 'up' || motion === 'down'
        ? neighbour(state, model, motion)
        : neighbour(state, model, motion === 'pageUp' ? 'up' : 'down', page);
  return choose(state, group ?? null);
}

export function toLane(state: State, model: Model, direction: 'left' | 'right'): State {
  return choose(state, neighbour(state, model, direction));
}

function choose(state: State, group: string | null): State {
  return group === null ? state : { ...state, waves: { ...state.waves, group } };
}

export function onBoard(state: State): boolean {
  return state.screen === 'waves' && state.waves.wave !== null;
}

export function itemCount(state: State, model: Model): number {
  switch (state.screen) {
    case 'fleet':
      return fleetItems(state, model).length;
    case 'plan':
      return planItems(state, model).length;
    case 'waves':
      return waveItems(state, model).length;
  }
}

function pageSize(state: State): number {
  const frame = layout(state.cols, state.rows);
  return frame.kind === 'full' ? Math.max(1, frame.list.height - 2) : 1;
}

/** One level deeper into what the cursor is on; at the last level everything about it on a page of its own. */
export function open(state: State, model: Model): State {
  if (state.screen === 'waves' && state.waves.wave === null) {
    const wave = waveItems(state, model)[state.waves.cursor];
    return wave === undefined ? state : { ...state, waves: { ...state.waves, wave: wave.id, group: null, filter: '' } };
  }
  const item = state.screen === 'fleet' ? fleetItems(state, model)[state.fleet.cursor] : undefined;
  if (item === undefined || item.kind === 'workload') {
    return { ...state, dialog: { kind: 'page', what: 'detail', scroll: 0 } };
  }
  return { ...state, fleet: { ...state.fleet, [item.kind]: idOf(item), cursor: 0, filter: '' } };
}

/** Takes the filter away, else goes one level up and puts the cursor on what was open. */
export function back(state: State, model: Model): State {
  const list = state[state.screen];
  if (list.filter !== '') return setFilter(state, '');
  if (state.screen === 'waves') return { ...state, waves: { ...state.waves, wave: null, group: null } };
  if (state.screen !== 'fleet') return state;
  const { site, rack, host } = state.fleet;
  const closed = host ?? rack ?? site;
  const fleet =
    host !== null
      ? { ...state.fleet, host: null }
      : rack !== null
        ? { ...state.fleet, rack: null }
        : { ...state.fleet, site: null };
  const up = { ...state, fleet };
  const cursor = fleetItems(up, model).findIndex((item) => idOf(item) === closed);
  return { ...up, fleet: { ...fleet, cursor: Math.max(0, cursor) } };
}

function idOf(item: ReturnType<typeof fleetItems>[number]): string {
  switch (item.kind) {
    case 'site':
      return item.site.id;
    case 'rack':
      return item.rack.id;
    case 'host':
      return item.host.id;
    case 'workload':
      return item.node.id;
  }
}

export function setFilter(state: State, filter: string): State {
  return produce(state, (draft) => {
    draft[draft.screen].filter = filter;
    if (!onBoard(state)) draft[draft.screen].cursor = 0;
  });
}

export function nextList(state: State): State {
  const list: PlanList = planLists[(planLists.indexOf(state.plan.list) + 1) % planLists.length] ?? 'unplaced';
  return { ...state, plan: { ...state.plan, list, cursor: 0 } };
}
