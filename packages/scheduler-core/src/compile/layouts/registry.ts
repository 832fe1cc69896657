import type { CapacityTerm, Term } from '../term.ts';
import { activation } from './activation.ts';
import { balance } from './balance.ts';
import { card } from './card.ts';
import { conflict } from './conflict.ts';
import { dependency } from './dependency.ts';
import { domainCapacity } from './domain-capacity.ts';
import { domainCount } from './domain-count.ts';
import { eligibility } from './eligibility.ts';
import { exclusive } from './exclusive.ts';
import { groupCapacity } from './group-capacity.ts';
import type { TermLayout } from './layout.ts';
import { moveCost } from './move-cost.ts';
import { moveDistance } from './move-distance.ts';
import { moveGroupMax } from './move-group-max.ts';
import { moveLimit } from './move-limit.ts';
import { traffic } from './traffic.ts';

export type LinkedTerm = Exclude<Term, CapacityTerm>;
type Layouts = { readonly [K in LinkedTerm['term']]: TermLayout<Extract<LinkedTerm, { term: K }>> };

/** Every kind of term that workloads link to. The names are those of the kernel's dispatch. */
const layouts: Layouts = {
  domainCount,
  card,
  conflict,
  domainCapacity,
  eligibility,
  exclusive,
  balance,
  moveCost,
  moveDistance,
  moveLimit,
  moveGroupMax,
  dependency,
  activation,
  groupCapacity,
  traffic,
};

export function layoutOf<T extends LinkedTerm>(term: T): TermLayout<T> {
  return layouts[term.term] as TermLayout<LinkedTerm> as TermLayout<T>;
}
