import { z } from 'zod';

const id = z.string().min(1);
/** Local date-time without zone, ISO: the programme names the zone. */
export const dateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/);
const date = z.iso.date();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
/** Weekly, local time, Monday is 1; `to` before `from` runs past midnight. */
const windowShape = { days: z.array(z.int().min(1).max(7)).min(1), from: clock, to: clock };
const windowSchema = z.strictObject(windowShape);
const datesShape = { from: date, to: date };
const inOrder = (dates: { from: string; to: string }): boolean => dates.from <= dates.to;

export const strategies = ['rehost', 'replatform', 'refactor', 'repurchase', 'relocate', 'retain', 'retire'] as const;
export const methods = ['warm', 'cold', 'live', 'rebuild', 'database'] as const;
/** Levels of the schedule's objective; an earlier one is never given up for a later one. */
export const objectiveLevels = ['misses', 'exposure', 'makespan', 'risk', 'crossWave'] as const;

const linkSchema = z.strictObject({
  id,
  bandwidthMbps: z.number().positive(),
  /** Usable share, 0.5-0.8 by the vendor's formula. */
  efficiency: z.number().min(0.05).max(1).default(0.7),
  /** When copies may use only a share of that: at other times they have all of it; of several at once the least counts. */
  patterns: z.array(z.strictObject({ ...windowShape, share: z.number().min(0).max(1) })).default([]),
});

/** What carries copies besides a link: a replication appliance, a proxy, a pool of agents. */
const applianceSchema = z.strictObject({
  id,
  /** Links that it stands on; all, where absent. */
  links: z.array(z.string()).optional(),
  /** Methods that go through it; all that copy, where absent. */
  methods: z.array(z.enum(methods)).optional(),
  concurrentCopies: z.int().min(1),
  /** Of all its copies together. */
  bandwidthMbps: z.number().positive().optional(),
});

const teamSchema = z.strictObject({
  id,
  /** Cutovers that it carries at once. */
  members: z.int().min(1),
  skills: z.array(z.string()).default([]),
  /** When it works; always, where absent. */
  windows: z.array(windowSchema).optional(),
  away: z
    .array(z.strictObject({ ...datesShape, reason: z.string().optional() }).refine(inOrder, 'ends before it starts'))
    .default([]),
  /** Works on the programme's holidays too. */
  onHolidays: z.boolean().default(false),
});

/** What the estate does not say about a system, or says wrong. */
const programmeSystemSchema = z.strictObject({
  system: z.string(),
  strategy: z.enum(strategies).default('rehost'),
  method: z.enum(methods).optional(),
  changeMbps: z.number().min(0).optional(),
  downtimeMinutes: z.number().positive().optional(),
  cutoverMinutes: z.int().positive().optional(),
  owner: z.string().optional(),
  /** All of them must be in the team that cuts over. */
  skills: z.array(z.string()).default([]),
  risk: z.number().min(0).optional(),
  /** No cutover before this day. */
  notBefore: date.optional(),
  /** Promised: cut over by the end of this day; a later cutover is a miss. */
  due: date.optional(),
});

/** Decided by people; never moved by a schedule. */
const pinSchema = z
  .strictObject({
    system: z.string(),
    cutoverStart: dateTime.optional(),
    /** Turn in the calendar: 1 for the first `waveDays` days of the programme. */
    turn: z.int().min(1).optional(),
    link: z.string().optional(),
    reason: z.string().optional(),
  })
  .refine(({ cutoverStart, turn, link }) => cutoverStart !== undefined || turn !== undefined || link !== undefined, {
    message: 'a pin names a cutoverStart, a turn or a link',
  });

/** A blocking finding that somebody answers for. */
const waiverSchema = z.strictObject({
  /** The finding, by its code. */
  code: z.string().regex(/^YQ42[2-5]\d$/),
  /** System, or workload that belongs to none. */
  subject: id,
  by: z.string().min(1),
  reason: z.string().min(1),
  /** Last day on which it holds; the cutover must be through by then. */
  until: date,
});

/** A host of the fleet that is a source today (腾笼换鸟): it takes workloads once its sources are empty and it is rebuilt. */
const reuseSchema = z.strictObject({
  host: z.string(),
  /** Source hosts, as the estate's workloads name them, that must be empty. */
  sources: z.array(z.string()).min(1),
  rebuildHours: z.number().min(0).default(72),
});

