import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testWaves } from '../../test/support/waves.ts';
import { createSteps } from '../steps/create-steps.ts';
import type { RunEvent, RunEventBody } from './event.ts';
import { initialView, reduce, viewOf } from './reduce.ts';
import { effectKey, refusal } from './refusal.ts';
import type { RunView } from './view.ts';

const groups = [{ id: 'a' }, { id: 'b', after: ['a'] }, { id: 'c' }];
const created: RunEventBody = {
  type: 'run.created',
  run: 'r',
  wave: 'w01',
  waveName: 'W01',
  inputSha256: '',
  seed: 1,
  steps: createSteps(testWaves(groups), 'w01'),
};

function next(view: RunView, body: RunEventBody): RunView {
  const event: RunEvent = {
    seq: view.lastSeq + 1,
    at: `t${view.lastSeq + 1}`,
    actor: 'x',
    body,
    previousHash: '',
    hash: '',
  };
  return reduce(view, event);
}

/** Anything that anybody might try to write; a step is chosen by number. */
const attempts = fc.tuple(
  fc.constantFrom(
    'intend',
    'intend',
    'intend',
    'intend',
    'succeed',
    'succeed',
    'succeed',
    'fail',
    'approve',
    'approve',
    'reject',
    'retry',
    'pause',
    'resume',
    'resume',
    'cancel',
    'rollback',
    'close',
    'close',
    'take',
  ),
  fc.nat(23),
);

function proposals(view: RunView, [what, n]: [string, number]): RunEventBody[] {
  const { id, group } = view.steps[n]!;
  switch (what) {
    case 'intend':
      return view.steps.map((s) => {
        const attempt = s.attempts + 1;
        return { type: 'step.intended', step: s.id, attempt, key: effectKey('r', s.id, attempt), epoch: view.epoch };
      });
    case 'succeed':
      return view.steps.map((s) => ({ type: 'step.succeeded', step: s.id, attempt: s.attempts, evidence: {} }));
    case 'fail':
      return view.steps.map((s) => ({ type: 'step.failed', step: s.id, attempt: s.attempts, error: 'no' }));
    case 'approve':
      return view.steps.map((s) => ({ type: 'step.approved', step: s.id }));
    case 'reject':
      return [{ type: 'step.rejected', step: id }];
    case 'retry':
      return view.steps.map((s) => ({ type: 'step.retried', step: s.id }));
    case 'pause':
      return [{ type: 'run.paused' }];
    case 'resume':
      return [{ type: 'run.resumed' }];
    case 'cancel':
      return n === 0 ? [{ type: 'run.cancelled' }] : [];
    case 'rollback':
      return n % 8 === 0 ? [{ type: 'group.rollbackRequested', group, reason: 'because' }] : [];
    case 'close':
      return view.groups.flatMap((g): RunEventBody[] => [
        { type: 'group.committed', group: g.id },
        { type: 'group.rolledBack', group: g.id },
      ]);
    default:
      return [{ type: 'operator.took', epoch: view.epoch + 1 }];
  }
}

function rotated<T>(items: readonly T[], n: number): T[] {
  const middle = items.length === 0 ? 0 : n % items.length;
  return [...items.slice(middle), ...items.slice(0, middle)];
}

