import type { Model } from '../compile/compile.ts';

/** Fewest hosts that can hold all workloads. */
export function hostBound(_model: Model): number {
  return 0;
}
