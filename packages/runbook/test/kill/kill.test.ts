import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Mission, Point } from './child.ts';
import { fulfil } from './child.ts';
import { breaches, launch, records } from './harness.ts';

const root = mkdtempSync(join(tmpdir(), 'yunqian-kill-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const mission = (strike?: Mission['strike']): Mission => ({
  dir: mkdtempSync(join(root, 'run-')),
  groups: [{ id: 'a', after: ['b'] }, { id: 'b', workloads: 1 }, { id: 'c' }],
  back: ['c'],
  failRate: 0.15,
  speed: null,
  ...(strike === undefined ? {} : { strike }),
});

/** The run that nobody disturbs, and how often it passes each point. */
async function undisturbed() {
  const passed: Record<Point, number> = { beforeAppend: 0, afterAppend: 0, beforeEffect: 0, afterEffect: 0 };
  const calm = mission();
  const ended = await fulfil(calm, (point) => {
    passed[point]++;
  });
  return { ended, passed, ...records(calm.dir) };
}

describe('kill -9', () => {
  it('at every journal write and every effect, before and after: nothing lost, nothing twice, the same end', async () => {
    const calm = await undisturbed();
    expect(calm.ended).toBe('completed');
    expect(breaches(calm)).toEqual([]);
    expect(calm.passed.afterAppend).toBeGreaterThan(30);
    expect(calm.events.some(({ body }) => body.type === 'step.failed')).toBe(true);
    const strikes = (Object.entries(calm.passed) as [Point, number][]).flatMap(([point, times]) =>
      Array.from({ length: times }, (_, i) => ({ point, n: i + 1, signal: 'SIGKILL' as const })),
    );
    const survive = async (strike: (typeof strikes)[number]): Promise<void> => {
      const struck = mission(strike);
      const ending = await launch(struck).ended;
      expect(ending, JSON.stringify(strike)).toMatchObject({ signal: 'SIGKILL', stderr: '' });
      const before = records(struck.dir).events;
      expect(await fulfil(struck)).toBe('completed');
      const after = records(struck.dir);
      expect(breaches(after, before), JSON.stringify(strike)).toEqual([]);
      expect(after.outcome, JSON.stringify(strike)).toEqual(calm.outcome);
    };
    const queue = strikes.values();
    const work = async (): Promise<void> => {
      for (const strike of queue) await survive(strike);
    };
    await Promise.all([work(), work()]);
  });

  it('a frozen operator that wakes up finds itself replaced: journal and world refuse it', async () => {
    for (const point of ['beforeAppend', 'beforeEffect'] as const) {
      const frozen = mission({ point, n: point === 'beforeAppend' ? 5 : 3, signal: 'SIGSTOP' });
      const child = launch(frozen);
      await isStill(frozen.dir);
      expect(await fulfil(frozen)).toBe('completed');
      const before = records(frozen.dir);
      child.kill('SIGCONT');
      expect(await child.ended).toMatchObject({ code: 0, stdout: 'fenced', stderr: '' });
      const after = records(frozen.dir);
      expect(after).toEqual(before);
      expect(breaches(after)).toEqual([]);
    }
  });
});

/** The journal has grown and then stands still: the process is frozen. */
async function isStill(dir: string): Promise<void> {
  let length = -1;
  for (let calm = 0; calm < 4; ) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const now = records(dir).events.length;
    calm = now > 2 && now === length ? calm + 1 : 0;
    length = now;
  }
}
