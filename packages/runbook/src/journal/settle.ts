import type { GroupState, GroupView, Health, RunState, RunView, StepState, StepView } from './view.ts';

type StepsById = ReadonlyMap<string, StepView>;

/** Derives every state that follows from what was written: who is ready, who waits for what, groups, run, health. */
export function settle(view: RunView): RunView {
  const rollingBack = new Set(view.groups.filter((group) => group.rollback !== undefined).map((group) => group.id));
  const written: StepsById = new Map(view.steps.map((step) => [step.id, step]));
  const steps = view.steps.map((step) => settleStep(step, rollingBack.has(step.group), written));
  const settled: StepsById = new Map(steps.map((step) => [step.id, step]));
  const groups = view.groups.map((group) => ({ ...group, state: groupState(group, settled) }));
  const counted = steps.filter((step) => step.state !== 'standby' && step.state !== 'cancelled');
  const count = (state: StepState): number => counted.filter((step) => step.state === state).length;
  const awaiting = steps.filter((step) => needsDecision(step, settled)).length;
  return {
    ...view,
    steps,
    groups,
    state: runState(view.state, groups),
    health: healthOf(count('failed'), awaiting),
    counts: {
      total: counted.length,
      succeeded: count('succeeded'),
      running: count('running'),
      failed: count('failed'),
      awaiting,
    },
  };
}

function settleStep(step: StepView, rollingBack: boolean, steps: StepsById): StepView {
  const state =
    step.kind === 'rollback' ? compensationState(step, rollingBack, steps) : forwardState(step, rollingBack, steps);
  return { ...step, state, waitsFor: state === 'pending' ? obstacles(step, steps) : [] };
}

function forwardState(step: StepView, rollingBack: boolean, steps: StepsById): StepState {
  if (step.state === 'succeeded' || step.state === 'running' || step.state === 'compensated') return step.state;
  if (rollingBack) return 'cancelled';
  if (step.state === 'failed' || step.state === 'rejected') return step.state;
  if (obstacles(step, steps).length > 0) return 'pending';
  return step.kind === 'approval' ? 'awaitingApproval' : 'ready';
}

function compensationState(step: StepView, rollingBack: boolean, steps: StepsById): StepState {
  if (step.state === 'succeeded' || step.state === 'running' || step.state === 'failed') return step.state;
  if (!rollingBack || !isCalledFor(step, steps)) return 'standby';
  return obstacles(step, steps).length > 0 ? 'pending' : 'ready';
}

/** Only what was begun needs to be undone; a failed or half-done effect too. */
function isCalledFor(compensation: StepView, steps: StepsById): boolean {
  return (steps.get(compensation.compensates ?? '')?.attempts ?? 0) > 0;
}

/** What must happen before the step can start. A compensation also waits for the group's running steps to end. */
function obstacles(step: StepView, steps: StepsById): string[] {
  if (step.kind !== 'rollback') return step.after.filter((id) => steps.get(id)?.state !== 'succeeded');
  const earlier = step.after.filter((id) => {
    const other = steps.get(id);
    return other !== undefined && isCalledFor(other, steps) && other.state !== 'succeeded';
  });
  const running = [...steps.values()].filter(
    (other) => other.group === step.group && other.kind !== 'rollback' && other.state === 'running',
  );
  return [...earlier, ...running.map((other) => other.id)];
}

function groupState(group: GroupView, steps: StepsById): GroupState {
  if (group.state === 'committed' || group.state === 'rolledBack') return group.state;
  const own = group.steps.map((id) => steps.get(id)!);
  if (own.some((step) => step.state === 'failed')) return 'failed';
  if (group.rollback !== undefined) return 'rollingBack';
  const of = (kind: StepView['kind']): StepView | undefined => own.find((step) => step.kind === kind);
  if (of('cutover')?.state === 'succeeded') return 'onTrial';
  if ((of('cutover')?.attempts ?? 0) > 0) return 'cuttingOver';
  if (of('approval')?.state === 'succeeded') return 'armed';
  if (of('verifySync')?.state === 'succeeded') return 'synced';
  return (of('seed')?.attempts ?? 0) > 0 ? 'seeding' : 'scheduled';
}

function runState(state: RunState, groups: readonly GroupView[]): RunState {
  const over = groups.every((group) => group.state === 'committed' || group.state === 'rolledBack');
  if (!over) return state;
  return state === 'cancelling' || state === 'cancelled' ? 'cancelled' : 'completed';
}

/** Waits for a person: an approval, or a step whose prerequisite was taken back and will never come. */
export function needsDecision(step: StepView, steps: StepsById): boolean {
  if (step.state === 'awaitingApproval' || step.state === 'rejected') return true;
  return step.state === 'pending' && step.waitsFor.some((id) => isTakenBack(steps.get(id)));
}

function isTakenBack(step: StepView | undefined): boolean {
  return step?.state === 'cancelled' || step?.state === 'compensated';
}

function healthOf(failed: number, awaiting: number): Health {
  if (failed > 0) return 'error';
  return awaiting > 0 ? 'attention' : 'healthy';
}
