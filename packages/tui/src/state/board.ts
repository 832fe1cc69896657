import type { GroupState, StepView } from '@yunqian/runbook';
import type { Model } from '../model/model.ts';
import type { State } from './state.ts';

/** Lanes of the board, in the order of a group's way. */
export const laneIds = ['planned', 'copying', 'approval', 'cutover', 'done'] as const;
export type LaneId = (typeof laneIds)[number];

export interface BoardGroup {
  readonly id: string;
  readonly state: GroupState;
  readonly lane: LaneId;
  readonly steps: readonly StepView[];
  /** Waits for a person's approval. */
  readonly awaits: boolean;
}

export interface Lane {
  readonly id: LaneId;
  readonly groups: readonly BoardGroup[];
}

/** The open wave's groups by lane; without a run all are planned. */
export function boardLanes(state: State, model: Model): Lane[] {
  const groups = boardGroups(state, model).filter((group) => matches(group, state.waves.filter, model));
  return laneIds.map((id) => ({ id, groups: groups.filter((group) => group.lane === id) }));
}

function boardGroups(state: State, model: Model): BoardGroup[] {
  const wave = model.waves?.waves.find(({ id }) => id === state.waves.wave);
  const view = wave === undefined ? undefined : state.runs.get(wave.id)?.view;
  const stepsOf = new Map<string, StepView[]>();
  for (const step of view?.steps ?? []) {
    const list = stepsOf.get(step.group) ?? [];
    list.push(step);
    stepsOf.set(step.group, list);
  }
  const stateOf = new Map(view?.groups.map((group) => [group.id, group.state]));
  return (wave?.groups ?? []).map((id) => {
    const steps = stepsOf.get(id) ?? [];
    const groupState = stateOf.get(id) ?? 'scheduled';
    return {
      id,
      state: groupState,
      lane: laneOf(groupState, steps),
      steps,
      awaits: steps.some((step) => step.state === 'awaitingApproval'),
    };
  });
}

function laneOf(state: GroupState, steps: readonly StepView[]): LaneId {
  switch (state) {
    case 'scheduled':
      return 'planned';
    case 'seeding':
      return 'copying';
    case 'synced':
      return steps.some((step) => step.state === 'awaitingApproval' || step.state === 'rejected')
        ? 'approval'
        : 'copying';
    case 'armed':
    case 'cuttingOver':
    case 'onTrial':
      return 'cutover';
    case 'rollingBack':
    case 'failed':
      return steps.some((step) => step.kind === 'cutover' && step.attempts > 0) ? 'cutover' : 'copying';
    case 'committed':
    case 'rolledBack':
      return 'done';
  }
}

function matches(group: BoardGroup, filter: string, model: Model): boolean {
  if (filter === '') return true;
  const names = model.groupById.get(group.id)?.systems.map((system) => `${system} ${model.systemName(system)}`) ?? [];
  return [group.id, ...names].join(' ').toLowerCase().includes(filter.toLowerCase());
}

/** The group under the cursor; the first one where the chosen group is not shown. */
export function selectedGroup(state: State, model: Model): BoardGroup | undefined {
  const groups = boardLanes(state, model).flatMap((lane) => lane.groups);
  return groups.find((group) => group.id === state.waves.group) ?? groups[0];
}

/** The group that a step of the cursor leads to: within its lane, or to the same height of the next lane that has any. */
export function neighbour(
  state: State,
  model: Model,
  direction: 'up' | 'down' | 'left' | 'right',
  by = 1,
): string | null {
  const lanes = boardLanes(state, model).filter((lane) => lane.groups.length > 0);
  const selected = selectedGroup(state, model);
  const laneIndex = lanes.findIndex((lane) => lane.groups.some((group) => group.id === selected?.id));
  const lane = lanes[laneIndex];
  if (lane === undefined || selected === undefined) return null;
  const row = lane.groups.findIndex((group) => group.id === selected.id);
  if (direction === 'up' || direction === 'down') {
    const target = Math.max(0, Math.min(lane.groups.length - 1, row + (direction === 'down' ? by : -by)));
    return lane.groups[target]?.id ?? null;
  }
  const other = lanes[laneIndex + (direction === 'right' ? 1 : -1)];
  return other === undefined ? selected.id : (other.groups[Math.min(row, other.groups.length - 1)]?.id ?? null);
}
