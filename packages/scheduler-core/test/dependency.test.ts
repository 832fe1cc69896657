import { describe, expect, it } from 'vitest';
import { createProblem } from '../src/problem/builder.ts';
import type { Problem } from '../src/problem/problem.ts';
import { solveWith } from '../src/solve/solve.ts';
import { verify } from '../src/verify/verify.ts';
import { BUILDS } from './support/kernel.ts';

/** Six hosts of 4 in three racks. */
function racks(): ReturnType<typeof createProblem> {
  const builder = createProblem().dimension('slots').level('rack');
  for (let host = 0; host < 6; host++) {
    builder.host(`h${host}`, { capacity: { slots: 4 }, domains: { rack: `r${host >> 1}` } });
  }
  return builder.rule({ id: 'room', kind: 'capacity' });
}

async function solved(problem: Problem): Promise<Int32Array> {
  const { hostOf } = await solveWith(BUILDS[1]![1], problem, { seed: 3 });
  expect(verify(problem, hostOf)).toEqual([]);
  return hostOf;
}

describe('a dependency', () => {
  it('is met although those who need come first', async () => {
    const builder = racks();
    for (let w = 0; w < 6; w++) builder.workload(`app${w}`, { demand: { slots: 2 }, priority: 2 });
    for (let w = 0; w < 6; w++) builder.workload(`mid${w}`, { demand: { slots: 1 }, priority: 1 });
    builder.workload('store', { demand: { slots: 1 } });
    const names = (prefix: string) => Array.from({ length: 6 }, (_, w) => `${prefix}${w}`);
    builder.group('app', names('app')).group('mid', names('mid')).group('store', ['store']);
    builder.rule({ id: 'near', kind: 'dependency', topology: 'rack', needs: { app: ['mid'] } });
    expect(await solved(builder.build())).not.toContain(-1);
  });

  it('is met by groups that need each other, each pair in its rack', async () => {
    const builder = racks();
    for (const pair of ['x', 'y', 'z']) {
      builder.workload(`${pair}1`, { demand: { slots: 4 } }).workload(`${pair}2`, { demand: { slots: 4 } });
      builder.group(`${pair}a`, [`${pair}1`]).group(`${pair}b`, [`${pair}2`]);
    }
    const needs = Object.fromEntries(
      ['x', 'y', 'z'].flatMap((p) => [
        [`${p}a`, [`${p}b`]],
        [`${p}b`, [`${p}a`]],
      ]),
    );
    builder.rule({ id: 'near', kind: 'dependency', topology: 'rack', needs });
    expect(await solved(builder.build())).not.toContain(-1);
  });

  it('moves nobody where the start keeps it', async () => {
    const builder = racks();
    // Large ones are asked first and stand in need of the small ones.
    for (let w = 0; w < 3; w++) builder.workload(`big${w}`, { demand: { slots: 3 }, host: `h${2 * w}` });
    for (let w = 0; w < 3; w++) builder.workload(`small${w}`, { demand: { slots: 1 }, host: `h${2 * w + 1}` });
    builder.group('big', ['big0', 'big1', 'big2']).group('small', ['small0', 'small1', 'small2']);
    builder.rule({ id: 'near', kind: 'dependency', topology: 'rack', needs: { big: ['small'], small: ['big'] } });
    builder.rule({ id: 'apart', kind: 'spread', topology: 'rack', groups: ['big', 'small'], minDomains: 3 });
    expect(Array.from(await solved(builder.build()))).toEqual([0, 2, 4, 1, 3, 5]);
  });

  it('takes off what cannot stay, and those who needed it', async () => {
    const builder = racks();
    builder.workload('a', { demand: { slots: 1 }, host: 'h0' }).workload('b', { demand: { slots: 1 }, host: 'h1' });
    builder.workload('c', { demand: { slots: 1 }, host: 'h5' });
    builder.group('a', ['a']).group('b', ['b']).group('c', ['c']);
    builder.rule({ id: 'near', kind: 'dependency', topology: 'rack', needs: { a: ['b'], b: ['c'] } });
    expect(await solved(builder.build())).not.toContain(-1);
  });
});
