import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyStaged } from '../verify/verify-staged.ts';
import { solveStaged } from './solve-staged.ts';
import type { StagedActivity, StagedProject, StagedSchedule } from './staged-project.ts';

const demands = (...resources: number[]) =>
  fc.uniqueArray(fc.record({ resource: fc.constantFrom(...resources), amount: fc.integer({ min: 1, max: 4 }) }), {
    maxLength: 2,
    selector: ({ resource }) => resource,
  });

const modes = fc.array(
  fc.record(
    {
      work: fc.constantFrom(0, 5, 40, 200),
      rate: fc.integer({ min: 1, max: 8 }),
      drain: fc.constantFrom(0, 0.5),
      pattern: fc.constant(0),
      level: fc.constant(0),
      lead: demands(0, 1),
      hold: demands(0, 1),
      extra: fc.nat(4),
    },
    { requiredKeys: ['work', 'rate', 'drain', 'level', 'lead', 'hold', 'extra'] },
  ),
  { minLength: 1, maxLength: 3 },
);

const activities = fc
  .array(
    fc.record(
      {
        duration: fc.integer({ min: 1, max: 9 }),
        calendar: fc.nat(1),
        release: fc.nat(200),
        latestEnd: fc.integer({ min: 300, max: 1500 }),
        due: fc.integer({ min: 100, max: 900 }),
        firstPeriod: fc.nat(2),
        rank: fc.nat(1),
        risk: fc.nat(5),
        gap: fc.nat(20),
        before: fc.array(fc.record({ back: fc.integer({ min: 1, max: 5 }), lag: fc.nat(9), lead: fc.boolean() }), {
          maxLength: 2,
        }),
        demands: demands(2),
        crews: fc.uniqueArray(fc.constantFrom(3, 4), { maxLength: 2 }),
        take: fc.nat(3),
        give: fc.nat(3),
        modes,
      },
      { requiredKeys: ['duration', 'calendar', 'gap', 'before', 'demands', 'crews', 'modes'] },
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list.map(
      ({ before, take, give, ...activity }, i): StagedActivity => ({
        ...activity,
        id: `a${i}`,
        modes: activity.modes.map((mode, level) => ({ ...mode, level })),
        predecessors: before
          .filter(({ back }) => back <= i)
          .map(({ back, lag, lead }) => ({ activity: i - back, lag, before: lead ? 'lead' : 'activity' })),
        ...(take ? { takes: [{ resource: 5, amount: take }] } : {}),
        ...(give ? { gives: [{ resource: 5, amount: give, lag: 3 }] } : {}),
        budgets: [1],
      }),
    ),
  );

const projects: fc.Arbitrary<StagedProject> = activities.map((list) => ({
  horizon: 2000,
  resources: [
    { id: 'line', capacity: 6 },
    { id: 'copies', capacity: 4 },
    {
      id: 'wide',
      capacity: 5,
      changes: [
        { from: 300, capacity: 0 },
        { from: 500, capacity: 8 },
      ],
    },
    { id: 'red', capacity: 1 },
    {
      id: 'blue',
      capacity: 1,
      changes: [
        { from: 100, capacity: 0 },
        { from: 700, capacity: 2 },
      ],
    },
    { id: 'room', capacity: 4 },
  ],
  patterns: [Array.from({ length: 40 }, (_, i) => ({ from: i * 50, speed: i % 2 === 0 ? 1 : 0.2 }))],
  calendars: [
    Array.from({ length: 20 }, (_, i) => ({ from: i * 100 + 60, to: i * 100 + 90, period: Math.floor(i / 2) })),
    Array.from({ length: 10 }, (_, i) => ({ from: i * 200, to: i * 200 + 120, period: i })),
  ],
  periods: 10,
  limits: [3],
  blind: [{ from: 150, to: 170 }],
  activities: list,
  ties: list.slice(1).map((_, i) => ({ a: i, b: i + 1, weight: 1 + (i % 3) })),
  levels: ['misses', 'exposure', 'makespan', 'risk', 'crossPeriods'],
}));

const solve = (project: StagedProject, budget = 400): StagedSchedule => {
  const order = project.activities.map((_, a) => a);
  const levels = project.activities.map(() => 0);
  return solveStaged(project, { budget, offers: [false, true].map((late) => ({ order, levels, late })) });
};

describe('solveStaged', () => {
  it('never breaks a rule of the project, by a check of its own', () => {
    fc.assert(
      fc.property(projects, (project) => {
        expect(verifyStaged(project, solve(project))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same schedule for the same seed, and never a worse one for more work', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const short = solve(project);
        expect(solve(structuredClone(project))).toEqual(short);
        const long = solve(project, 4000);
        const i = long.costs.findIndex((cost, level) => cost !== short.costs[level]);
        if (i >= 0) expect(long.costs[i]).toBeLessThan(short.costs[i]!);
      }),
      { numRuns: 60 },
    );
  });

  it('never moves what is fixed', () => {
    fc.assert(
      fc.property(projects, fc.nat(11), (project, which) => {
        const first = solve(project);
        const a = which % project.activities.length;
        const slot = first.slots[a];
        fc.pre(slot !== null && slot !== undefined);
        const lead = { mode: slot!.mode, start: slot!.leadStart, crew: slot!.crew };
        const fixed = project.activities.map((activity, i) =>
          i === a
            ? { ...activity, fixed: { start: slot!.start, lead } }
            : { ...activity, duration: activity.duration + 1 },
        );
        const { start, leadStart, crew } = solve({ ...project, activities: fixed }).slots[a]!;
        expect({ start, leadStart, crew }).toEqual({
          start: slot!.start,
          leadStart: slot!.leadStart,
          crew: slot!.crew,
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('verifyStaged', () => {
  const base: StagedProject = {
    horizon: 500,
    resources: [
      { id: 'line', capacity: 4 },
      { id: 'crew', capacity: 1 },
      { id: 'room', capacity: 1 },
    ],
    patterns: [],
    calendars: [
      [
        { from: 50, to: 100, period: 0 },
        { from: 200, to: 300, period: 1 },
      ],
    ],
    periods: 2,
    limits: [1],
    blind: [{ from: 20, to: 25 }],
    activities: ['a', 'b'].map((id, i) => ({
      id,
      duration: 10,
      calendar: 0,
      gap: 5,
      rank: i,
      release: 60,
      latestEnd: 260,
      predecessors: i === 0 ? [] : [{ activity: 0, lag: 0, before: 'activity' as const }],
      demands: [],
      crews: [1],
      budgets: [1],
      takes: [{ resource: 2, amount: 1 }],
      gives: [{ resource: 2, amount: 1, lag: 0 }],
      modes: [
        {
          work: 40,
          rate: 4,
          drain: 0,
          level: 0,
          lead: [{ resource: 0, amount: 4 }],
          hold: [{ resource: 0, amount: 1 }],
          extra: 0,
        },
      ],
    })),
    ties: [{ a: 0, b: 1, weight: 2 }],
    levels: ['exposure'],
  };
  const good = solve(base);
  const broken = (a: number, change: object): StagedSchedule => ({
    ...good,
    slots: good.slots.map((slot, i) => (i === a ? { ...slot!, ...change } : slot)),
  });

  it('has nothing against the schedule as made', () => {
    expect(good.slots.every((slot) => slot !== null)).toBe(true);
    expect(verifyStaged(base, good)).toEqual([]);
  });

  const [a, b] = good.slots.map((slot) => slot!);
  it.each([
    ['lead', 0, { leadStart: a!.leadEnd - 9 }],
    ['gap', 0, { leadStart: a!.start - 12, leadEnd: a!.start - 2 }],
    ['hidden', 0, { leadStart: 12, leadEnd: 22 }],
    ['precedence', 1, { start: a!.start, end: a!.end }],
    ['release', 0, { start: 55, end: 65 }],
    ['latest-end', 1, { start: 280, end: 290 }],
    ['window', 1, { start: 150, end: 160 }],
    ['rank', 1, { start: 80, end: 90, period: 0 }],
    ['limit', 1, { start: 80, end: 90, period: 0 }],
    ['crew', 1, { crew: -1 }],
    ['capacity', 1, { leadStart: a!.leadStart, leadEnd: a!.leadEnd }],
    ['cost', 1, { start: b!.start + 1, end: b!.end + 1 }],
  ])('finds a breach of %s', (kind, which, change) => {
    expect(verifyStaged(base, broken(which, change)).map((violation) => violation.kind)).toContain(kind);
  });

  it('finds what is fixed elsewhere', () => {
    const activities = base.activities.map((activity) => ({ ...activity, fixed: { start: 61 } }));
    expect(verifyStaged({ ...base, activities }, good).map(({ kind }) => kind)).toContain('fixed');
  });
});
