import type { RunEvent, RunEventBody, Step } from './event.ts';
import { settle } from './settle.ts';
import type { GroupView, RunView, StepView } from './view.ts';

/** Before the first event. */
export function initialView(): RunView {
  return {
    run: '',
    wave: '',
    waveName: '',
    inputSha256: '',
    seed: 0,
    state: 'active',
    health: 'healthy',
    groups: [],
    steps: [],
    counts: { total: 0, succeeded: 0, running: 0, failed: 0, awaiting: 0 },
    createdAt: '',
    lastAt: '',
    lastSeq: 0,
    epoch: 0,
    operator: '',
  };
}

/** The next view. Pure; takes each event at its word (`refusal` says what may be written, `verifyJournal` checks it). */
export function reduce(view: RunView, event: RunEvent): RunView {
  return stamp(view, settle({ ...record(view, event), lastSeq: event.seq, lastAt: event.at }), event.at);
}

export function viewOf(events: readonly RunEvent[]): RunView {
  return events.reduce(reduce, initialView());
}

/** What the event itself says; states that follow from it are `settle`'s. */
function record(view: RunView, { at, actor, body }: RunEvent): RunView {
  switch (body.type) {
    case 'run.created':
      return created(view, body, at);
    case 'run.paused':
      return { ...view, state: 'paused' };
    case 'run.resumed':
      return { ...view, state: 'active' };
    case 'run.cancelled':
      return {
        ...view,
        state: 'cancelling',
        groups: view.groups.map((group) =>
          isBeyondReturn(view, group) ? group : withRollback(group, actor, body.reason ?? ''),
        ),
      };
    case 'operator.took':
      return { ...view, epoch: body.epoch, operator: actor };
    case 'step.intended':
      return withStep(view, body.step, (step) => ({
        ...step,
        state: 'running',
        attempts: body.attempt,
        intent: { key: body.key, epoch: body.epoch },
      }));
    case 'step.succeeded': {
      const done = withStep(view, body.step, (step) => ({
        ...withoutIntent(step),
        state: 'succeeded',
        evidence: body.evidence,
      }));
      const undone = view.steps.find((step) => step.id === body.step)?.compensates;
      return undone === undefined ? done : withStep(done, undone, (step) => ({ ...step, state: 'compensated' }));
    }
    case 'step.failed':
      return withStep(view, body.step, (step) => ({
        ...withoutIntent(step),
        state: body.attempt < step.maxAttempts ? 'pending' : 'failed',
        error: body.error,
      }));
    case 'step.approved':
      return withStep(view, body.step, (step) => ({ ...step, state: 'succeeded', decidedBy: actor }));
    case 'step.rejected':
      return withStep(view, body.step, (step) => ({
        ...step,
        state: 'rejected',
        decidedBy: actor,
        error: body.comment ?? '',
      }));
    case 'step.retried':
      return withStep(view, body.step, (step) => ({ ...step, state: 'pending' }));
    case 'group.rollbackRequested':
      return withGroup(view, body.group, (group) => withRollback(group, actor, body.reason));
    case 'group.committed':
      return withGroup(view, body.group, (group) => ({ ...group, state: 'committed' }));
    case 'group.rolledBack':
      return withGroup(view, body.group, (group) => ({ ...group, state: 'rolledBack' }));
  }
}

/** Marks since when each step and group is in its state. */
function stamp(before: RunView, view: RunView, at: string): RunView {
  const since = <T extends { readonly state: string; readonly since: string }>(old: T | undefined, item: T): T =>
    old === undefined || old.state === item.state ? item : { ...item, since: at };
  return {
    ...view,
    steps: view.steps.map((step, i) => since(before.steps[i], step)),
    groups: view.groups.map((group, i) => since(before.groups[i], group)),
  };
}

function created(view: RunView, body: Extract<RunEventBody, { type: 'run.created' }>, at: string): RunView {
  const { type: _, steps, ...head } = body;
  const members = new Map<string, Step[]>();
  for (const step of steps) members.set(step.group, [...(members.get(step.group) ?? []), step]);
  return {
    ...view,
    ...head,
    createdAt: at,
    steps: steps.map((step) => ({ ...step, state: 'pending', attempts: 0, waitsFor: [], since: at })),
    groups: [...members].map(([id, own]) => ({
      id,
      state: 'scheduled',
      workloads: own[0]?.workloads.length ?? 0,
      steps: own.map((step) => step.id),
      since: at,
    })),
  };
}

/** A step without return was begun: only a rollback that someone asks for by name leads back, and none after the commit. */
function isBeyondReturn(view: RunView, group: GroupView): boolean {
  return view.steps.some((step) => step.group === group.id && step.pointOfNoReturn && step.attempts > 0);
}

function withRollback(group: GroupView, actor: string, reason: string): GroupView {
  return group.rollback === undefined ? { ...group, rollback: { actor, reason } } : group;
}

function withStep(view: RunView, id: string, change: (step: StepView) => StepView): RunView {
  return { ...view, steps: view.steps.map((step) => (step.id === id ? change(step) : step)) };
}

function withGroup(view: RunView, id: string, change: (group: GroupView) => GroupView): RunView {
  return { ...view, groups: view.groups.map((group) => (group.id === id ? change(group) : group)) };
}

function withoutIntent({ intent: _, ...step }: StepView): StepView {
  return step;
}
