import { expect, it } from 'vitest';
import { begin, drive, run } from '../../test/support/drive.ts';
import { simulatedDriver } from '../driver/simulated-driver.node.ts';
import { refusal } from '../journal/refusal.ts';
import { verifyJournal } from '../journal/verify-journal.ts';
import { openMemoryStore } from '../store/memory-store.ts';

const groups = [{ id: 'a', evidence: ['accessPolicy' as const, 'integrity' as const] }, { id: 'b' }];

it('records what the check before a cutover must show (R5, R6)', async () => {
  const store = openMemoryStore();
  begin(store, groups);
  const { view } = await drive(store);
  const check = (group: string) => view.steps.find(({ id }) => id === `${group}/verifySync`)!;
  expect(check('a')).toMatchObject({
    state: 'succeeded',
    requires: ['accessPolicy', 'integrity'],
    evidence: { accessPolicy: 'equal', integrity: 'sha256 equal' },
  });
  expect(Object.keys(check('b').evidence ?? {})).not.toContain('integrity');
});

it('a check that shows less has failed, and its group is not cut over', async () => {
  const store = openMemoryStore();
  begin(store, groups);
  const whole = simulatedDriver({ seed: 1 });
  const forgetful: typeof whole = {
    ...whole,
    async perform(step, context) {
      const outcome = await whole.perform(step, context);
      if (!outcome.ok) return outcome;
      const { integrity: _, ...evidence } = outcome.evidence;
      return { ok: true, evidence };
    },
  };
  const { view, ended } = await drive(store, forgetful);
  expect(ended).toBe('waiting');
  expect(view.steps.find(({ id }) => id === 'a/verifySync')).toMatchObject({
    state: 'failed',
    error: 'no evidence of integrity',
  });
  expect(view.groups.map(({ state }) => state)).toEqual([expect.not.stringMatching('synced'), 'synced']);
  expect(verifyJournal(run, store.read(run))).toEqual([]);
});

it('nobody may record such a success', async () => {
  const store = openMemoryStore();
  begin(store, groups);
  const { view } = await drive(store);
  const steps = view.steps.map((step) => (step.id === 'a/verifySync' ? { ...step, state: 'running' as const } : step));
  const claim = {
    type: 'step.succeeded',
    step: 'a/verifySync',
    attempt: 1,
    evidence: { accessPolicy: 'equal' },
  } as const;
  expect(refusal({ ...view, steps }, claim)).toEqual({
    code: 'YQ4526',
    params: { step: 'a/verifySync', missing: 'integrity' },
  });
});
