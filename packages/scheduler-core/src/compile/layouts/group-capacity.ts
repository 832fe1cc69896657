import { bitWords, packBits } from '../eligibility.ts';
import type { GroupCapacityTerm } from '../term.ts';
import type { TermLayout } from './layout.ts';

export const groupCapacity: TermLayout<GroupCapacityTerm> = {
  detail: ({ dimension }) => dimension,
  words: ({ dimension, inside }) => [dimension, inside ? 0 : 1],
  draft({ dimension, inside, limit, members }, { context, everyone, noWorse, shapes, takeConstants, takeTable }) {
    const { length } = context.problem.dimensions;
    const asking = (members ? Int32Array.from(members) : everyone).filter(
      (w) => shapes.demands[shapes.shapeOf[w]! * length + dimension]! > 0,
    );
    const words = new Int32Array(2 + (inside ? bitWords(inside.length) : 0));
    words.set(new Int32Array(Float64Array.of(limit).buffer));
    if (inside) packBits(inside, words.subarray(2), 0);
    return {
      members: asking,
      table: takeTable(2),
      extra: takeConstants(words.length, words),
      ...(noWorse && { slack: takeConstants(2) }),
    };
  },
};
