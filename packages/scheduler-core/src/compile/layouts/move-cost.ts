import type { MoveCostTerm } from '../term.ts';
import type { TermLayout } from './layout.ts';

export const moveCost: TermLayout<MoveCostTerm> = {
  draft: ({ members, prices }) => ({ members, parties: prices }),
};
