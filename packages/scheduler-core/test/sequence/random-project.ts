import fc from 'fast-check';
import type { Activity, Project } from '../../src/sequence/project.ts';

export interface ProjectShape {
  readonly maxActivities: number;
  /** Releases, windows and fixed starts as well. */
  readonly dated: boolean;
}

/** Projects in which each activity alone is possible; together they may not be, where starts are windowed or fixed. */
export function randomProject({ maxActivities, dated }: ProjectShape): fc.Arbitrary<Project> {
  const capacities = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 });
  return capacities.chain((capacity) =>
    fc
      .array(randomActivity(capacity, dated), { minLength: 1, maxLength: maxActivities })
      .map((activities) => ({
        resources: capacity.map((amount, r) => ({ id: `r${r}`, capacity: amount })),
        activities: activities.map((activity, a) => ({ ...activity, id: `a${a}`, predecessors: before(activity, a) })),
      }))
      .map(fixOne(dated)),
  );
}

type Draft = Omit<Activity, 'id'>;

function randomActivity(capacity: readonly number[], dated: boolean): fc.Arbitrary<Draft> {
  const windows = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(5)), { minLength: 1, maxLength: 3 })
    .map((steps) => {
      let end = -1;
      return steps.map(([gap, length]) => {
        const from = end + gap;
        end = from + length;
        return { from, to: end };
      });
    });
  return fc
    .record(
      {
        duration: fc.nat(5),
        demands: fc.tuple(...capacity.map((amount) => fc.nat(amount))),
        predecessors: fc.array(fc.nat(1000), { maxLength: 3 }),
        ...(dated ? { release: fc.nat(8), windows } : {}),
      },
      { requiredKeys: ['duration', 'demands', 'predecessors'] },
    )
    .map((draft) => draft as Draft);
}

/** Any earlier activities: no cycle can arise. */
function before({ predecessors }: Draft, a: number): number[] {
  return a === 0 ? [] : [...new Set(predecessors.map((any) => any % a))];
}

/** Fixes the start of the middle activity where no other one is. */
function fixOne(dated: boolean) {
  return (project: Project): Project => {
    const middle = Math.floor(project.activities.length / 2);
    if (!dated || project.activities[middle]!.duration % 2 === 0) return project;
    return {
      ...project,
      activities: project.activities.map((activity, a) => (a === middle ? { ...activity, fixedStart: 7 } : activity)),
    };
  };
}
