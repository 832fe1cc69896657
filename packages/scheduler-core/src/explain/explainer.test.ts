import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomPlacement, randomProblem } from '../../test/support/random-problem.ts';
import { createProblem } from '../problem/builder.ts';
import { createExplainer, explainHost, explainWorkload } from './explainer.ts';

const gov = { zone: 'gov' };
const city = createProblem()
  .dimension('cpuMilli')
  .dimension('memMiB')
  .host('g1', { capacity: { cpuMilli: 8, memMiB: 8 }, attributes: gov })
  .host('g2', { capacity: { cpuMilli: 8, memMiB: 9 }, attributes: gov })
  .host('g3', { capacity: { cpuMilli: 1, memMiB: 2 }, attributes: gov })
  .host('i1', { capacity: { cpuMilli: 64, memMiB: 64 }, attributes: { zone: 'internet' } })
  .host('shut', { capacity: { cpuMilli: 64, memMiB: 64 }, attributes: gov, closed: true })
  .workload('there', { demand: { cpuMilli: 1, memMiB: 4 }, attributes: gov })
  .workload('here', { demand: { cpuMilli: 1, memMiB: 4 }, attributes: gov })
  .workload('asked', { demand: { cpuMilli: 2, memMiB: 6 }, attributes: gov })
  .workload('giant', { demand: { cpuMilli: 9, memMiB: 10 }, attributes: gov })
  .rule({ id: 'zone', kind: 'eligibility', hostKey: 'zone', op: 'in', workloadKey: 'zone' })
  .rule({ id: 'room', kind: 'capacity' })
  .rule({ id: 'wish', kind: 'capacity', mode: 'soft', ratio: 0 })
  .build();
const hostOf = [0, 1, -1, -1];

describe('explainWorkload', () => {
  it('counts each host once under the first rule that stops, and finds the nearest', () => {
    expect(explainWorkload(city, hostOf, 2)).toEqual({
      workload: 'asked',
      hosts: 5,
      feasible: 0,
      blockedBy: [
        { rule: 'room', reason: 'memMiB', hosts: 2 },
        { rule: 'closed', reason: 'closed', hosts: 1 },
        { rule: 'zone', reason: 'zone', hosts: 1 },
        { rule: 'room', reason: 'cpuMilli', hosts: 1 },
      ],
      verdict: 'contended',
      nearest: {
        workload: 'asked',
        host: 'g2',
        blocks: [{ rule: 'room', reason: 'memMiB', amount: 1, unresolvable: false }],
      },
    });
  });

  it('calls unresolvable what no host would ever take', () => {
    const { verdict, feasible, nearest } = explainWorkload(city, hostOf, 3);
    expect({ verdict, feasible }).toEqual({ verdict: 'unresolvable', feasible: 0 });
    expect(nearest).toEqual({
      workload: 'giant',
      host: 'i1',
      blocks: [{ rule: 'zone', reason: 'zone', amount: 0, unresolvable: true }],
    });
  });

  it('measures what is missing by what the workload asks, across dimensions', () => {
    const uneven = createProblem()
      .dimension('cpuMilli')
      .dimension('memMiB')
      .host('little-cpu', { capacity: { cpuMilli: 1000, memMiB: 64 } })
      .host('little-memory', { capacity: { cpuMilli: 9000, memMiB: 4 } })
      .workload('w', { demand: { cpuMilli: 1100, memMiB: 8 } })
      .rule({ id: 'room', kind: 'capacity' })
      .build();
    expect(explainWorkload(uneven, [-1], 0).nearest).toMatchObject({ host: 'little-cpu', blocks: [{ amount: 100 }] });
  });

  it('counts the hosts that would take a placed workload, its own among them', () => {
    expect(explainWorkload(city, hostOf, 0)).toMatchObject({ verdict: 'placed', feasible: 2, nearest: null });
  });

  it('has a contended workload where a host would take it as things stand', () => {
    expect(explainWorkload(city, [-1, -1, -1, -1], 2)).toMatchObject({
      verdict: 'contended',
      feasible: 2,
      nearest: { host: 'g1', blocks: [] },
    });
  });

  it('says nothing of soft rules', () => {
    expect(explainWorkload({ ...city, rules: city.rules.slice(2) }, hostOf, 2).feasible).toBe(4);
  });

  it('knows pinned workloads', () => {
    const workloads = city.workloads.map((workload) => ({ ...workload, host: 'g3', pinned: true }));
    const { blockedBy } = explainWorkload({ ...city, workloads, rules: [] }, [-1, -1, -1, -1], 0);
    expect(blockedBy).toEqual([
      { rule: 'pinned', reason: 'pinned', hosts: 3 },
      { rule: 'closed', reason: 'closed', hosts: 1 },
    ]);
  });

  it('agrees with explainHost on every host of random problems', () => {
    const placed = randomProblem().chain((problem) => fc.tuple(fc.constant(problem), randomPlacement(problem)));
    fc.assert(
      fc.property(placed, ([problem, placement]) => {
        const explainer = createExplainer(problem, placement);
        problem.workloads.forEach((_, workload) => {
          const hosts = problem.hosts.map((_, host) => explainer.host(workload, host));
          const { feasible, blockedBy, nearest, verdict } = explainer.workload(workload);
          const firsts = hosts.flatMap(({ blocks }) => blocks.slice(0, 1));
          expect(feasible).toBe(hosts.length - firsts.length);
          for (const { rule, reason, hosts: count } of blockedBy) {
            expect(firsts.filter((block) => block.rule === rule && block.reason === reason)).toHaveLength(count);
          }
          expect(blockedBy.reduce((sum, entry) => sum + entry.hosts, 0)).toBe(firsts.length);
          const placedNow = placement[workload]! >= 0;
          const resolvable = hosts.some(({ blocks }) => blocks.every(({ unresolvable }) => !unresolvable));
          expect(verdict).toBe(placedNow ? 'placed' : resolvable ? 'contended' : 'unresolvable');
          if (placedNow) {
            expect(nearest).toBeNull();
            return;
          }
          const worst = ({ blocks }: (typeof hosts)[number]) =>
            blocks.filter(({ unresolvable }) => unresolvable).length * 1000 + blocks.length;
          expect(hosts).toContainEqual(nearest);
          expect(worst(nearest!)).toBe(Math.min(...hosts.map(worst)));
        });
      }),
    );
  });
});

describe('explainHost', () => {
  it('lists every rule and dimension that stops, with what is missing', () => {
    expect(explainHost(city, hostOf, 3, 0)).toEqual({
      workload: 'giant',
      host: 'g1',
      blocks: [
        { rule: 'room', reason: 'cpuMilli', amount: 2, unresolvable: true },
        { rule: 'room', reason: 'memMiB', amount: 6, unresolvable: true },
      ],
    });
    expect(explainHost(city, hostOf, 0, 0).blocks).toEqual([]);
  });
});
