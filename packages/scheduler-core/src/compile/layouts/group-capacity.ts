import { bitWords, packBits } from '../eligibility.ts';
import type { GroupCapacityTerm } from '../term.ts';
import type { TermLayout } from './layout.ts';

export const groupCapacity: TermLayout<GroupCapacityTerm> = {
  detail: ({ dimension }) => dimension,
  words: ({ dimension, limit }) => [dimension, limit],
  draft({ dimension, inside, members }, { context, everyone, noWorse, shapes, takeConstants, takeTable }) {
    const { length } = context.problem.dimensions;
    const asking = (members ? Int32Array.from(members) : everyone).filter(
      (w) => shapes.demands[shapes.shapeOf[w]! * length + dimension]! > 0,
    );
    const bits = inside && new Int32Array(bitWords(inside.length));
    if (bits) packBits(inside, bits, 0);
    return {
      members: asking,
      table: takeTable(2),
      ...(bits && { extra: takeConstants(bits.length, bits) }),
      ...(noWorse && { slack: takeConstants(2) }),
    };
  },
};
