import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Bundle } from './bundles.ts';
import { createDomainRooms } from './domain-rooms.ts';
import type { Pacer } from './pacer.ts';
import { placeBundle } from './place-bundle.ts';

/** Workloads per kernel call: small enough that the first call does not stay in baseline code for long. */
const CHUNK = 256;
/** The same where each of them may cost a search. */
const FILLED_CHUNK = 4;
/** Work units that an ejection may spend: at first, and at least after others have failed. */
const MOST_EJECTION = 400_000;
const LEAST_EJECTION = 20_000;

export interface AttemptHooks {
  readonly pacer: Pacer;
  /** Called after every slice. */
  readonly report: (phase: 'construct' | 'repair') => void;
  readonly isSpent: () => boolean;
  /** Nodes of the search that fills each fresh host; by default hosts are not filled, each workload is placed by itself. */
  readonly fillNodes?: number;
}

/**
 * One construction from nothing: what may stay stays, bundles of each priority before single workloads, then ejection for
 * what is left. `order` holds the workloads, higher priority first.
 */
export async function runAttempt(
  model: Model,
  kernel: Kernel,
  order: Int32Array,
  bundles: readonly Bundle[],
  { pacer, report, isSpent, fillNodes = 0 }: AttemptHooks,
): Promise<void> {
  const { columns } = kernel;
  const total = order.length;
  columns.order.set(order);
  const chunk = fillNodes > 0 ? FILLED_CHUNK : CHUNK;
  const run = async (step: 'stay' | 'construct', from: number, to: number) => {
    for (let at = from; at < to && !pacer.cancelled; at += chunk) {
      const end = Math.min(to, at + chunk);
      if (step === 'construct' && fillNodes > 0) kernel.constructFilled(at, end, to, fillNodes);
      else kernel[step](at, end);
      if (await pacer.turn(chunk + chunk * fillNodes)) report('construct');
    }
  };

  if (model.context.initialHostOf.some((host) => host >= 0)) {
    columns.fixed.forEach((fixed, w) => {
      const home = columns.initialOf[w]!;
      if (fixed === 1 && kernel.admits(w, home)) kernel.place(w, home);
    });
    await run('stay', 0, total);
    mend(model, kernel);
  }
  const rooms = createDomainRooms(model, kernel);
  let bundle = 0;
  for (let from = 0; from < total && !pacer.cancelled; ) {
    const priority = model.priorityOf[order[from]!]!;
    for (; bundle < bundles.length && bundles[bundle]!.priority >= priority && !pacer.cancelled; bundle++) {
      placeBundle(model, rooms, bundles[bundle]!, !isSpent());
      if (await pacer.turn(bundles[bundle]!.members.length)) report('construct');
    }
    const to = bundle < bundles.length ? endOfPriority(model, order, from, priority) : total;
    await run('construct', from, to);
    rooms.forget();
    from = to;
  }
  mend(model, kernel);
  // What needs others beside it finds a place once they have theirs.
  for (let more = model.terms.some(({ term, mode }) => term === 'dependency' && mode !== 'soft'); more; ) {
    const before = countPlaced(kernel);
    await run('construct', 0, total);
    mend(model, kernel);
    more = countPlaced(kernel) > before && !pacer.cancelled;
  }
  let units = MOST_EJECTION;
  for (const w of order) {
    if (columns.hostOf[w]! >= 0) continue;
    if (pacer.cancelled || isSpent()) return;
    const placed = kernel.eject(w, units + model.sizes.hosts);
    units = placed ? MOST_EJECTION : Math.max(LEAST_EJECTION, units / 2);
    if (await pacer.turn(CHUNK)) report('repair');
  }
}

function countPlaced({ columns }: Kernel): number {
  return columns.hostOf.reduce((count, host) => count + Number(host >= 0), 0);
}

function endOfPriority({ priorityOf }: Model, order: Int32Array, from: number, priority: number): number {
  let to = from;
  while (to < order.length && priorityOf[order[to]!] === priority) to++;
  return to;
}

/** Takes off what breaks a hard rule by being half of a group. */
export function mend({ floors }: Model, kernel: Kernel): void {
  while (kernel.breachNow() > 0) {
    for (const { record, members } of floors) {
      const broken = Array.from(members).filter((w) => kernel.isBroken(record, w));
      for (const w of broken) kernel.take(w);
    }
  }
}
