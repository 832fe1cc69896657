import type { ExclusiveTerm } from '../term.ts';
import { placesOf, type TermLayout, tableSize } from './layout.ts';

export const exclusive: TermLayout<ExclusiveTerm> = {
  words: ({ owners }) => [0, 0, 0, 0, 0, 0, owners.length + 1],
  draft(term, { domainsOf, everyone, noWorse, takeConstants, takeTable }) {
    const domains = domainsOf(term.topology);
    const { words, mask } = tableSize(domains * (term.owners.length + 1), everyone.length * placesOf(term));
    const slack = noWorse ? { slack: takeConstants(domains) } : {};
    const extra = takeTable(domains * 2);
    const parties = partiesOf(term, everyone.length);
    return { members: everyone, parties, ...slack, extra, table: takeTable(words), mask };
  },
};

function partiesOf({ owners }: ExclusiveTerm, workloads: number): Int32Array {
  const partyOf = new Int32Array(workloads);
  owners.forEach((members, owner) => {
    for (let at = 0; at < members.length; at++) partyOf[members[at]!] = owner + 1;
  });
  return partyOf;
}