/** The programme: when, over which links, with how many hands. An input document. */
export const programmeSchema = z
  .strictObject({
    kind: z.literal('programme'),
    formatVersion: z.literal('1.0'),
    name: z.string(),
    timeZone: z.string().refine(isTimeZone, 'unknown time zone').default('Asia/Shanghai'),
    start: date,
    deadline: date.optional(),
    /** What bulk copies share. */
    links: z.array(linkSchema).min(1),
    /** Bulk copies of groups at once per link; a copy reserves at least this part of the link's usable bandwidth. */
    concurrentCopies: z.int().min(1).default(20),
    appliances: z.array(applianceSchema).default([]),
    /** Cutovers that the people can carry at once, or the teams that carry them. */
    teams: z.union([z.int().min(1), z.array(teamSchema).min(1)]).default(4),
    /** When cutovers may happen. */
    windows: z.array(windowSchema).default([{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]),
    /** Windows of some tenants or systems, in place of the common ones; a system's before its tenant's; of several only what all share. */
    ownWindows: z
      .array(
        z.strictObject({
          tenants: z.array(z.string()).default([]),
          systems: z.array(z.string()).default([]),
          windows: z.array(windowSchema).min(1),
        }),
      )
      .default([]),
    /** No cutover, both dates included (封网); of some tenants or systems only, where they are named. */
    freezes: z
      .array(
        z
          .strictObject({
            ...datesShape,
            reason: z.string(),
            tenants: z.array(z.string()).optional(),
            systems: z.array(z.string()).optional(),
          })
          .refine(inOrder, 'a freeze ends before it starts'),
      )
      .default([]),
    /** Teams do not work, both dates included. */
    holidays: z
      .array(z.strictObject({ ...datesShape, name: z.string() }).refine(inOrder, 'a holiday ends before it starts'))
      .default([]),
    /** Systems of the first, small wave. */
    pilot: z.array(z.string()).default([]),
    systems: z.array(programmeSystemSchema).default([]),
    pins: z.array(pinSchema).default([]),
    reuse: z.array(reuseSchema).default([]),
    waivers: z.array(waiverSchema).default([]),
    maxGroupsPerWave: z.int().min(1).default(30),
    /** Cutovers of one tenant at once. */
    maxCutoversPerTenant: z.int().min(1).optional(),
    /** Sum of the risk of a wave's groups. */
    maxRiskPerWave: z.number().positive().optional(),
    /** Risk of a system by its criticality, where none is given for it. */
    risk: z
      .strictObject({ core: z.number().min(0), important: z.number().min(0), general: z.number().min(0) })
      .default({ core: 5, important: 3, general: 1 }),
    objective: z
      .array(z.enum(objectiveLevels))
      .refine((levels) => new Set(levels).size === levels.length, 'a level is named twice')
      .default([...objectiveLevels]),
    /** Waves follow each other every so many days from the start; a wave is what cuts over in them. */
    waveDays: z.int().min(1).default(14),
    cutoverMinutes: z.int().positive().default(60),
    /** From the end of the bulk copy to the cutover at least: time for checks and the approval. */
    settleHours: z.number().min(0).default(24),
    /** How a warm copy ends: delta rounds, then the switch itself. */
    replication: z
      .strictObject({
        /** Data waits at most so long for a delta round. */
        cycleMinutes: z.number().positive().default(60),
        /** Rounds right before the service stops, each shorter than the one before. */
        rounds: z.int().min(0).default(4),
        /** Bandwidth kept for the deltas of a group, as a multiple of what changes; 1.25 just converges. */
        headroom: z.number().min(1.25).default(2),
        /** From the stop of the service to its start, without any data to send. */
        switchMinutes: z.number().min(0).default(10),
        /** Standard deviation of the logarithm of actual over planned time (lognormal). */
        spread: z.number().min(0).max(2).default(0.25),
      })
      .prefault({}),
    /** After the last cutover of a wave its sources are kept, switched off, for so long: until then it can go back. */
    trialDays: z.number().min(0).default(3),
    /** A larger move group is split by the cheapest cut, with a warning. */
    maxWorkloadsPerGroup: z.int().min(1).default(100),
    /** Mbit/s written per GiB of volume where an estate has no measure. */
    changeMbpsPerGiB: z.number().min(0).default(0.01),
  })
  .refine((programme) => programme.deadline === undefined || programme.deadline >= programme.start, {
    path: ['deadline'],
    message: 'the deadline is before the start',
  });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export type Programme = z.output<typeof programmeSchema>;
export type ProgrammeInput = z.input<typeof programmeSchema>;
export type ProgrammeLink = z.output<typeof linkSchema>;
export type Team = z.output<typeof teamSchema>;
export type CutoverWindow = z.output<typeof windowSchema>;
export type Method = (typeof methods)[number];
export type ObjectiveLevel = (typeof objectiveLevels)[number];
