import type { Model } from '../compile/compile.ts';
import type { DomainCountTerm } from '../compile/term.ts';

/**
 * Workloads that must be placed as a whole: a hard rule holds their group in few domains, or wants several in each
 * domain that it uses. Groups that share a member are one bundle.
 */
export interface Bundle {
  /** Largest first. */
  readonly members: Int32Array;
  /** Rank of the highest priority among them. */
  readonly priority: number;
  readonly size: number;
  /** The terms that make it one. */
  readonly terms: readonly DomainCountTerm[];
}

/** Large bundles first. `sizeOf`: size of each workload. */
export function findBundles({ terms, priorityOf, sizes }: Model, sizeOf: (workload: number) => number): Bundle[] {
  const binding = terms.filter(
    (term): term is DomainCountTerm =>
      term.term === 'domainCount' &&
      term.mode !== 'soft' &&
      term.members.length > 1 &&
      (term.maxDomains !== undefined || (term.minPerDomain ?? 1) > 1),
  );
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
  const parts = new Map<number, { members: Set<number>; terms: DomainCountTerm[] }>();
  for (const term of binding) {
    const key = find(term.members[0]!);
    const part = parts.get(key) ?? { members: new Set(), terms: [] };
    parts.set(key, part);
    part.terms.push(term);
    for (let at = 0; at < term.members.length; at++) part.members.add(term.members[at]!);
  }
  return [...parts.values()]
    .map(({ members, terms: own }) => ({
      members: Int32Array.from(members).sort((a, b) => sizeOf(b) - sizeOf(a) || a - b),
      priority: Math.max(...Array.from(members, (w) => priorityOf[w]!)),
      size: Array.from(members).reduce((sum, w) => sum + sizeOf(w), 0),
      terms: own,
    }))
    .sort((a, b) => b.priority - a.priority || b.size - a.size || a.members[0]! - b.members[0]!);
}
