import { expandFleet, type Fleet } from '@yunqian/hw-model';
import { type PurchaseLine, purchaseList } from '../capacity/purchase.ts';
import { countMoves } from '../plan/live.ts';
import type { Plan } from '../plan/schema.ts';

/** One phase in figures. Hosts are those of the fleet; `bound`: no placement of everything uses fewer. */
export interface PhaseSummary {
  readonly hosts: number;
  readonly hostsUsed: number;
  readonly bound: number | null;
  readonly workloads: number;
  readonly unplaced: number;
  /** Against the phase before; all null in the first. */
  readonly moved: number | null;
  readonly started: number | null;
  readonly stopped: number | null;
  readonly steps: number | null;
  /** What the fleet has more, or (negative) less, than that of the phase before; in the first: all that it has. */
  readonly bought: readonly PurchaseLine[];
}

export function summarisePhase(plan: Plan, fleet: Fleet, before?: Fleet): PhaseSummary {
  const { workloads, unplaced, hosts, hostsUsed, hostsBound } = plan.summary;
  const moves = plan.moves && countMoves(plan);
  return {
    hosts,
    hostsUsed,
    bound: hostsBound?.hosts ?? null,
    workloads,
    unplaced,
    moved: moves?.moved ?? null,
    started: moves?.started ?? null,
    stopped: moves?.stopped ?? null,
    steps: plan.moves?.steps.length ?? null,
    bought: boughtBetween(before, fleet),
  };
}

/** What has to be bought to get from one fleet to another; negative counts: what becomes free. */
export function boughtBetween(before: Fleet | undefined, after: Fleet): PurchaseLine[] {
  const now = purchaseList(after, expandFleet(after));
  const old = new Map((before ? purchaseList(before) : []).map((line) => [`${line.what} ${line.model}`, line]));
  const known = new Set(now.map(({ what, model }) => `${what} ${model}`));
  const gone = [...old].flatMap(([key, line]) =>
    known.has(key) ? [] : less({ ...line, count: 0, units: 0, powerW: 0 }, line),
  );
  return [...now.map((line) => less(line, old.get(`${line.what} ${line.model}`))), ...gone].filter(
    ({ count }) => count !== 0,
  );
}

function less(line: PurchaseLine, other: PurchaseLine | undefined): PurchaseLine {
  if (other === undefined) return line;
  return {
    ...line,
    count: line.count - other.count,
    units: line.units - other.units,
    powerW: line.powerW - other.powerW,
  };
}
