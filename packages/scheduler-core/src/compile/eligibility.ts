import type { EligibilityTerm } from './term.ts';

/** All hard eligibility in one class per workload, and the hosts that each class allows as bits. */
export interface Eligibility {
  readonly count: number;
  /** 32-bit words per class. */
  readonly words: number;
  readonly classOf: Int32Array;
  readonly bits: Int32Array;
}

export function bitWords(hosts: number): number {
  return Math.max(1, Math.ceil(hosts / 32));
}

/** Sets the bits of the hosts that are allowed, from `at` on. */
export function packBits(allowed: Uint8Array, bits: Int32Array, at: number): void {
  for (let host = 0; host < allowed.length; host++) if (allowed[host]) bits[at + (host >> 5)]! |= 1 << (host & 31);
}

/** A workload that `noWorse` finds on a forbidden host at the start is not constrained by that term. */
export function combineEligibility(
  terms: readonly EligibilityTerm[],
  initialOf: Int32Array,
  hosts: number,
): Eligibility {
  const words = bitWords(hosts);
  const everywhere = new Int32Array(words).fill(-1);
  let classes: Int32Array[] = [everywhere];
  let classOf = new Int32Array(initialOf.length);
  for (const term of terms) {
    const next: Int32Array[] = [];
    const known = new Map<number, number>();
    const strict = term.allowed.map((allowed) => {
      const bits = new Int32Array(words);
      packBits(allowed, bits, 0);
      return bits;
    });
    const combined = new Int32Array(classOf.length);
    for (let w = 0; w < classOf.length; w++) {
      let own = term.classOf[w]!;
      const start = initialOf[w]!;
      if (own >= 0 && term.mode === 'noWorse' && start >= 0 && !term.allowed[own]![start]) own = -1;
      const key = classOf[w]! * (strict.length + 1) + own + 1;
      let id = known.get(key);
      if (id === undefined) {
        const parent = classes[classOf[w]!]!;
        id = next.push(own < 0 ? parent : parent.map((word, at) => word & strict[own]![at]!)) - 1;
        known.set(key, id);
      }
      combined[w] = id;
    }
    classes = next;
    classOf = combined;
  }
  const bits = new Int32Array(Math.max(1, classes.length) * words);
  classes.forEach((row, id) => {
    bits.set(row, id * words);
  });
  return { count: Math.max(1, classes.length), words, classOf, bits };
}
