import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, drive, driveAll, outcome } from '../../test/support/drive.ts';
import { testWaves } from '../../test/support/waves.ts';
import { createSteps } from '../steps/create-steps.ts';
import { openMemoryStore } from '../store/memory-store.ts';
import { checkWorld } from './check-world.ts';
import { simulatedDriver } from './simulated-driver.node.ts';
import type { WorldAction, WorldEntry } from './simulated-world.node.ts';
import { openSimulatedWorld } from './simulated-world.node.ts';

const [seed, verifySync, , cutover, verifyService] = createSteps(testWaves([{ id: 'a' }]), 'w01');
const context = (key: string, epoch = 1) => ({ run: 'r', key, epoch, signal: new AbortController().signal });
const entry = (action: WorldAction, n = 0, epoch = 1): WorldEntry => ({
  run: 'r',
  key: `${action}-${n}`,
  epoch,
  workload: 'vm',
  action,
  repeated: false,
});

describe('simulated driver', () => {
  it('does an effect once per key and reads it back', async () => {
    const driver = simulatedDriver({ seed: 1 });
    expect(await driver.readBack(seed!, 'k')).toBeNull();
    const done = await driver.perform(seed!, context('k'));
    expect(done).toEqual({ ok: true, evidence: { workloads: 2 } });
    expect(await driver.perform(seed!, context('k'))).toEqual(done);
    expect(await driver.readBack(seed!, 'k')).toEqual(done);
    expect(driver.world.log()).toHaveLength(2);
  });

  it('an effect that is half done is not done', async () => {
    const driver = simulatedDriver({ seed: 1 });
    driver.world.apply({ run: 'r', key: 'k', epoch: 1, workload: 'a-vm-1', action: 'copy' });
    expect(await driver.readBack(seed!, 'k')).toBeNull();
    await driver.perform(seed!, context('k'));
    expect(driver.world.log().map(({ workload }) => workload)).toEqual(['a-vm-1', 'a-vm-2']);
  });

  it('refuses an older epoch than it has seen', async () => {
    const driver = simulatedDriver({ seed: 1 });
    await driver.perform(seed!, context('k', 2));
    await expect(driver.perform(seed!, context('j', 1))).rejects.toThrow(/epoch 1/);
    expect(driver.world.log()).toHaveLength(2);
  });

  it('checks find what is not there', async () => {
    const driver = simulatedDriver({ seed: 1 });
    expect(await driver.perform(verifySync!, context('a'))).toMatchObject({ ok: false });
    expect(await driver.perform(verifyService!, context('b'))).toMatchObject({ ok: false });
    await driver.perform(seed!, context('c'));
    expect(await driver.perform(verifySync!, context('d'))).toMatchObject({
      ok: true,
      evidence: { blocksDiffering: 0 },
    });
    expect(await driver.perform(cutover!, context('e'))).toMatchObject({ ok: true });
    expect(await driver.perform(verifyService!, context('f'))).toMatchObject({ ok: true });
  });

  it('stops waiting when told to', async () => {
    const driver = simulatedDriver({ seed: 1, speed: 1 });
    const stop = new AbortController();
    const work = driver.perform(seed!, { ...context('k'), signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(work).rejects.toThrow();
    expect(driver.world.log()).toEqual([]);
  });

  it('the same seed gives the same run; failures come as often as asked for', async () => {
    const play = async (seedOfDriver: number) => {
      const store = openMemoryStore();
      begin(store, [{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
      return outcome(await driveAll(store, { seed: seedOfDriver, failRate: 0.3 }));
    };
    expect(await play(5)).toEqual(await play(5));
    expect(await play(5)).not.toEqual(await play(6));
    const driver = simulatedDriver({ seed: 1, failRate: 0.25 });
    let failed = 0;
    for (let i = 0; i < 400; i++) failed += (await driver.perform(seed!, context(`k${i}`))).ok ? 0 : 1;
    expect(failed).toBeGreaterThan(60);
    expect(failed).toBeLessThan(140);
  });

  it('keeps the world sound whatever fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.double({ min: 0, max: 0.9, noNaN: true }), async (seedOfDriver, failRate) => {
        const store = openMemoryStore();
        begin(store, [{ id: 'a' }, { id: 'b', after: ['a'] }]);
        const world = openSimulatedWorld();
        await driveAll(store, { seed: seedOfDriver, failRate, world });
        await drive(store, simulatedDriver({ seed: seedOfDriver, world }));
        expect(checkWorld(world.log())).toEqual([]);
        world.close();
      }),
      { numRuns: 50 },
    );
  });
});

describe('checkWorld', () => {
  it('passes a commit that failed half-way and was done again', () => {
    const way: WorldAction[] = ['copy', 'stopSource', 'startTarget', 'retireSource'];
    expect(checkWorld([...way.map((action) => entry(action)), entry('retireSource', 2)])).toEqual([]);
  });

  it('passes the way there and back', () => {
    const way: WorldAction[] = ['copy', 'stopSource', 'startTarget', 'stopTarget', 'startSource', 'discardCopy'];
    expect(checkWorld(way.map((action) => entry(action)))).toEqual([]);
    expect(
      checkWorld((['copy', 'stopSource', 'startTarget', 'retireSource'] as const).map((action) => entry(action))),
    ).toEqual([]);
  });

  it.each([
    ['both in service', [entry('copy'), entry('startTarget')]],
    ['both in service', [entry('copy'), entry('stopSource'), entry('startTarget'), entry('startSource')]],
    ['happened twice', [entry('copy'), entry('copy')]],
    ['there is no copy', [entry('stopSource'), entry('startTarget')]],
    ['not in service', [entry('copy'), entry('retireSource')]],
    ['the copy is in service', [entry('copy'), entry('stopSource'), entry('startTarget'), entry('discardCopy')]],
    [
      'is retired',
      [entry('copy'), entry('stopSource'), entry('startTarget'), entry('retireSource'), entry('stopTarget')],
    ],
    ['epoch 1 after 2', [entry('copy', 0, 2), entry('copy', 1, 1)]],
  ])('catches: %s', (breach, log) => {
    expect(checkWorld(log).join()).toContain(breach);
  });
});
