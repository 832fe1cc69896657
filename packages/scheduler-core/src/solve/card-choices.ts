import type { Model } from '../compile/compile.ts';
import { CONFIG_WORDS, TERM_WORDS } from '../compile/records.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { termKinds } from '../kernel/term-kinds.gen.ts';

/** What the kernel keeps of the choices of one card rule. */
export interface CardChoices {
  /** Index of the rule. */
  readonly rule: number;
  /** Two words a workload: the host that it was on last, plus 1, and its cards there as bits. A view of kernel memory. */
  readonly words: Int32Array;
  readonly members: ReadonlySet<number>;
}

export function cardChoices({ configs, sizes }: Model, { columns }: Kernel): CardChoices[] {
  const { configRecords, memberStart, members, tables, termRecords } = columns;
  const found: CardChoices[] = [];
  for (let term = 0; term < sizes.terms; term++) {
    const config = (termRecords[term * TERM_WORDS]! - configRecords.byteOffset) / 4;
    if (configRecords[config] !== termKinds.card) continue;
    const from = (termRecords[term * TERM_WORDS + 1]! - tables.byteOffset) / 4;
    found.push({
      rule: configs[config / CONFIG_WORDS]!.rule,
      words: tables.subarray(from, from + sizes.workloads * 2),
      members: new Set(members.subarray(memberStart[term]!, memberStart[term + 1]!)),
    });
  }
  return found;
}

/** The positions of the bits, ascending. */
export function cardsIn(bits: number): number[] {
  const cards: number[] = [];
  for (let card = 0; bits >> card; card++) if ((bits >> card) & 1) cards.push(card);
  return cards;
}
