import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/problem/problem.ts';
import type { Progress } from '../src/solve/solution.ts';
import { solve } from '../src/solve/solve.ts';
import { solveInWorker } from '../src/solve/worker.node.ts';
import { verify } from '../src/verify/verify.ts';
import { fleet } from './support/fleet.ts';
import { plainBestFit } from './support/plain-best-fit.ts';

const hard = (problem: Problem, hostOf: Int32Array) => verify(problem, hostOf).filter(({ mode }) => mode !== 'soft');
const used = (hostOf: Int32Array) => new Set(hostOf.filter((host) => host >= 0)).size;

describe('a fleet of 400 hosts', () => {
  const problem = fleet(400, 2200, 1);

  it('carries all workloads within every rule', async () => {
    const { status, hostOf } = await solve(problem);
    expect(status).toBe('complete');
    expect(hard(problem, hostOf)).toEqual([]);
  });

  it('keeps a safety level where there is room to', async () => {
    const careful = fleet(400, 2200, 1, [{ kind: 'capacity', id: 'safety', ratio: 0.8, mode: 'soft', level: 1 }]);
    const { status, hostOf, costs } = await solve(careful);
    expect(status).toBe('complete');
    expect(verify(careful, hostOf)).toEqual([]);
    expect(costs).toEqual([{ level: 1, cost: 0 }]);
  });

  it('moves nothing that may stay where it is', async () => {
    const { hostOf } = await solve(problem);
    const running = {
      ...problem,
      workloads: problem.workloads.map((workload, w) => ({ ...workload, host: problem.hosts[hostOf[w]!]!.id })),
    };
    expect((await solve(running)).hostOf).toEqual(hostOf);
  });
});

it('uses no more hosts than a plain best fit', async () => {
  for (const seed of [1, 2, 3]) {
    const problem = fleet(60, 250, seed);
    const plain = plainBestFit(problem);
    const { hostOf, unplaced } = await solve(problem);
    expect(hard(problem, plain)).toEqual([]);
    expect(unplaced.length).toBeLessThanOrEqual(plain.filter((host) => host < 0).length);
    expect(used(hostOf)).toBeLessThanOrEqual(used(plain));
  }
});

describe('a worker thread', () => {
  it('gives the same solution', async () => {
    const problem = fleet(60, 400, 4);
    expect(await solveInWorker(problem, { seed: 3 })).toEqual(await solve(problem, { seed: 3 }));
  });

  it('reports progress and can be cancelled', async () => {
    const phases = new Set<Progress['phase']>();
    const solution = await solveInWorker(fleet(400, 3000, 5), {
      signal: AbortSignal.abort(),
      onProgress: ({ phase }) => phases.add(phase),
    });
    expect(phases).toContain('compile');
    expect(['cancelled', 'complete']).toContain(solution.status);
  });
});

describe('cancelling', () => {
  const problem = fleet(400, 3000, 6);

  it('before the start places nothing', async () => {
    const { status, hostOf } = await solve(problem, { signal: AbortSignal.abort() });
    expect(status).toBe('cancelled');
    expect(hostOf.every((host) => host < 0)).toBe(true);
  });

  it('keeps what was placed, within every rule', async () => {
    const many = fleet(4000, 100_000, 7);
    const controller = new AbortController();
    const { status, hostOf } = await solve(many, {
      signal: controller.signal,
      onProgress: ({ placed }) => placed > 0 && controller.abort(),
    });
    expect(status).toBe('cancelled');
    const placed = hostOf.filter((host) => host >= 0).length;
    expect(placed).toBeGreaterThan(0);
    expect(placed).toBeLessThan(many.workloads.length);
    expect(hard(many, hostOf)).toEqual([]);
  });
});

describe('what is hardly a problem', () => {
  const empty: Problem = {
    formatVersion: '1.0',
    name: 'empty',
    dimensions: [],
    levels: [],
    hosts: [],
    workloads: [],
    groups: [],
    rules: [],
  };
  const workloads = [
    { id: 'a', demand: [] },
    { id: 'b', demand: [] },
  ];
  const host = { id: 'h', capacity: [], domains: [] };

  it.each([
    ['nothing at all', empty, []],
    ['no workloads', { ...empty, hosts: [host] }, []],
    ['no hosts', { ...empty, workloads }, [-1, -1]],
    ['no dimensions', { ...empty, workloads, hosts: [host] }, [0, 0]],
    ['a closed host', { ...empty, workloads, hosts: [{ ...host, closed: true }] }, [-1, -1]],
    [
      'demands without a capacity rule',
      {
        ...empty,
        dimensions: ['memMiB'],
        workloads: workloads.map((workload) => ({ ...workload, demand: [2_000_000_000] })),
        hosts: [{ ...host, capacity: [1] }],
      },
      [0, -1],
    ],
  ] satisfies [string, Problem, number[]][])('%s', async (_, problem, hostOf) => {
    expect(Array.from((await solve(problem)).hostOf)).toEqual(hostOf);
  });
});
