import type { Problem, RuleSpec } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { trouble } from './lowered.ts';

/** Hard rules that cannot hold for all members of a group, told by counting alone: too few domains, apart and together. */
export function checkContradictions(problem: Problem): Diagnostic[] {
  const domainCount = (topology: string): number => {
    const level = problem.levels.indexOf(topology);
    if (level < 0) return problem.hosts.length;
    return new Set(problem.hosts.map(({ domains }) => domains[level]).filter((id) => id !== '')).size;
  };
  const sizeOf = new Map(problem.groups.map(({ id, members }) => [id, members.length]));
  const diagnostics: Diagnostic[] = [];
  for (const rule of problem.rules) {
    if ((rule.mode ?? 'hard') !== 'hard') continue;
    const room = roomFor(rule, domainCount);
    if (room === null) continue;
    // One report a rule, for its largest group.
    const [largest] = room.groups.map((id) => ({ id, size: sizeOf.get(id) ?? 0 })).sort((a, b) => b.size - a.size);
    if (largest !== undefined && largest.size > room.members) {
      const params = {
        rule: rule.id,
        group: largest.id,
        size: largest.size,
        room: room.members,
        topology: room.topology,
      };
      diagnostics.push(trouble('YQ2010', 'warning', 'policy', '', params));
    }
  }
  return [...diagnostics, ...apartAndTogether(problem)];
}

/** How many members of a group the rule admits at most. */
function roomFor(
  rule: RuleSpec,
  domainCount: (topology: string) => number,
): { members: number; topology: string; groups: readonly string[] } | null {
  if (rule.kind === 'separate')
    return { members: domainCount(rule.topology), topology: rule.topology, groups: rule.groups };
  if (rule.kind === 'spread' && rule.maxPerDomain !== undefined) {
    return { members: rule.maxPerDomain * domainCount(rule.topology), topology: rule.topology, groups: rule.groups };
  }
  return null;
}

/** Workloads that one rule keeps in fewer domains than another needs to keep them apart. */
function apartAndTogether(problem: Problem): Diagnostic[] {
  const hard = problem.rules.filter(({ mode = 'hard' }) => mode === 'hard');
  const membersOf = new Map(problem.groups.map(({ id, members }) => [id, members]));
  const diagnostics: Diagnostic[] = [];
  for (const apart of hard) {
    if (apart.kind !== 'separate') continue;
    const groupsOf = new Map<number, string[]>();
    for (const id of apart.groups) {
      for (const member of Array.from(membersOf.get(id) ?? []))
        groupsOf.set(member, [...(groupsOf.get(member) ?? []), id]);
    }
    for (const together of hard) {
      if (together.kind !== 'colocate' || together.topology !== apart.topology) continue;
      for (const id of together.groups) {
        const met = new Map<string, number>();
        for (const member of Array.from(membersOf.get(id) ?? [])) {
          for (const group of groupsOf.get(member) ?? []) met.set(group, (met.get(group) ?? 0) + 1);
        }
        const most = Math.max(0, ...met.values());
        if (most <= (together.maxDomains ?? 1)) continue;
        const params = {
          rule: apart.id,
          other: together.id,
          count: most,
          topology: apart.topology,
          domains: together.maxDomains ?? 1,
          group: id,
        };
        diagnostics.push(trouble('YQ2011', 'warning', 'policy', '', params));
        break;
      }
    }
  }
  return diagnostics;
}
