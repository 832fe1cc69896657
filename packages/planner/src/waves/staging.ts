import type {
  CalendarWindow,
  Predecessor,
  SpeedPattern,
  StagedActivity,
  StagedProject,
  StagedResource,
} from '@yunqian/scheduler-core/sequence';
import type { Calendar, Opening } from './calendar.ts';
import { type ApplianceSupply, type CopyMode, copyModes, type LinkSupply } from './copy-modes.ts';
import type { Bond, Clearing, Move } from './moves.ts';
import type { Programme } from './programme-schema.ts';
import type { Slot } from './slot.ts';
import { canCarry, crewsOf } from './teams.ts';

/** What is to be scheduled. */
export interface Frame {
  readonly programme: Programme;
  readonly calendar: Calendar;
  readonly moves: readonly Move[];
  readonly bonds: readonly Bond[];
  readonly clearings: readonly Clearing[];
  /** Room that groups take and leave on hosts that are source and target at once. */
  readonly rooms: readonly HostRoom[];
  /** Groups that have the first waves for themselves. */
  readonly pilot: ReadonlySet<string>;
  /** Slots that stay as they are: done, or kept from an earlier schedule. */
  readonly kept: ReadonlyMap<string, Slot>;
}

/** One dimension of a host; amounts are whole. */
export interface HostRoom {
  readonly id: string;
  /** Free before anything moves; below 0 where too much is there. */
  readonly free: number;
  readonly takes: ReadonlyMap<string, number>;
  readonly gives: ReadonlyMap<string, number>;
}

/** The core's project, and what its indices stand for. */
export interface Staging {
  readonly project: StagedProject;
  /** Of the moves' modes, in their order; a kept one has none. */
  readonly modes: readonly (readonly CopyMode[])[];
  /** Ids of the resources that are teams. */
  readonly teamOf: ReadonlyMap<number, string>;
}

