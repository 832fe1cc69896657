import type { ActivationTerm } from '../term.ts';
import type { TermLayout } from './layout.ts';

export const activation: TermLayout<ActivationTerm> = {
  draft({ prices }, { everyone, noWorse, takeConstants, takeTable }) {
    return {
      members: everyone,
      table: takeTable(prices.length),
      extra: takeConstants(prices.length, prices),
      ...(noWorse && { slack: takeConstants(prices.length) }),
    };
  },
};
