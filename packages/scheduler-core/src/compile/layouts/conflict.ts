import type { ConflictTerm } from '../term.ts';
import { placesOf, type TermLayout, tableSize } from './layout.ts';

export const conflict: TermLayout<ConflictTerm> = {
  draft(term, { domainsOf, noWorse, takeConstants, takeTable }) {
    const counted = (term.membersA.length + term.membersB.length) * placesOf(term);
    const { words, mask } = tableSize(domainsOf(term.topology) * 2, counted);
    const slack = noWorse ? { slack: takeConstants(words) } : {};
    return { ...bothGroups(term), ...slack, table: takeTable(words), mask };
  },
};

/** Members of A are party 1, of B 2, of both 3. */
function bothGroups({ membersA, membersB }: ConflictTerm): { members: Int32Array; parties: Int32Array } {
  const party = new Map<number, number>();
  for (const w of Array.from(membersA)) party.set(w, 1);
  for (const w of Array.from(membersB)) party.set(w, (party.get(w) ?? 0) | 2);
  return { members: Int32Array.from(party.keys()), parties: Int32Array.from(party.values()) };
}
