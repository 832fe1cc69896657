import type { RuleContext } from '../rule.ts';

/** Members of one group; none where the problem has no such group. */
export function membersOf(context: RuleContext, group: string): ArrayLike<number> {
  const index = context.groupIndex.get(group);
  return index === undefined ? [] : context.problem.groups[index]!.members;
}

/** Members of any of the groups, each once, ascending. */
export function unionOfMembers(context: RuleContext, groups: readonly string[]): ArrayLike<number> {
  if (groups.length === 1) return membersOf(context, groups[0]!);
  const lists = groups.map((group) => membersOf(context, group));
  const all = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  all.sort();
  return all.filter((member, position) => position === 0 || member !== all[position - 1]);
}

/** Which of the named groups a workload is in, in the order of the problem's groups. */
export function createMembership(context: RuleContext, groups: readonly string[]): (workload: number) => number[] {
  const wanted = new Set(groups.map((group) => context.groupIndex.get(group)));
  return (workload) => {
    const found: number[] = [];
    for (const group of context.groupsOf(workload)) if (wanted.has(group)) found.push(group);
    return found;
  };
}

/** Members of each group, a workload in several of them counted in the first; groups that are left empty stay. */
export function disjointMembers(context: RuleContext, groups: readonly string[]): Int32Array[] {
  const taken = new Set<number>();
  return groups.map((group) =>
    Int32Array.from(
      Array.from(membersOf(context, group)).filter((workload) => !taken.has(workload) && taken.add(workload)),
    ),
  );
}
