import type { PlacementView, RuleContext } from '../rule.ts';
import { unionOfMembers } from './members.ts';

/** Workloads of the groups (default: all) that were somewhere at the start, ascending. */
export function movable(context: RuleContext, groups: readonly string[] | undefined): Int32Array {
  const all = groups ? Int32Array.from(unionOfMembers(context, groups)) : Int32Array.from(context.initialHostOf.keys());
  return all.filter((workload) => context.initialHostOf[workload]! >= 0);
}

/** Whether a workload with an initial host would have moved if it stood on `host` (-1: it counts nowhere). */
export function isMove({ initialHostOf }: RuleContext, workload: number, host: number): boolean {
  return host >= 0 && initialHostOf[workload]! >= 0 && host !== initialHostOf[workload];
}

/** Those of the workloads that have moved. */
export function movedOf(view: PlacementView, workloads: Int32Array): Int32Array {
  return workloads.filter((workload) => isMove(view, workload, view.hostOf[workload]!));
}
