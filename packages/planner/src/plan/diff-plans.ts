import type { Plan } from './schema.ts';

export interface PlanDiff {
  readonly moved: readonly { readonly workload: string; readonly from: string; readonly to: string }[];
  /** On a host in the second plan only. */
  readonly placed: readonly { readonly workload: string; readonly to: string }[];
  /** On a host in the first plan only. */
  readonly lost: readonly { readonly workload: string; readonly from: string }[];
  readonly hostsUsed: readonly [number, number];
}

/** What changed between two plans, in the order of their placements. */
export function diffPlans(before: Plan, after: Plan): PlanDiff {
  const was = new Map(before.placements.map(({ workload, host }) => [workload, host]));
  const is = new Map(after.placements.map(({ workload, host }) => [workload, host]));
  const moved: { workload: string; from: string; to: string }[] = [];
  const placed: { workload: string; to: string }[] = [];
  for (const [workload, to] of is) {
    const from = was.get(workload);
    if (from === undefined) placed.push({ workload, to });
    else if (from !== to) moved.push({ workload, from, to });
  }
  const lost = [...was].filter(([workload]) => !is.has(workload)).map(([workload, from]) => ({ workload, from }));
  return { moved, placed, lost, hostsUsed: [before.summary.hostsUsed, after.summary.hostsUsed] };
}
