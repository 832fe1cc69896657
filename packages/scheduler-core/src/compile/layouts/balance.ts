import type { BalanceTerm } from '../term.ts';
import type { TermLayout } from './layout.ts';

export const balance: TermLayout<BalanceTerm> = {
  words: ({ dimensionA, dimensionB, target }) => [dimensionA, dimensionB, target],
  draft({ dimensionA, dimensionB, target }, { context, everyone, shapes, takeConstants }) {
    const { hosts, dimensions } = context.problem;
    const base = Float64Array.from(hosts, ({ capacity }) => target * capacity[dimensionA]! - capacity[dimensionB]!);
    const asks = (w: number, dimension: number) =>
      shapes.demands[shapes.shapeOf[w]! * dimensions.length + dimension]! > 0;
    return {
      members: everyone.filter((w) => asks(w, dimensionA) || asks(w, dimensionB)),
      extra: takeConstants(hosts.length * 2, new Int32Array(base.buffer)),
    };
  },
};
