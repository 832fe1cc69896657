import { describe, expect, it } from 'vitest';
import { begin, current, drive, driveAll, run } from '../../test/support/drive.ts';
import { approve, cancel, pause, reject, resume, retry, rollback } from '../commands/commands.ts';
import { checkWorld } from '../driver/check-world.ts';
import { simulatedDriver } from '../driver/simulated-driver.node.ts';
import { openSimulatedWorld } from '../driver/simulated-world.node.ts';
import { verifyJournal } from '../journal/verify-journal.ts';
import { openMemoryStore } from '../store/memory-store.ts';
import { createOperator } from './operator.ts';

const lead = { actor: 'lead' };
const signal = (): AbortSignal => new AbortController().signal;

describe('operator', () => {
  it('drives a wave to its end, and stops for the approval before each cutover', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a' }, { id: 'b' }]);
    const world = openSimulatedWorld();
    const driver = simulatedDriver({ seed: 1, world });
    const first = await drive(store, driver);
    expect(first.ended).toBe('waiting');
    expect(first.view.groups.map((group) => group.state)).toEqual(['synced', 'synced']);
    expect(first.view.health).toBe('attention');
    expect(first.view.counts.awaiting).toBe(2);
    expect(world.log().every((entry) => entry.action === 'copy')).toBe(true);
    approve(store, run, 'a/approval', lead);
    approve(store, run, 'b/approval', lead);
    const second = await drive(store, driver);
    expect(second.ended).toBe('completed');
    expect(second.view.groups.map((group) => group.state)).toEqual(['committed', 'committed']);
    expect(second.view.health).toBe('healthy');
    expect(checkWorld(world.log())).toEqual([]);
    expect(world.machine('a-vm-1')).toEqual({ source: 'retired', target: 'inService' });
    expect(verifyJournal(run, store.read(run))).toEqual([]);
  });

  it('cuts over a group only when what it uses is in service', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'app', after: ['db'] }, { id: 'db' }]);
    await drive(store);
    approve(store, run, 'app/approval', lead);
    const { view } = await drive(store);
    const cutover = view.steps.find((step) => step.id === 'app/cutover')!;
    expect(cutover).toMatchObject({ state: 'pending', waitsFor: ['db/verifyService'] });
  });

  it('pause lets running steps end and starts nothing; resume goes on', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a' }]);
    const driver = simulatedDriver({ seed: 1, speed: 60 * 60 * 20 });
    const operator = createOperator({ store, run, driver, actor: 'op', pollMs: 5, untilWaiting: true });
    const ending = operator.start(signal());
    expect(pause(store, run, lead).ok).toBe(true);
    const { view, ended } = await ending;
    expect(ended).toBe('waiting');
    expect(view.state).toBe('paused');
    expect(view.steps.map((step) => step.state)).toEqual([
      'succeeded',
      'ready',
      'pending',
      'pending',
      'pending',
      'pending',
      'standby',
      'standby',
    ]);
    resume(store, run, lead);
    expect((await drive(store, driver)).view.groups[0]!.state).toBe('synced');
  });

  it('rolls one group back in reverse and leaves the others alone', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a' }, { id: 'b' }]);
    const world = openSimulatedWorld();
    const driver = simulatedDriver({ seed: 1, world });
    await drive(store, driver);
    rollback(store, run, 'a', { ...lead, reason: 'the bureau asked for it' });
    approve(store, run, 'b/approval', lead);
    const { view, ended } = await drive(store, driver);
    expect(ended).toBe('completed');
    expect(view.groups.map((group) => group.state)).toEqual(['rolledBack', 'committed']);
    expect(view.groups[0]!.rollback).toEqual({ actor: 'lead', reason: 'the bureau asked for it' });
    expect(view.steps.filter((step) => step.group === 'a').map((step) => step.state)).toEqual([
      'compensated',
      'succeeded',
      'cancelled',
      'cancelled',
      'cancelled',
      'cancelled',
      'standby',
      'succeeded',
    ]);
    expect(world.machine('a-vm-1')).toEqual({ source: 'inService', target: 'none' });
    expect(checkWorld(world.log())).toEqual([]);
  });

  it('rolls back a group whose cutover failed half-way: target out first, then the source in service again', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a', workloads: 3 }]);
    const world = openSimulatedWorld();
    await drive(store, simulatedDriver({ seed: 1, world }));
    approve(store, run, 'a/approval', lead);
    const failed = await drive(store, simulatedDriver({ seed: 4, world, failRate: 1 }));
    expect(failed.view).toMatchObject({ health: 'error', groups: [{ state: 'failed' }] });
    rollback(store, run, 'a', { ...lead, reason: 'failed' });
    const { view } = await drive(store, simulatedDriver({ seed: 1, world }));
    expect(view.groups[0]!.state).toBe('rolledBack');
    for (const workload of ['a-vm-1', 'a-vm-2', 'a-vm-3']) {
      expect(world.machine(workload)).toEqual({ source: 'inService', target: 'none' });
    }
    expect(checkWorld(world.log())).toEqual([]);
  });

  it('repeats a failed step up to its limit, then waits for a person, who may order another attempt', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a' }]);
    const { view, ended } = await drive(store, simulatedDriver({ seed: 1, failRate: 1 }));
    expect(ended).toBe('waiting');
    expect(view.steps[0]).toMatchObject({ state: 'failed', attempts: 3 });
    expect(view.health).toBe('error');
    retry(store, run, 'a/seed', lead);
    expect((await drive(store)).view.groups[0]!.state).toBe('synced');
  });

  it('cancel takes back what is before its cutover and lets the rest run to its end', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a' }, { id: 'b' }]);
    const driver = simulatedDriver({ seed: 1 });
    await drive(store, driver);
    approve(store, run, 'a/approval', lead);
    const cancelling: typeof driver = {
      ...driver,
      perform(step, context) {
        if (step.id === 'a/cutover') expect(cancel(store, run, { ...lead, reason: 'budget' }).ok).toBe(true);
        return driver.perform(step, context);
      },
    };
    const { view, ended } = await drive(store, cancelling);
    expect(ended).toBe('cancelled');
    expect(view.groups.map((group) => group.state)).toEqual(['committed', 'rolledBack']);
    expect(driver.world.machine('b-vm-1')).toEqual({ source: 'inService', target: 'none' });
    expect(checkWorld(driver.world.log())).toEqual([]);
  });

  it('a rejected approval can still be given, or the group taken back', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a' }]);
    await drive(store);
    reject(store, run, 'a/approval', { ...lead, comment: 'not tonight' });
    expect(current(store)).toMatchObject({ health: 'attention', counts: { awaiting: 1 } });
    expect(current(store).steps[2]).toMatchObject({ state: 'rejected', error: 'not tonight', decidedBy: 'lead' });
    approve(store, run, 'a/approval', lead);
    expect((await driveAll(store)).steps[3]!.attempts).toBe(1);
  });

  it('stops at the signal, and the next operator reads back what had begun', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a' }]);
    const world = openSimulatedWorld();
    const slow = simulatedDriver({ seed: 1, world, speed: 1 });
    const stop = new AbortController();
    const operator = createOperator({ store, run, driver: slow, actor: 'op', pollMs: 5 });
    const ending = operator.start(stop.signal);
    stop.abort();
    const { view, ended } = await ending;
    expect(ended).toBe('stopped');
    expect(view.steps[0]).toMatchObject({ state: 'running', attempts: 1, intent: { epoch: 1 } });
    const later = await drive(store, simulatedDriver({ seed: 1, world }));
    expect(later.view.steps[0]).toMatchObject({ state: 'succeeded', attempts: 1 });
    const intents = store
      .read(run)
      .filter((event) => event.body.type === 'step.intended' && event.body.step === 'a/seed');
    expect(intents.map((event) => event.body)).toMatchObject([
      { attempt: 1, epoch: 1 },
      { attempt: 1, epoch: 2 },
    ]);
  });

  it('an effect that happened is recorded on restart, not done again', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a' }]);
    const driver = simulatedDriver({ seed: 1 });
    const stop = new AbortController();
    const dying: typeof driver = {
      ...driver,
      async perform(step, context) {
        await driver.perform(step, context);
        stop.abort();
        throw new Error('gone before the outcome was written');
      },
    };
    await createOperator({ store, run, driver: dying, actor: 'op' }).start(stop.signal);
    expect(current(store).steps[0]!.state).toBe('running');
    let performed = 0;
    await drive(store, {
      ...driver,
      perform(step, context) {
        if (step.kind === 'seed') performed++;
        return driver.perform(step, context);
      },
    });
    expect(performed).toBe(0);
    expect(current(store).steps[0]!.state).toBe('succeeded');
    expect(driver.world.log().filter((entry) => entry.repeated)).toEqual([]);
  });

  it('does not bring a cutover to its end when its group was ordered back meanwhile, but undoes what it did', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a' }]);
    const driver = simulatedDriver({ seed: 1 });
    await drive(store, driver);
    approve(store, run, 'a/approval', lead);
    const stop = new AbortController();
    const dying: typeof driver = {
      ...driver,
      async perform(step, { key, epoch }) {
        driver.world.apply({ run, key, epoch, workload: 'a-vm-1', action: 'stopSource' });
        stop.abort();
        throw new Error(`gone half-way through ${step.id}`);
      },
    };
    await createOperator({ store, run, driver: dying, actor: 'op' }).start(stop.signal);
    expect(current(store).steps[3]).toMatchObject({ id: 'a/cutover', state: 'running' });
    rollback(store, run, 'a', { ...lead, reason: 'the operator is gone' });
    const { view } = await drive(store, driver);
    expect(view.groups[0]!.state).toBe('rolledBack');
    expect(view.steps[3]).toMatchObject({
      state: 'compensated',
      attempts: 1,
      error: expect.stringContaining('given up'),
    });
    expect(driver.world.log().map(({ action }) => action)).not.toContain('startTarget');
    expect(driver.world.machine('a-vm-1')).toEqual({ source: 'inService', target: 'none' });
    expect(checkWorld(driver.world.log())).toEqual([]);
  });

  it('refuses to drive a journal that was tampered with', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a' }]);
    const forged = {
      ...store,
      read: (name: string) => store.read(name).map((event) => ({ ...event, actor: 'mallory' })),
    };
    const { ended, faults } = await drive(forged);
    expect(ended).toBe('unsound');
    expect(faults.map((fault) => fault.code)).toContain('YQ4532');
  });

  it('two operators: the older epoch is fenced, at the journal and at the world', async () => {
    const store = openMemoryStore();
    begin(store, [{ id: 'a' }, { id: 'b' }]);
    const world = openSimulatedWorld();
    const older = createOperator({
      store,
      run,
      driver: simulatedDriver({ seed: 1, world, speed: 3600 }),
      actor: 'one',
      pollMs: 5,
    });
    const ending = older.start(signal());
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { view } = await drive(store, simulatedDriver({ seed: 1, world }));
    expect(view.epoch).toBe(2);
    expect((await ending).ended).toBe('fenced');
    expect(world.apply({ run, key: 'k', epoch: 1, workload: 'a-vm-1', action: 'copy' })).toBe('stale');
    expect(verifyJournal(run, store.read(run))).toEqual([]);
    expect(checkWorld(world.log())).toEqual([]);
  });
});
