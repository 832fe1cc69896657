import type { GroupState, StepState } from '@yunqian/runbook';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sample, smallModel, smallSample, stateAt } from '../../test/support/documents.ts';
import { boardLanes, neighbour, selectedGroup } from './board.ts';
import type { State } from './state.ts';

const model = smallModel();
const [run] = sample(smallSample).runs;
const states: GroupState[] = [
  'scheduled',
  'seeding',
  'synced',
  'armed',
  'cuttingOver',
  'onTrial',
  'committed',
  'rollingBack',
  'rolledBack',
  'failed',
];

/** The pilot's board with its three groups in these states. */
function board(
  groupStates: readonly GroupState[],
  approval: StepState = 'pending',
  group: string | null = null,
): State {
  const view = {
    ...run!,
    groups: run!.groups.map((each, index) => ({ ...each, state: groupStates[index] ?? 'scheduled' })),
    steps: run!.steps.map((step) => ({ ...step, state: approval })),
  };
  const waves = { cursor: 0, wave: 'wave-1', group, filter: '' };
  return stateAt(120, 40, { screen: 'waves', waves, runs: new Map([['wave-1', { view, tail: [], driving: true }]]) });
}

function lanes(state: State): Record<string, string[]> {
  return Object.fromEntries(boardLanes(state, model).map(({ id, groups }) => [id, groups.map((group) => group.id)]));
}

describe('the board', () => {
  it('puts groups into the lane of their state', () => {
    expect(lanes(board(['scheduled', 'seeding', 'committed']))).toEqual({
      planned: ['sys-001'],
      copying: ['sys-002'],
      approval: [],
      cutover: [],
      done: ['sys-003'],
    });
    expect(lanes(board(['synced', 'armed', 'rolledBack'], 'awaitingApproval'))).toMatchObject({
      approval: ['sys-001'],
      cutover: ['sys-002'],
      done: ['sys-003'],
    });
  });

  it('has every group in exactly one lane', () => {
    const any = fc.constantFrom(...states);
    fc.assert(
      fc.property(
        fc.tuple(any, any, any),
        fc.constantFrom<StepState>('pending', 'awaitingApproval', 'rejected'),
        (group, step) => {
          expect(
            Object.values(lanes(board(group, step)))
              .flat()
              .sort(),
          ).toEqual(['sys-001', 'sys-002', 'sys-003']);
        },
      ),
    );
  });

  it('keeps the cursor on its group while the group moves on', () => {
    expect(selectedGroup(board(['seeding', 'seeding', 'seeding'], 'pending', 'sys-002'), model)?.id).toBe('sys-002');
    expect(selectedGroup(board(['seeding', 'committed', 'seeding'], 'pending', 'sys-002'), model)?.id).toBe('sys-002');
    expect(selectedGroup(board(['seeding', 'seeding', 'seeding'], 'pending', 'gone'), model)?.id).toBe('sys-001');
  });

  it('steps within a lane and over empty lanes', () => {
    const state = board(['scheduled', 'committed', 'committed'], 'pending', 'sys-001');
    expect(neighbour(state, model, 'right')).toBe('sys-002');
    const right = board(['scheduled', 'committed', 'committed'], 'pending', 'sys-003');
    expect(neighbour(right, model, 'up')).toBe('sys-002');
    expect(neighbour(right, model, 'down')).toBe('sys-003');
    expect(neighbour(right, model, 'left')).toBe('sys-001');
    expect(neighbour(right, model, 'right')).toBe('sys-003');
  });
});
