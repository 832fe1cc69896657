import type { MoveGroupMaxTerm } from '../term.ts';
import type { TermLayout } from './layout.ts';

export const moveGroupMax: TermLayout<MoveGroupMaxTerm> = {
  words: ({ limit }) => [0, limit],
  draft({ groups }, { takeTable }) {
    const most = groups.reduce((max, { length }) => Math.max(max, length), 0);
    return {
      members: groups.flatMap((members) => Array.from(members)),
      parties: groups.flatMap(({ length }, group) => new Array<number>(length).fill(group)),
      table: takeTable(groups.length),
      extra: takeTable(most + 1),
    };
  },
};
