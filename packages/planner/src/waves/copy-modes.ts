import type { Demand, LeadMode } from '@yunqian/scheduler-core/sequence';
import type { Move } from './moves.ts';
import type { Programme } from './programme-schema.ts';
import { convergenceShare, downtimeMinutes, megabits, quantiles } from './replication.ts';

/** A link, with what the schedule needs of it. */
export interface LinkSupply {
  readonly id: string;
  readonly usableKbps: number;
  /** The smallest reservation of a copy. */
  readonly shareKbps: number;
  /** Mean share of the bandwidth over the programme's time, and the least at any time. */
  readonly meanShare: number;
  readonly leastShare: number;
  /** Index of its speed pattern; absent: always 1. */
  readonly pattern?: number;
  /** Index of its bandwidth among the resources. */
  readonly resource: number;
}

export interface ApplianceSupply {
  readonly id: string;
  readonly links?: readonly string[];
  readonly methods?: readonly string[];
  readonly usableKbps: number;
  /** Indices of its copies and its bandwidth among the resources. */
  readonly copies: number;
  readonly bandwidth: number;
}

/** A way to copy a group. */
export interface CopyMode {
  readonly link: string;
  readonly appliance?: string;
  readonly seedKbps: number;
  readonly deltaKbps: number;
  readonly mode: LeadMode;
}

/**
 * Over each link, through each appliance that serves it, with 1, 2, 4 ... shares of the link's bandwidth, by ascending
 * bandwidth; the level is the number of doublings. Those that never catch up are left out.
 */
export function copyModes(
  move: Move,
  links: readonly LinkSupply[],
  appliances: readonly ApplianceSupply[],
  programme: Programme,
): CopyMode[] {
  const carriers = appliances.filter(({ methods }) => methods === undefined || methods.includes(move.method));
  const found = links
    .filter(({ id }) => move.pin?.link === undefined || move.pin.link === id)
    .flatMap((link) => {
      const here = carriers.filter(({ links: on }) => on === undefined || on.includes(link.id));
      const through = carriers.length === 0 ? [undefined] : here;
      return through.flatMap((appliance) =>
        doublings(programme.concurrentCopies).flatMap((shares, level) =>
          copyMode(move, link, appliance, shares * link.shareKbps, level, programme),
        ),
      );
    });
  return found.sort((x, y) => x.mode.level - y.mode.level);
}

function copyMode(
  { group, method, cutoverMinutes, changeMbps: changes }: Move,
  link: LinkSupply,
  appliance: ApplianceSupply | undefined,
  seedKbps: number,
  level: number,
  { replication }: Programme,
): CopyMode[] {
  if (seedKbps === 0 || (appliance !== undefined && seedKbps > appliance.usableKbps)) return [];
  const through = (kbps: number): Demand[] => [
    { resource: link.resource, amount: kbps },
    ...(appliance === undefined ? [] : [{ resource: appliance.bandwidth, amount: kbps }]),
  ];
  const copies = appliance === undefined ? [] : [{ resource: appliance.copies, amount: 1 }];
  const isCold = method === 'cold';
  const share = isCold ? link.leastShare : link.meanShare;
  const changeMbps = isCold ? 0 : changes;
  if (share === 0 || changeMbps > (convergenceShare * share * seedKbps) / 1000) return [];
  const limit = Math.min(link.usableKbps, appliance?.usableKbps ?? link.usableKbps);
  const deltaKbps = isCold ? seedKbps : Math.min(limit, Math.ceil((replication.headroom * changeMbps * 1000) / share));
  const down = downtimeMinutes(
    { method, sizeGiB: group.sizeGiB, changeMbps, bandwidthMbps: (deltaKbps * share) / 1000 },
    replication,
  );
  const needed = Math.ceil(quantiles(down, replication.spread).p95);
  return [
    {
      link: link.id,
      ...(appliance === undefined ? {} : { appliance: appliance.id }),
      seedKbps,
      deltaKbps,
      mode: {
        // Without a work there would be no copy: even an empty group is prepared.
        work: isCold ? 0 : Math.max((megabits(group.sizeGiB) * 1000) / 60, 1e-3),
        rate: seedKbps,
        drain: changeMbps * 1000,
        ...(link.pattern === undefined ? {} : { pattern: link.pattern }),
        level,
        lead: isCold ? [] : [...through(seedKbps), ...copies],
        hold: isCold ? [...through(seedKbps), ...copies] : through(deltaKbps),
        extra: Math.max(0, needed - cutoverMinutes),
      },
    },
  ];
}

/** 1, 2, 4 ... and the number itself. */
function doublings(most: number): number[] {
  const steps: number[] = [];
  for (let step = 1; step < most; step *= 2) steps.push(step);
  return [...steps, most];
}
