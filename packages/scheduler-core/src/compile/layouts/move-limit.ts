import type { MoveLimitTerm } from '../term.ts';
import type { TermLayout } from './layout.ts';

export const moveLimit: TermLayout<MoveLimitTerm> = {
  words: ({ limit }) => [0, limit],
  draft: ({ members }) => ({ members }),
};
