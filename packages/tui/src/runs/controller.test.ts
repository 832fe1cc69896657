import { createRun, openMemoryStore, simulatedDriver, viewOf } from '@yunqian/runbook';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sample, smallSample } from '../../test/support/documents.ts';
import { type Controller, createController } from './controller.ts';

const { waves } = sample(smallSample);
let controller: Controller;

function open(store = openMemoryStore(), speed = Number.POSITIVE_INFINITY) {
  const ended: string[] = [];
  controller = createController({
    store,
    waves,
    wavesSha256: 'sha',
    actor: 'li',
    openDriver: () => simulatedDriver({ seed: 1, speed, failRate: 0 }),
    onEnd: (run, how) => ended.push(`${run} ${how}`),
  });
  return { store, ended };
}

const awaiting = () => controller.poll().get('wave-1')?.view.counts.awaiting;

afterEach(() => controller.stop());

describe('the controller of runs', () => {
  it('reads only what was gained, and gives the same object while nothing changes', async () => {
    const { store } = open();
    const before = controller.poll();
    expect(controller.poll()).toBe(before);
    controller.perform({ kind: 'start', wave: 'wave-1' });
    await vi.waitFor(() => expect(awaiting()).toBe(3), 5_000);
    const snapshot = controller.poll().get('wave-1');
    expect(snapshot?.view).toEqual(viewOf(store.read('wave-1')));
    expect(snapshot?.tail.map(({ seq }) => seq)).toEqual(store.read('wave-1').map(({ seq }) => seq));
    expect(snapshot?.driving).toBe(true);
  });

  it('shows only runs of this wave document, the newest of each wave', async () => {
    let minute = 0;
    const { store } = open(openMemoryStore({ now: () => new Date(Date.UTC(2027, 0, 1, 0, minute++)).toISOString() }));
    const run = (name: string, inputSha256: string) =>
      createRun(store, { run: name, waves, wave: 'wave-1', inputSha256, seed: 1, actor: 'li' });
    run('b', 'sha');
    run('a', 'sha');
    run('z', 'another document');
    expect(controller.poll().get('wave-1')?.view.run).toBe('a');
  });

  it('starts a wave anew under another name once its run is cancelled', async () => {
    const { store } = open();
    controller.perform({ kind: 'start', wave: 'wave-1' });
    await vi.waitFor(() => expect(awaiting()).toBe(3), 5_000);
    controller.perform({ kind: 'cancel', run: 'wave-1', reason: 'rehearsal' });
    await vi.waitFor(() => expect(controller.poll().get('wave-1')?.view.state).toBe('cancelled'), 5_000);
    expect(controller.perform({ kind: 'start', wave: 'wave-1' }).ok).toBe(true);
    expect(store.runs().map(({ run }) => run)).toEqual(['wave-1', 'wave-1-2']);
  });

  it('passes on what runbook refuses', () => {
    open();
    expect(controller.perform({ kind: 'start', wave: 'no such wave' })).toMatchObject({ ok: false, code: 'YQ4516' });
    expect(controller.perform({ kind: 'pause', run: 'no such run' })).toMatchObject({ ok: false, code: 'YQ4501' });
  });

  it('tells when another operator takes over, and when it is stopped', async () => {
    const { store, ended } = open(openMemoryStore(), 1);
    controller.perform({ kind: 'start', wave: 'wave-1' });
    await vi.waitFor(() => expect(controller.poll().get('wave-1')?.view.epoch).toBe(1), 5_000);
    store.takeLease('wave-1', 'wang');
    await vi.waitFor(() => expect(ended).toEqual(['wave-1 fenced']), 5_000);
    expect(controller.poll().get('wave-1')?.driving).toBe(false);
    controller.perform({ kind: 'start', wave: 'wave-1' });
    await controller.stop();
    expect(ended).toEqual(['wave-1 fenced', 'wave-1 stopped']);
  });
});