/** Times of the core count from the calendar's start. */
export function stage(frame: Frame): Staging {
  const { programme, calendar, moves, bonds, clearings, rooms, pilot, kept } = frame;
  const horizon = calendar.end - calendar.start;
  const inside = (minute: number): number => Math.max(0, minute - calendar.start);
  const resources: StagedResource[] = [];
  const add = (resource: StagedResource): number => resources.push(resource) - 1;
  const patterns: SpeedPattern[] = [];

  const links = programme.links.map((link): LinkSupply => {
    const usableKbps = Math.floor(link.bandwidthMbps * link.efficiency * 1000);
    const shares = calendar.sharesOf(link).map(({ from, share }) => ({ from: inside(from), speed: share }));
    const isConstant = shares.length === 1 && shares[0]!.speed === 1;
    return {
      id: link.id,
      usableKbps,
      shareKbps: Math.floor(usableKbps / programme.concurrentCopies),
      meanShare: meanOf(shares, horizon),
      leastShare: Math.min(...shares.map(({ speed }) => speed)),
      resource: add({ id: `link ${link.id}`, capacity: usableKbps }),
      ...(isConstant ? {} : { pattern: patterns.push(shares) - 1 }),
    };
  });
  const everything = links.reduce((sum, { usableKbps }) => sum + usableKbps, 0);
  const appliances = programme.appliances.map((appliance): ApplianceSupply => {
    const usableKbps = appliance.bandwidthMbps === undefined ? everything : Math.floor(appliance.bandwidthMbps * 1000);
    return {
      id: appliance.id,
      usableKbps,
      ...(appliance.links === undefined ? {} : { links: appliance.links }),
      ...(appliance.methods === undefined ? {} : { methods: appliance.methods }),
      copies: add({ id: `copies of ${appliance.id}`, capacity: appliance.concurrentCopies }),
      bandwidth: add({ id: `bandwidth of ${appliance.id}`, capacity: usableKbps }),
    };
  });
  const crews = crewsOf(programme).map((crew) => {
    const shifts = calendar.shiftsOf(crew).map(({ start, end }) => ({ from: inside(start), to: inside(end) }));
    return { crew, resource: add({ id: `team ${crew.id}`, ...capacityIn(shifts, crew.members, horizon) }) };
  });
  const tenants = [...new Set(moves.flatMap(({ owners }) => owners.tenants))].sort();
  const most = programme.maxCutoversPerTenant;
  const ofTenant = new Map(
    most === undefined ? [] : tenants.map((tenant) => [tenant, add({ id: `tenant ${tenant}`, capacity: most })]),
  );
  const roomOf = rooms.map(({ id, free }) => add({ id, capacity: free }));

  const calendars: CalendarWindow[][] = [];
  const calendarOf = new Map<readonly Opening[], number>();
  const calendarFor = (openings: readonly Opening[]): number => {
    const known = calendarOf.get(openings) ?? calendars.push(windowsOf(openings, calendar)) - 1;
    calendarOf.set(openings, known);
    return known;
  };

  const indexOf = new Map(moves.map(({ group }, i) => [group.id, i]));
  const modes = moves.map((move) =>
    kept.has(move.group.id) || !crews.some(({ crew }) => canCarry(crew, move.skills))
      ? []
      : copyModes(move, links, appliances, programme),
  );
  const activities = moves.map((move, m): StagedActivity => {
    const { group, owners, pin, notBefore, due } = move;
    const slot = kept.get(group.id);
    const predecessors: Predecessor[] = [
      ...group.after.flatMap((id): Predecessor[] => {
        const activity = indexOf.get(id);
        return activity === undefined ? [] : [{ activity, lag: 0, before: 'activity' }];
      }),
      ...clearings
        .filter(({ comes }) => comes === group.id)
        .flatMap(({ leaves, rebuildMinutes }): Predecessor[] => {
          const activity = indexOf.get(leaves);
          return activity === undefined ? [] : [{ activity, lag: Math.ceil(rebuildMinutes), before: 'lead' }];
        }),
    ];
    const amounts = (of: 'takes' | 'gives') =>
      rooms.flatMap((room, r) => {
        const amount = room[of].get(group.id) ?? 0;
        return amount === 0 ? [] : [{ resource: roomOf[r]!, amount, lag: 0 }];
      });
    return {
      id: group.id,
      duration: slot === undefined ? move.cutoverMinutes : slot.cutoverEnd - slot.cutoverStart,
      calendar: calendarFor(calendar.openingsFor(owners)),
      release: notBefore === undefined ? 0 : Math.max(0, inside(calendar.toMinute(notBefore))),
      ...(due === undefined ? {} : { due: inside(calendar.toMinute(due)) + 24 * 60 }),
      ...(pin?.turn === undefined ? {} : { firstPeriod: pin.turn - 1, lastPeriod: pin.turn - 1 }),
      rank: pilot.has(group.id) || pilot.size === 0 ? 0 : 1,
      risk: Math.round(move.risk * 1000),
      gap: Math.ceil(programme.settleHours * 60) * (move.method === 'cold' ? 0 : 1),
      predecessors,
      demands: owners.tenants.flatMap((tenant) => {
        const resource = ofTenant.get(tenant);
        return resource === undefined ? [] : [{ resource, amount: 1 }];
      }),
      crews:
        slot === undefined
          ? crews.filter(({ crew }) => canCarry(crew, move.skills)).map(({ resource }) => resource)
          : crews.filter(({ crew }) => crew.id === (slot.team ?? '')).map(({ resource }) => resource),
      takes: amounts('takes'),
      gives: amounts('gives'),
      budgets: [1, Math.round(move.risk * 1000)],
      modes: slot === undefined ? modes[m]!.map(({ mode }) => mode) : [keptMode(slot, links, appliances)],
      ...(slot === undefined
        ? pin?.cutoverStart === undefined
          ? {}
          : { fixed: { start: Math.max(0, inside(calendar.toMinute(pin.cutoverStart))) } }
        : {
            fixed: {
              start: inside(slot.cutoverStart),
              lead: {
                mode: 0,
                start: inside(slot.seedStart),
                crew: crews.find(({ crew }) => crew.id === (slot.team ?? ''))?.resource ?? -1,
              },
            },
          }),
    };
  });
  return {
    project: {
      horizon,
      resources,
      patterns,
      calendars,
      periods: calendar.waves,
      limits: [
        programme.maxGroupsPerWave,
        programme.maxRiskPerWave === undefined ? 2 ** 30 : Math.round(programme.maxRiskPerWave * 1000),
      ],
      blind: calendar.repeated.map(({ start, end }) => ({ from: inside(start), to: inside(end) })),
      activities,
      ties: bonds.flatMap(({ a, b, dependencies }) => {
        const [x, y] = [indexOf.get(a), indexOf.get(b)];
        return x === undefined || y === undefined ? [] : [{ a: x, b: y, weight: dependencies }];
      }),
      levels: programme.objective.map((level) => (level === 'crossWave' ? 'crossPeriods' : level)),
    },
    modes,
    teamOf: new Map(crews.filter(({ crew }) => crew.id !== '').map(({ crew, resource }) => [resource, crew.id])),
  };
}

