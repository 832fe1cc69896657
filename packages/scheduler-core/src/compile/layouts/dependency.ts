import type { DependencyTerm } from '../term.ts';
import { type Drafting, placesOf, type TermLayout, tableSize } from './layout.ts';

/** Words of a group in the graph of assembly/terms/dependency.ts. */
const GROUP_WORDS = 5;

export const dependency: TermLayout<DependencyTerm> = {
  words: ({ groups }) => [0, groups.length],
  floor: () => true,
  draft(term, drafting) {
    const { groups, needs } = term;
    const words: number[] = new Array<number>(groups.length * GROUP_WORDS).fill(0);
    const addList = (list: readonly number[], length = list.length): number => {
      const offset = words.push(length) - 1;
      for (const word of list) words.push(word);
      return offset;
    };
    const { tables, tableWords, slackWords } = sizeTables(term, drafting);
    const neededBy = groups.map((): number[] => []);
    needs.forEach((list, group) => {
      list.forEach((needed, position) => {
        neededBy[needed]!.push(group, position);
      });
    });
    tables.forEach(({ at, mask, slack }, group) => {
      const record = [
        at * 4,
        mask,
        addList(needs[group]!),
        addList(neededBy[group]!, neededBy[group]!.length / 2),
        slack * 4,
      ];
      record.forEach((word, offset) => {
        words[group * GROUP_WORDS + offset] = word;
      });
    });
    const { members, parties } = partiesOf(term, drafting.everyone.length, addList);
    const graph = Int32Array.from(words);
    return {
      members,
      parties,
      table: drafting.takeTable(tableWords),
      extra: drafting.takeConstants(graph.length, graph),
      ...(drafting.noWorse && { slack: drafting.takeConstants(slackWords) }),
    };
  },
};

/** Where the count table of each group and its allowances lie, in words from the first. */
function sizeTables(term: DependencyTerm, { domainsOf }: Drafting) {
  let tableWords = 0;
  let slackWords = 0;
  const tables = term.groups.map(({ length }, group) => {
    const { words, mask } = tableSize(domainsOf(term.topology), length * placesOf(term));
    const table = { at: tableWords, mask, slack: slackWords };
    tableWords += words;
    slackWords += words * term.needs[group]!.length;
    return table;
  });
  return { tables, tableWords, slackWords };
}

/** Every member once; its party is the list of its groups, which alike workloads share. */
function partiesOf({ groups }: DependencyTerm, workloads: number, addList: (list: readonly number[]) => number) {
  const groupsOf: number[][] = [];
  groups.forEach((members, group) => {
    for (let at = 0; at < members.length; at++) {
      const own = groupsOf[members[at]!];
      if (own) own.push(group);
      else groupsOf[members[at]!] = [group];
    }
  });
  const known = new Map<string, number>();
  const members: number[] = [];
  const parties: number[] = [];
  for (let w = 0; w < workloads; w++) {
    const own = groupsOf[w];
    if (!own) continue;
    const key = own.join();
    const party = known.get(key) ?? addList(own);
    known.set(key, party);
    members.push(w);
    parties.push(party);
  }
  return { members, parties };
}
