import { describe as text } from '@yunqian/planner';
import { describe, expect, it } from 'vitest';
import { begin, current, drive, driveAll, run } from '../../test/support/drive.ts';
import { testWaves } from '../../test/support/waves.ts';
import { openMemoryStore } from '../store/memory-store.ts';
import type { JournalStore } from '../store/store.ts';
import type { CommandResult } from './commands.ts';
import { approve, cancel, pause, reject, resume, retry, rollback } from './commands.ts';
import { createRun } from './create-run.ts';
import { listRuns } from './list-runs.ts';

const lead = { actor: 'lead' };
const reason = { ...lead, reason: 'because' };

async function synced(): Promise<JournalStore> {
  const store = openMemoryStore();
  begin(store, [{ id: 'a' }, { id: 'b' }]);
  await drive(store);
  return store;
}

/** The code of a refusal, which must have a text in both languages; '' when it was done. */
function code(result: CommandResult): string {
  if (result.ok) return '';
  for (const lang of ['en', 'zh-CN'] as const) {
    expect(text(result.code, result.params, lang).text).not.toMatch(/[{}]|undefined/);
  }
  return result.code;
}

describe('commands', () => {
  it('refuse with a code what cannot be, and write nothing then', async () => {
    const store = await synced();
    const before = store.read(run).length;
    expect(code(approve(store, 'nobody', 'a/approval', lead))).toBe('YQ4501');
    expect(code(approve(store, run, 'a/nothing', lead))).toBe('YQ4502');
    expect(code(rollback(store, run, 'nothing', reason))).toBe('YQ4503');
    expect(code(approve(store, run, 'a/seed', lead))).toBe('YQ4504');
    expect(code(resume(store, run, lead))).toBe('YQ4510');
    expect(code(retry(store, run, 'a/seed', lead))).toBe('YQ4514');
    expect(code(rollback(store, run, 'a', { ...lead, reason: '  ' }))).toBe('YQ4518');
    expect(store.read(run)).toHaveLength(before);
  });

  it('are each done once', async () => {
    const store = await synced();
    expect(code(approve(store, run, 'a/approval', lead))).toBe('');
    expect(code(approve(store, run, 'a/approval', lead))).toBe('YQ4506');
    expect(code(reject(store, run, 'b/approval', lead))).toBe('');
    expect(code(reject(store, run, 'b/approval', lead))).toBe('YQ4519');
    expect(code(rollback(store, run, 'b', reason))).toBe('');
    expect(code(rollback(store, run, 'b', reason))).toBe('YQ4513');
    expect(code(approve(store, run, 'b/approval', lead))).toBe('YQ4507');
    expect(code(pause(store, run, lead))).toBe('');
    expect(code(pause(store, run, lead))).toBe('YQ4509');
    expect(code(cancel(store, run, lead))).toBe('');
    expect(code(cancel(store, run, lead))).toBe('YQ4511');
  });

  it('know when it is too late', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a' }]);
    expect(code(approve(store, run, 'a/approval', lead))).toBe('YQ4505');
    await driveAll(store);
    expect(current(store).state).toBe('completed');
    expect(code(rollback(store, run, 'a', reason))).toBe('YQ4508');
  });

  it('of two people who decide at once one wins', async () => {
    const store = await synced();
    let intruded = false;
    const slow: JournalStore = {
      ...store,
      append(...event) {
        if (!intruded) {
          intruded = true;
          expect(code(approve(store, run, 'a/approval', { actor: 'the faster one' }))).toBe('');
        }
        return store.append(...event);
      },
    };
    expect(code(approve(slow, run, 'a/approval', lead))).toBe('YQ4506');
    expect(current(store).steps.find((step) => step.id === 'a/approval')!.decidedBy).toBe('the faster one');
  });

  it('give up when the journal never stands still', async () => {
    const store = await synced();
    expect(code(pause({ ...store, append: () => null }, run, lead))).toBe('YQ4517');
  });
});

describe('createRun', () => {
  const options = { inputSha256: '', seed: 1, actor: 'lead' };

  it('refuses a run that exists and a wave that does not', () => {
    const store = openMemoryStore();
    const waves = testWaves([{ id: 'a' }]);
    expect(code(createRun(store, { ...options, run, waves, wave: 'w01' }))).toBe('');
    expect(code(createRun(store, { ...options, run, waves, wave: 'w01' }))).toBe('YQ4515');
    expect(code(createRun(store, { ...options, run: 'other', waves, wave: 'w09' }))).toBe('YQ4516');
  });

  it('refuses a wave that uses what has not been moved, until it has', async () => {
    const store = openMemoryStore();
    const waves = testWaves([{ id: 'db' }, { id: 'app', after: ['db'], wave: 'w02' }]);
    const second = { ...options, run: 'run-2', waves, wave: 'w02' };
    expect(createRun(store, second)).toMatchObject({ code: 'YQ4520', params: { group: 'app', needs: 'db' } });
    expect(code(createRun(store, second))).toBe('YQ4520');
    expect(code(createRun(store, { ...options, run, waves, wave: 'w01' }))).toBe('');
    expect(code(createRun(store, second))).toBe('YQ4520');
    await driveAll(store);
    expect(code(createRun(store, second))).toBe('');
  });

  it('lists runs with how they stand', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a' }]);
    begin(store, [{ id: 'x' }], 'another');
    await driveAll(store);
    expect(listRuns(store)).toMatchObject([
      { run: 'another', state: 'active', groups: 1, events: 1 },
      { run, wave: 'w01', waveName: 'W01', state: 'completed', health: 'healthy', counts: { succeeded: 6, total: 6 } },
    ]);
  });
});
