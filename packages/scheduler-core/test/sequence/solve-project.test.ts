import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflated } from '../../pkg/yunqian_sequence_debug_inline.js';
import { lazyModule } from '../../src/kernel/lazy-module.ts';
import { checkProject } from '../../src/sequence/check-project.ts';
import { loadRelease } from '../../src/sequence/loader.ts';
import { lowerBound } from '../../src/sequence/lower-bound.ts';
import type { Project } from '../../src/sequence/project.ts';
import { solveProjectWith } from '../../src/sequence/solve-project.ts';
import { verifySchedule } from '../../src/sequence/verify/verify-schedule.ts';
import { exhaustiveOptimum } from './optimum.ts';
import { randomProject } from './random-project.ts';

const loadDebug = lazyModule(deflated);
const BUILDS = [
  ['release', loadRelease],
  ['debug', loadDebug],
] as const;

/** Breaches other than activities without a start, which is a result: only a fixed one may follow such a one. */
const broken = (project: Project, startOf: ArrayLike<number>) =>
  verifySchedule(project, { startOf }).filter(
    ({ kind, activities: [before, after] }) =>
      kind !== 'missing' &&
      !(kind === 'precedence' && startOf[before!] === -1 && project.activities[after!]!.fixedStart !== undefined),
  );

const stuck = (project: Project): boolean => checkProject(project).length > 0;

describe.each(BUILDS)('%s kernel', (_, load) => {
  it.each([false, true])('breaks nothing, and ends no earlier than the bound (dates: %s)', async (dated) => {
    await fc.assert(
      fc.asyncProperty(randomProject({ maxActivities: 25, dated }), fc.integer(), async (project, seed) => {
        fc.pre(!stuck(project));
        const {
          schedule,
          makespan,
          lowerBound: bound,
          unscheduled,
          status,
        } = await solveProjectWith(load, project, {
          seed,
          budget: project.activities.length * 200,
        });
        expect(broken(project, schedule.startOf)).toEqual([]);
        expect(verifySchedule(project, schedule).filter(({ kind }) => kind === 'missing')).toHaveLength(unscheduled);
        if (!dated) expect(unscheduled).toBe(0);
        if (unscheduled === 0) expect(bound).toBeLessThanOrEqual(makespan);
        expect(status).toBe(unscheduled > 0 ? 'partial' : bound === makespan ? 'optimal' : 'feasible');
        const ends = project.activities.map(({ duration }, a) =>
          schedule.startOf[a]! < 0 ? 0 : schedule.startOf[a]! + duration,
        );
        expect(makespan).toBe(Math.max(...ends));
      }),
      { numRuns: 300 },
    );
  });

  it.each([false, true])('finds the optimum of tiny projects (dates: %s)', async (dated) => {
    await fc.assert(
      fc.asyncProperty(randomProject({ maxActivities: 4, dated }), async (project) => {
        fc.pre(!stuck(project));
        const { makespan, unscheduled } = await solveProjectWith(load, project, { budget: 40_000 });
        const optimum = exhaustiveOptimum(project, 40);
        if (optimum === undefined) expect(unscheduled).toBeGreaterThan(0);
        else expect([unscheduled, makespan]).toEqual([0, optimum]);
      }),
      { numRuns: 100 },
    );
  });
});

it('gives the same starts for the same seed and budget, in both builds and however it is sliced', async () => {
  await fc.assert(
    fc.asyncProperty(randomProject({ maxActivities: 30, dated: false }), fc.integer(), async (project, seed) => {
      const budget = project.activities.length * 400;
      const once = await solveProjectWith(loadRelease, project, { seed, budget });
      expect(await solveProjectWith(loadRelease, project, { seed, budget })).toEqual(once);
      expect(await solveProjectWith(loadDebug, project, { seed, budget })).toEqual(once);
    }),
    { numRuns: 40 },
  );
});

it('a bound never falls when a capacity is cut', () => {
  fc.assert(
    fc.property(randomProject({ maxActivities: 12, dated: false }), (project) => {
      const cut = {
        ...project,
        resources: project.resources.map((resource, r) => ({
          ...resource,
          capacity: Math.max(resource.capacity - 1, ...project.activities.map(({ demands }) => demands[r]!)),
        })),
      };
      expect(lowerBound(cut)).toBeGreaterThanOrEqual(lowerBound(project));
    }),
    { numRuns: 300 },
  );
});

it('a cancelled search gives the best so far', async () => {
  const resources = [{ id: 'team', capacity: 2 }];
  const activities = Array.from({ length: 9 }, (_, a) => ({
    id: String(a),
    duration: 3 + (a % 4),
    demands: [1 + (a % 2)],
    predecessors: a > 6 ? [a - 1] : [],
  }));
  const controller = new AbortController();
  controller.abort();
  const project = { resources, activities };
  const bound = lowerBound(project);
  const result = await solveProjectWith(loadRelease, project, { signal: controller.signal, budget: 1e9 });
  expect(result.status).toBe(result.makespan === bound ? 'optimal' : 'cancelled');
  expect(verifySchedule(project, result.schedule)).toEqual([]);
});
