import type { RuleContext } from '../../rules/rule.ts';
import type { Shapes } from '../shapes.ts';
import type { Term } from '../term.ts';

/** Where a block of words was put: in the tables, which a reset clears, or in the constants. Byte offset. */
export interface Block {
  readonly area: 'tables' | 'constants';
  readonly at: number;
}

/** What a term record points to, and the workloads that link to it. */
export interface Draft {
  readonly members: ArrayLike<number>;
  /** Party of each member; absent: all 0. */
  readonly parties?: ArrayLike<number>;
  readonly table?: Block;
  /** Slots - 1 of the count table where it is a hash table. */
  readonly mask?: number;
  readonly extra?: Block;
  readonly slack?: Block;
  readonly groupSlack?: Block;
}

/** What laying out a term needs to know, and where it takes its memory. */
export interface Drafting {
  readonly context: RuleContext;
  readonly shapes: Shapes;
  readonly everyone: Int32Array;
  /** Whether breaches of the start are allowed: the record keeps them as allowances. */
  readonly noWorse: boolean;
  domainsOf(topology: number): number;
  takeTable(words: number): Block;
  takeConstants(words: number, values?: Int32Array): Block;
}

/** How one kind of term is written down for the kernel. */
export interface TermLayout<T extends Term> {
  /** Tells apart the configs of one rule; absent: it has one. */
  detail?(term: T): number;
  /** Words 5 to 11 of the config record: the dimension, and what belongs to the kind. */
  words?(term: T): readonly number[];
  /** Whether taking a workload off, or half a group, can break the term although it is hard. */
  floor?(term: T): boolean;
  draft(term: T, drafting: Drafting): Draft;
}

/** A plain array where that is no larger than a hash table at most half full. */
export function tableSize(keys: number, used: number): { words: number; mask: number } {
  const slots = 2 ** (32 - Math.clz32(2 * Math.min(keys, used) + 1));
  return keys <= slots * 2 ? { words: keys, mask: -1 } : { words: slots * 2, mask: slots - 1 };
}

/** A workload counts in two places at most under `during`. */
export function placesOf({ when }: Term): number {
  return when === 'during' ? 2 : 1;
}