describe('reduce', () => {
  it('whatever is allowed, in whatever order, keeps the promises of a run', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(attempts, { minLength: 20, maxLength: 200, size: 'max' }), (tries) => {
        const history: RunEventBody[] = [];
        let view = next(next(initialView(), created), { type: 'operator.took', epoch: 1 });
        for (const what of tries) {
          const body = rotated(proposals(view, what), what[1]).find((candidate) => refusal(view, candidate) === null);
          if (body === undefined) continue;
          check(view, history, body);
          view = next(view, body);
          history.push(body);
          for (const group of view.groups) reached.add(group.state);
          reached.add(view.state);
        }
      }),
      { numRuns: 500 },
    );
    // The property is about something only if runs get everywhere.
    expect([...reached].sort()).toEqual([
      'active',
      'armed',
      'cancelled',
      'cancelling',
      'committed',
      'completed',
      'cuttingOver',
      'failed',
      'onTrial',
      'paused',
      'rolledBack',
      'rollingBack',
      'scheduled',
      'seeding',
      'synced',
    ]);
  });

  it('a journal read in pieces gives the same view', () => {
    const bodies: RunEventBody[] = [created, { type: 'operator.took', epoch: 1 }, { type: 'run.paused' }];
    const whole = bodies.reduce(next, initialView());
    const events = bodies.map(
      (body, i): RunEvent => ({ seq: i + 1, at: `t${i + 1}`, actor: 'x', body, previousHash: '', hash: '' }),
    );
    expect(viewOf(events)).toEqual(whole);
    expect(whole).toMatchObject({ run: 'r', state: 'paused', epoch: 1, lastSeq: 3, createdAt: 't1', lastAt: 't3' });
  });

  it('says what each step waits for, and since when', () => {
    let view = next(next(initialView(), created), { type: 'operator.took', epoch: 1 });
    view = next(view, {
      type: 'step.intended',
      step: 'a/seed',
      attempt: 1,
      key: effectKey('r', 'a/seed', 1),
      epoch: 1,
    });
    expect(view.steps[0]).toMatchObject({ state: 'running', since: 't3', attempts: 1 });
    expect(view.steps[1]).toMatchObject({ state: 'pending', waitsFor: ['a/seed'], since: 't1' });
    expect(view.steps.find((step) => step.id === 'b/cutover')!.waitsFor).toEqual(['b/approval', 'a/verifyService']);
    expect(view.groups[0]).toMatchObject({ state: 'seeding', since: 't3' });
    expect(view.counts).toEqual({ total: 18, succeeded: 0, running: 1, failed: 0, awaiting: 0 });
  });

  it('asks for a person when a group that another uses is taken back', () => {
    let view = next(next(initialView(), created), { type: 'operator.took', epoch: 1 });
    view = next(view, { type: 'group.rollbackRequested', group: 'a', reason: 'because' });
    expect(view.health).toBe('attention');
    expect(view.counts.awaiting).toBe(1);
  });
});

/** Promises, in terms of the history alone. */
function check(view: RunView, history: readonly RunEventBody[], body: RunEventBody): void {
  const succeeded = (id: string): boolean => history.some((past) => past.type === 'step.succeeded' && past.step === id);
  const decided = (group: string): boolean =>
    history.some(
      (past) => (past.type === 'group.committed' || past.type === 'group.rolledBack') && past.group === group,
    );
  const orderedBack = (group: string): boolean =>
    history.some((past) => past.type === 'group.rollbackRequested' && past.group === group);
  if (body.type === 'step.intended') {
    const [group, kind] = body.step.split('/') as [string, string];
    expect(succeeded(body.step), 'no succeeded step starts again').toBe(false);
    expect(decided(group), 'nothing starts in a group that is done').toBe(false);
    if (kind === 'cutover') {
      expect(succeeded(`${group}/verifySync`)).toBe(true);
      expect(history.some((past) => past.type === 'step.approved' && past.step === `${group}/approval`)).toBe(true);
      if (group === 'b') expect(succeeded('a/verifyService')).toBe(true);
    }
    if (!kind.startsWith('rollback')) {
      expect(orderedBack(group), 'nothing goes forward in a group that goes back').toBe(false);
      expect(view.state).not.toBe('paused');
    } else {
      expect(orderedBack(group) || history.some((past) => past.type === 'run.cancelled')).toBe(true);
    }
    if (
      kind === 'rollback-seed' &&
      history.some((past) => past.type === 'step.intended' && past.step === `${group}/cutover`)
    ) {
      expect(succeeded(`${group}/rollback-cutover`), 'back in reverse').toBe(true);
    }
    if (kind === 'commit') expect(succeeded(`${group}/verifyService`)).toBe(true);
  }
  if (body.type === 'step.approved') expect(body.step.endsWith('/approval')).toBe(true);
  if (body.type === 'group.committed' || body.type === 'group.rolledBack') {
    expect(decided(body.group), 'committed or rolled back, once').toBe(false);
    expect(succeeded(`${body.group}/commit`)).toBe(body.type === 'group.committed');
  }
  if (body.type === 'group.rollbackRequested') {
    expect(history.some((past) => past.type === 'step.intended' && past.step === `${body.group}/commit`)).toBe(false);
  }
}
