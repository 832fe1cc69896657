import { type StagedGenes, solveStaged } from '@yunqian/scheduler-core/sequence';
import { orders } from './order.ts';
import type { Slot } from './slot.ts';
import { type Frame, type Staging, stage } from './staging.ts';

export interface ScheduleOptions {
  readonly seed: number;
  /** Work units: placements of groups. */
  readonly budget: number;
  readonly onProgress?: (costs: readonly number[], workUnits: number) => boolean;
}

export interface Schedule {
  readonly slots: ReadonlyMap<string, Slot>;
  /** Values of the programme's objective, after the number of groups without a slot. */
  readonly costs: readonly number[];
  readonly staging: Staging;
}

/** How many times a search may place every group, and how many placements it makes in all, where no budget is given. */
const schedulesPerGroup = 40;
const mostPlacements = 400_000;

export function usualBudget(groups: number): number {
  return Math.min(mostPlacements, schedulesPerGroup * groups * groups);
}

/** Schedules the groups: the search of the core begins from the best of a few orders and bandwidths. */
export function scheduleGroups(frame: Frame, options: ScheduleOptions): Schedule {
  const staging = stage(frame);
  const { slots, costs } = solveStaged(staging.project, { ...options, offers: offersOf(frame, staging) });
  const { calendar, moves, kept } = frame;
  const found = moves.flatMap(({ group, method }, m): [string, Slot][] => {
    const old = kept.get(group.id);
    if (old !== undefined) return [[group.id, old]];
    const slot = slots[m] ?? null;
    if (slot === null) return [];
    const { link, appliance, seedKbps, deltaKbps } = staging.modes[m]![slot.mode]!;
    const team = staging.teamOf.get(slot.crew);
    const isPinned = frame.moves[m]!.pin !== undefined;
    return [
      [
        group.id,
        {
          group: group.id,
          method,
          link,
          ...(appliance === undefined ? {} : { appliance }),
          ...(team === undefined ? {} : { team }),
          seedKbps,
          deltaKbps,
          seedStart: calendar.start + slot.leadStart,
          seedEnd: calendar.start + slot.leadEnd,
          cutoverStart: calendar.start + slot.start,
          cutoverEnd: calendar.start + slot.end,
          wave: calendar.waveAt(calendar.start + slot.start),
          ...(isPinned ? { state: 'pinned' as const } : {}),
        },
      ],
    ];
  });
  return { slots: new Map(found), costs, staging };
}

/** Each order with as many shares of a link as get a copy done in half a wave's days, and with all of them. */
function offersOf({ moves, programme }: Frame, { modes, project }: Staging): StagedGenes[] {
  const wanted = (programme.waveDays * 24 * 60) / 2;
  const enough = modes.map(
    (list) =>
      list.find(({ mode }) => mode.work <= (mode.rate - mode.drain) * wanted)?.mode.level ??
      list.at(-1)?.mode.level ??
      0,
  );
  const all = modes.map((list) => list.at(-1)?.mode.level ?? 0);
  return orders(moves, project.ties).flatMap((order) =>
    [enough, all].flatMap((levels) => [false, true].map((late) => ({ order, levels, late }))),
  );
}
