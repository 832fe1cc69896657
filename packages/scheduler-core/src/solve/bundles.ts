import type { Model } from '../compile/compile.ts';
import type { DependencyTerm, Term } from '../compile/term.ts';
import { mutual } from './mutual.ts';

/** Workloads that one term binds together at a level (-1: the host). */
export interface Binding {
  readonly topology: number;
  readonly members: ArrayLike<number>;
  readonly minPerDomain?: number;
  readonly maxDomains?: number;
}

/**
 * Workloads that must be placed as a whole: a hard rule holds their group in few domains, or wants several in each
 * domain that it uses, or their groups need each other. Groups that share a member are one bundle.
 */
export interface Bundle {
  /** Largest first. */
  readonly members: Int32Array;
  /** Rank of the highest priority among them. */
  readonly priority: number;
  readonly size: number;
  /** What makes it one. */
  readonly bindings: readonly Binding[];
  /** Whether none of them can be the first: the rules hold again once all are placed. */
  readonly mutual: boolean;
}

/** Large bundles first. `sizeOf`: size of each workload. */
export function findBundles({ terms, priorityOf, sizes }: Model, sizeOf: (workload: number) => number): Bundle[] {
  const needing = terms.filter((term): term is DependencyTerm => term.term === 'dependency' && term.mode !== 'soft');
  const cycles = new Set(needing.flatMap(mutualGroups));
  const binding: readonly Binding[] = [...terms.filter(isBinding), ...cycles];
  if (binding.length === 0) return [];
  const root = Int32Array.from({ length: sizes.workloads }, (_, w) => w);
  const find = (w: number): number => {
    let at = w;
    while (root[at] !== at) {
      root[at] = root[root[at]!]!;
      at = root[at]!;
    }
    return at;
  };
  for (const { members } of binding) {
    for (let at = 1; at < members.length; at++) root[find(members[at]!)] = find(members[0]!);
  }
  const parts = new Map<number, { members: Set<number>; bindings: Binding[] }>();
  for (const term of binding) {
    const key = find(term.members[0]!);
    const part = parts.get(key) ?? { members: new Set(), bindings: [] };
    parts.set(key, part);
    part.bindings.push(term);
    for (let at = 0; at < term.members.length; at++) part.members.add(term.members[at]!);
  }
  return [...parts.values()]
    .map(({ members, bindings }) => ({
      members: Int32Array.from(members).sort((a, b) => sizeOf(b) - sizeOf(a) || a - b),
      priority: Math.max(...Array.from(members, (w) => priorityOf[w]!)),
      size: Array.from(members).reduce((sum, w) => sum + sizeOf(w), 0),
      bindings,
      mutual: bindings.some((own) => cycles.has(own)),
    }))
    .sort((a, b) => b.priority - a.priority || b.size - a.size || a.members[0]! - b.members[0]!);
}

function isBinding(term: Term): term is Term & Binding {
  return (
    term.term === 'domainCount' &&
    term.mode !== 'soft' &&
    term.members.length > 1 &&
    (term.maxDomains !== undefined || (term.minPerDomain ?? 1) > 1)
  );
}

/** The members of each set of groups that need each other. */
function mutualGroups({ topology, groups, needs }: DependencyTerm): Binding[] {
  return mutual(needs)
    .map((cycle) => [...new Set(cycle.flatMap((group) => Array.from(groups[group]!)))].sort((a, b) => a - b))
    .filter(({ length }) => length > 1)
    .map((members) => ({ topology, members }));
}
