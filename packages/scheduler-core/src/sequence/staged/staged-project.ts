/** Whole times, in whatever unit the project chooses, counted from 0; intervals are half-open. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** Something that comes back when its users end. */
export interface StagedResource {
  readonly id: string;
  readonly capacity: number;
  /** Capacity from a time on, in order; before the first the one above. */
  readonly changes?: readonly { readonly from: number; readonly capacity: number }[];
}

/** A list names a resource once; the demands of an activity are not of the resources of its modes. */
export interface Demand {
  /** Index of the resource. */
  readonly resource: number;
  readonly amount: number;
}

/** Speed of work over time: each holds from its time to the next one's; the first from 0. */
export type SpeedPattern = readonly { readonly from: number; readonly speed: number }[];

/** A calendar's window, in which activities run whole; it lies inside one period. */
export interface CalendarWindow extends TimeSpan {
  readonly period: number;
}

/**
 * One way to prepare an activity. The lead ends when `work` is done at `rate` times the pattern's speed, less what `drain`
 * adds again; with `work` 0 there is no lead, and `hold` is needed while the activity runs.
 */
export interface LeadMode {
  readonly work: number;
  readonly rate: number;
  readonly drain: number;
  /** Index of the speed pattern; absent: always 1. */
  readonly pattern?: number;
  /** The search chooses a level; of its modes the one that ends first is taken. In ascending order. */
  readonly level: number;
  /** While the lead runs. */
  readonly lead: readonly Demand[];
  /** From the end of the lead to the end of the activity. */
  readonly hold: readonly Demand[];
  /** Added to the activity's duration. */
  readonly extra: number;
}

/** What must have ended, some time before the activity's lead or the activity itself begins. */
export interface Predecessor {
  readonly activity: number;
  readonly lag: number;
  readonly before: 'lead' | 'activity';
}

/** An activity in a window of its calendar, and the lead that prepares it: ended at least `gap` before. */
export interface StagedActivity {
  readonly id: string;
  readonly duration: number;
  readonly calendar: number;
  readonly release?: number;
  /** Must end by this time. */
  readonly latestEnd?: number;
  /** Should end by this time: later is a miss. */
  readonly due?: number;
  /** First and last period allowed. */
  readonly firstPeriod?: number;
  readonly lastPeriod?: number;
  /** Activities of a rank start in periods after all those of lower ranks. Default 0. */
  readonly rank?: number;
  readonly risk?: number;
  readonly gap: number;
  readonly predecessors: readonly Predecessor[];
  /** While it runs. */
  readonly demands: readonly Demand[];
  /** Resources of which one serves it with one unit while it runs; none needed where empty. */
  readonly crews: readonly number[];
  /** Taken from the lead's start on, for ever; given some time after the end, for ever. */
  readonly takes?: readonly Demand[];
  readonly gives?: readonly (Demand & { readonly lag: number })[];
  /** Of each limit in the period in which it starts. */
  readonly budgets: readonly number[];
  readonly modes: readonly LeadMode[];
  /** Decided: it stays there, whatever calendars and limits say. With `lead` all is decided, else the lead is found. */
  readonly fixed?: {
    readonly start: number;
    readonly lead?: { readonly mode: number; readonly start: number; readonly crew?: number };
  };
}

/** Activities that belong together: the time between their ends is exposure. */
export interface Tie {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

export const stagedLevels = ['misses', 'exposure', 'makespan', 'risk', 'crossPeriods'] as const;
export type StagedLevel = (typeof stagedLevels)[number];

/** A project of prepared activities, such as copies and the cutovers that they lead up to. */
export interface StagedProject {
  /** Nothing ends later. */
  readonly horizon: number;
  readonly resources: readonly StagedResource[];
  readonly patterns: readonly SpeedPattern[];
  readonly calendars: readonly (readonly CalendarWindow[])[];
  readonly periods: number;
  /** Of the sums of budgets in each period. */
  readonly limits: readonly number[];
  /** Leads neither start nor end in these. */
  readonly blind?: readonly TimeSpan[];
  readonly activities: readonly StagedActivity[];
  readonly ties: readonly Tie[];
  /** What a schedule is judged by, after the number of activities without a start. */
  readonly levels: readonly StagedLevel[];
}

export interface StagedSlot {
  readonly start: number;
  readonly end: number;
  /** Index of the mode among the activity's. */
  readonly mode: number;
  readonly leadStart: number;
  readonly leadEnd: number;
  /** Index of the resource; -1 where none is needed. */
  readonly crew: number;
  readonly period: number;
}

export interface StagedSchedule {
  /** In the order of the activities; null where one has no start. */
  readonly slots: readonly (StagedSlot | null)[];
  /** Values of the levels. */
  readonly costs: readonly number[];
  readonly workUnits: number;
}