/** A slot that stays takes what it took, for as long. */
function keptMode(
  slot: Slot,
  links: readonly LinkSupply[],
  appliances: readonly ApplianceSupply[],
): StagedActivity['modes'][number] {
  const link = links.find(({ id }) => id === slot.link);
  const appliance = appliances.find(({ id }) => id === slot.appliance);
  const through = (amount: number) => [
    ...(link === undefined ? [] : [{ resource: link.resource, amount }]),
    ...(appliance === undefined ? [] : [{ resource: appliance.bandwidth, amount }]),
  ];
  const copies = appliance === undefined ? [] : [{ resource: appliance.copies, amount: 1 }];
  const isCold = slot.method === 'cold';
  return {
    work: slot.seedEnd - slot.seedStart,
    rate: 1,
    drain: 0,
    level: 0,
    lead: isCold ? [] : [...through(slot.seedKbps), ...copies],
    hold: [...through(slot.deltaKbps), ...(isCold ? copies : [])],
    extra: 0,
  };
}

/** Windows of the core: cutovers neither start nor end in the hours that the clocks repeat. */
function windowsOf(openings: readonly Opening[], { start: first, repeated }: Calendar): CalendarWindow[] {
  return openings.flatMap(({ start, end, wave }) => {
    let parts = [{ start, end }];
    for (const hidden of repeated) {
      parts = parts.flatMap((part) =>
        hidden.end <= part.start || part.end < hidden.start
          ? [part]
          : [
              { start: part.start, end: Math.min(part.end, hidden.start - 1) },
              { start: Math.max(part.start, hidden.end), end: part.end },
            ],
      );
    }
    return parts
      .filter((part) => part.start < part.end)
      .map((part) => ({ from: part.start - first, to: part.end - first, period: wave }));
  });
}

function capacityIn(
  shifts: readonly { readonly from: number; readonly to: number }[],
  members: number,
  horizon: number,
): Pick<StagedResource, 'capacity' | 'changes'> {
  const [only] = shifts;
  if (shifts.length === 1 && only!.from <= 0 && only!.to >= horizon) return { capacity: members };
  return {
    capacity: only !== undefined && only.from <= 0 ? members : 0,
    changes: shifts.flatMap(({ from, to }) => [
      { from: Math.max(0, from), capacity: members },
      { from: to, capacity: 0 },
    ]),
  };
}

function meanOf(shares: readonly { readonly from: number; readonly speed: number }[], horizon: number): number {
  const sum = shares.reduce(
    (total, { from, speed }, i) => total + speed * ((shares[i + 1]?.from ?? horizon) - from),
    0,
  );
  return sum / horizon;
}
