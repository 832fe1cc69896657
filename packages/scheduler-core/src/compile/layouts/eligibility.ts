import { bitWords, packBits } from '../eligibility.ts';
import type { EligibilityTerm } from '../term.ts';
import type { TermLayout } from './layout.ts';

export const eligibility: TermLayout<EligibilityTerm> = {
  draft(term, { context, everyone, takeConstants }) {
    const bits = packAll(term, context.problem.hosts.length);
    const members = everyone.filter((w) => term.classOf[w]! >= 0);
    return { members, parties: members.map((w) => term.classOf[w]!), extra: takeConstants(bits.length, bits) };
  },
};

function packAll(term: EligibilityTerm, hosts: number): Int32Array {
  const words = bitWords(hosts);
  const bits = new Int32Array(term.allowed.length * words);
  term.allowed.forEach((allowed, own) => {
    packBits(allowed, bits, own * words);
  });
  return bits;
}
