import type { Slot } from './schedule.ts';
import type { Programme } from './schema.ts';

/** Cuts the cutovers, in the order of time, into waves of bounded size and length; a wave is pilot or not. */
export function batchWaves(slots: readonly Slot[], programme: Programme, pilot: ReadonlySet<string>): Slot[][] {
  const longest = programme.waveDays * 24 * 60;
  const waves: Slot[][] = [];
  for (const slot of slots.toSorted((a, b) => a.cutoverStart - b.cutoverStart || (a.group < b.group ? -1 : 1))) {
    const wave = waves.at(-1);
    const joins =
      wave !== undefined &&
      wave.length < programme.maxGroupsPerWave &&
      slot.cutoverEnd - wave[0]!.cutoverStart <= longest &&
      pilot.has(wave[0]!.group) === pilot.has(slot.group);
    if (joins) wave.push(slot);
    else waves.push([slot]);
  }
  return waves;
}
