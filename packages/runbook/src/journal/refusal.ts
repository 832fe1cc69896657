import type { Evidence, RunEventBody, Step } from './event.ts';
import type { GroupView, RunView, StepView } from './view.ts';

/** Why an event may not be written: a code (YQ45xx) and its parameters, for `describe`. */
export interface Refusal {
  readonly code: `YQ45${string}`;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The idempotency key of one attempt. */
export function effectKey(run: string, step: string, attempt: number): string {
  return `${run}/${step}#${attempt}`;
}

/** Has the run nothing left to do? */
export function isOver(view: RunView): boolean {
  return view.state === 'completed' || view.state === 'cancelled';
}

/** May this be written next? The one place that knows, for people's commands, for the operator and for the verifier. */
export function refusal(view: RunView, body: RunEventBody): Refusal | null {
  if (body.type === 'run.created') return view.lastSeq === 0 ? null : refuse('YQ4515', { run: body.run });
  if (view.lastSeq === 0) return refuse('YQ4501', { run: view.run });
  if (isOver(view) && body.type !== 'operator.took') return refuse('YQ4508', { run: view.run, state: view.state });
  switch (body.type) {
    case 'run.paused':
      return view.state === 'active' ? null : refuse('YQ4509', { run: view.run, state: view.state });
    case 'run.resumed':
      return view.state === 'paused' ? null : refuse('YQ4510', { run: view.run, state: view.state });
    case 'run.cancelled':
      return view.state === 'cancelling' ? refuse('YQ4511', { run: view.run }) : null;
    case 'operator.took':
      return body.epoch > view.epoch ? null : refuse('YQ4521', { epoch: body.epoch, current: view.epoch });
    case 'group.rollbackRequested':
      return withGroup(view, body.group, (group) => refuseRollback(view, group, body.reason));
    case 'group.committed':
      return withGroup(view, body.group, (group) => refuseCommitted(view, group));
    case 'group.rolledBack':
      return withGroup(view, body.group, (group) => refuseRolledBack(view, group));
    case 'step.approved':
    case 'step.rejected':
      return withStep(view, body.step, (step) => refuseDecision(step, body.type === 'step.rejected'));
    case 'step.retried':
      return withStep(view, body.step, (step) =>
        step.state === 'failed' ? null : refuse('YQ4514', { step: step.id, state: step.state }),
      );
    case 'step.intended':
      return withStep(view, body.step, (step) => refuseIntent(view, step, body));
    case 'step.succeeded':
    case 'step.failed':
      return withStep(view, body.step, (step) => {
        if (step.state !== 'running' || step.attempts !== body.attempt)
          return refuse('YQ4523', { step: step.id, attempt: body.attempt, state: step.state });
        const missing = body.type === 'step.succeeded' ? missingEvidence(step, body.evidence) : [];
        return missing.length === 0 ? null : refuse('YQ4526', { step: step.id, missing: missing.join(', ') });
      });
  }
}

/** What a step requires and its outcome does not show. */
export function missingEvidence(step: Step, evidence: Evidence): string[] {
  return (step.requires ?? []).filter((key) => !Object.hasOwn(evidence, key));
}

function refuseDecision(step: StepView, rejecting: boolean): Refusal | null {
  if (step.kind !== 'approval') return refuse('YQ4504', { step: step.id });
  if (step.state === 'awaitingApproval') return null;
  if (step.state === 'rejected') return rejecting ? refuse('YQ4519', { step: step.id }) : null;
  if (step.state === 'succeeded') return refuse('YQ4506', { step: step.id, by: step.decidedBy ?? '' });
  if (step.state === 'pending') return refuse('YQ4505', { step: step.id, waitsFor: step.waitsFor.join(', ') });
  return refuse('YQ4507', { group: step.group, state: step.state });
}

function refuseRollback(view: RunView, group: GroupView, reason: string): Refusal | null {
  if (group.state === 'committed') return refuse('YQ4512', { group: group.id });
  if (group.rollback !== undefined) return refuse('YQ4513', { group: group.id, by: group.rollback.actor });
  if (stepsOf(view, group).some((step) => step.kind === 'commit' && step.attempts > 0)) {
    return refuse('YQ4512', { group: group.id });
  }
  return reason.trim() === '' ? refuse('YQ4518', { group: group.id }) : null;
}

function refuseCommitted(view: RunView, group: GroupView): Refusal | null {
  const open = stepsOf(view, group).filter((step) => step.kind !== 'rollback' && step.state !== 'succeeded');
  return isDecided(group) || open.length > 0 ? refuse('YQ4524', { group: group.id, state: group.state }) : null;
}

function refuseRolledBack(view: RunView, group: GroupView): Refusal | null {
  return isDecided(group) || !isUndone(view, group) ? refuse('YQ4525', { group: group.id, state: group.state }) : null;
}

/** Everything that was begun is undone, nothing is under way. */
export function isUndone(view: RunView, group: GroupView): boolean {
  if (group.rollback === undefined) return false;
  const open = ['pending', 'ready', 'running', 'failed'];
  return stepsOf(view, group).every((step) => !open.includes(step.state));
}

function isDecided(group: GroupView): boolean {
  return group.state === 'committed' || group.state === 'rolledBack';
}

function refuseIntent(
  view: RunView,
  step: StepView,
  body: Extract<RunEventBody, { type: 'step.intended' }>,
): Refusal | null {
  const claimed = { step: step.id, attempt: body.attempt, epoch: body.epoch };
  if (body.epoch !== view.epoch) return refuse('YQ4521', { epoch: body.epoch, current: view.epoch });
  if (body.key !== effectKey(view.run, step.id, body.attempt))
    return refuse('YQ4522', { ...claimed, state: step.state });
  if (step.state === 'running') {
    const takesOver = body.attempt === step.attempts && body.epoch > (step.intent?.epoch ?? 0);
    return takesOver ? null : refuse('YQ4522', { ...claimed, state: step.state });
  }
  const starts = isStartable(view, step) && body.attempt === step.attempts + 1;
  return starts ? null : refuse('YQ4522', { ...claimed, state: step.state });
}

/** Ready, and not held by a pause: a pause stops new work, but never the way back. */
export function isStartable(view: RunView, step: StepView): boolean {
  return step.state === 'ready' && (view.state !== 'paused' || step.kind === 'rollback');
}

function stepsOf(view: RunView, group: GroupView): StepView[] {
  return view.steps.filter((step) => step.group === group.id);
}

function withStep(view: RunView, id: string, check: (step: StepView) => Refusal | null): Refusal | null {
  const step = view.steps.find((candidate) => candidate.id === id);
  return step === undefined ? refuse('YQ4502', { run: view.run, step: id }) : check(step);
}

function withGroup(view: RunView, id: string, check: (group: GroupView) => Refusal | null): Refusal | null {
  const group = view.groups.find((candidate) => candidate.id === id);
  return group === undefined ? refuse('YQ4503', { run: view.run, group: id }) : check(group);
}

function refuse(code: Refusal['code'], params: Refusal['params']): Refusal {
  return { code, params };
}
