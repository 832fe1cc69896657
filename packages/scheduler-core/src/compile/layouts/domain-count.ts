import type { DomainCountTerm } from '../term.ts';
import { placesOf, type TermLayout, tableSize } from './layout.ts';

const UNLIMITED = 2147483647;

export const domainCount: TermLayout<DomainCountTerm> = {
  detail: limitIndex,
  words: ({ maxPerDomain, minPerDomain, maxSkew, minDomains, maxDomains }) => [
    0,
    maxPerDomain ?? UNLIMITED,
    minPerDomain ?? 0,
    maxSkew ?? UNLIMITED,
    minDomains ?? 0,
    maxDomains ?? UNLIMITED,
  ],
  floor: ({ minPerDomain = 0, maxSkew, minDomains = 0 }) => minPerDomain > 0 || maxSkew !== undefined || minDomains > 0,
  draft(term, { domainsOf, noWorse, takeConstants, takeTable }) {
    const { words, mask } = tableSize(domainsOf(term.topology), term.members.length * placesOf(term));
    return {
      members: term.members,
      ...(term.maxSkew !== undefined && { extra: takeTable(term.members.length + 3) }),
      table: takeTable(words),
      mask,
      ...(noWorse && { slack: takeConstants(words), groupSlack: takeConstants(4) }),
    };
  },
};

/** Which limit the term holds: it has exactly one. */
function limitIndex(term: DomainCountTerm): number {
  if (term.maxPerDomain !== undefined) return 0;
  if (term.minPerDomain !== undefined) return 1;
  if (term.maxSkew !== undefined) return 2;
  return term.minDomains !== undefined ? 3 : 4;
}
