import type { Project } from './project.ts';

/**
 * Whether some resource is short in some interval if all is to end by `end`: each activity works in it at least as long as
 * it does if moved as far to the left, or as far to the right, as `heads` and `tails` (least times before its start, and
 * from its start to the end) allow.
 */
export function overloads(
  { activities, resources }: Project,
  heads: readonly number[],
  tails: readonly number[],
  end: number,
): boolean {
  const running = activities.flatMap(({ duration }, a) => (duration > 0 ? [a] : []));
  const duration = Int32Array.from(running, (a) => activities[a]!.duration);
  const earliest = Int32Array.from(running, (a) => heads[a]!);
  const latest = Int32Array.from(running, (a) => end - tails[a]!);
  const demand = resources.map((_, r) => Int32Array.from(running, (a) => activities[a]!.demands[r]!));
  const froms = ascending([...earliest, ...latest]);
  const tos = ascending(running.flatMap((_, i) => [earliest[i]! + duration[i]!, latest[i]! + duration[i]!]));
  const overlap = new Int32Array(running.length);
  for (const from of froms) {
    for (const to of tos) {
      if (to <= from) continue;
      for (let i = 0; i < running.length; i++) {
        const least = Math.min(earliest[i]! + duration[i]! - from, to - latest[i]!);
        overlap[i] = Math.max(0, Math.min(least, duration[i]!, to - from));
      }
      for (let r = 0; r < resources.length; r++) {
        const needs = demand[r]!;
        let need = 0;
        for (let i = 0; i < overlap.length; i++) need += overlap[i]! * needs[i]!;
        if (need > resources[r]!.capacity * (to - from)) return true;
      }
    }
  }
  return false;
}

function ascending(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
