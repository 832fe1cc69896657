export { checkProject, type SequenceIssue, type SequenceIssueCode } from './check-project.ts';
export { lowerBound } from './lower-bound.ts';
export { type Activity, MAX_TIME, type Project, type Resource, type Schedule, type StartWindow } from './project.ts';
export { type Sequence, type SequenceOptions, type SequenceProgress, solveProject } from './solve-project.ts';
export { type StagedOptions, solveStaged } from './staged/solve-staged.ts';
export type { StagedGenes } from './staged/staged-kernel.ts';
export type {
  CalendarWindow,
  Demand,
  LeadMode,
  Predecessor,
  SpeedPattern,
  StagedActivity,
  StagedLevel,
  StagedProject,
  StagedResource,
  StagedSchedule,
  StagedSlot,
  Tie,
  TimeSpan,
} from './staged/staged-project.ts';
export { type ScheduleViolation, verifySchedule } from './verify/verify-schedule.ts';
export { type StagedViolation, type StagedViolationKind, verifyStaged } from './verify/verify-staged.ts';
