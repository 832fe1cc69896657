/**
 * The journal's vocabulary. State is never stored: it is `events.reduce(reduce, initialView())`. Intent is written
 * before an effect, the outcome after; a restarted operator reads the world back for every intent without an outcome.
 */
export type StepKind = 'seed' | 'verifySync' | 'approval' | 'cutover' | 'verifyService' | 'commit' | 'rollback';

export interface Step {
  /** `<group>/<kind>`, for a compensation `<group>/rollback-<kind>`. */
  readonly id: string;
  readonly group: string;
  readonly kind: StepKind;
  readonly workloads: readonly string[];
  /** Step ids that must have succeeded. */
  readonly after: readonly string[];
  /** Estimated, from the schedule. */
  readonly minutes: number;
  /** No return without rolling the group back. */
  readonly pointOfNoReturn: boolean;
  /** Failures beyond this many attempts wait for a person. */
  readonly maxAttempts: number;
  /** Of a `rollback` step: the step that it undoes. */
  readonly compensates?: string;
  /** Evidence without which it has not succeeded (R5: `accessPolicy`, R6: `integrity`). */
  readonly requires?: readonly string[];
  /** When the schedule starts it, local time of the programme's zone. */
  readonly plannedStart?: string;
}

export type Evidence = Readonly<Record<string, string | number>>;

export type RunEventBody =
  | {
      readonly type: 'run.created';
      readonly run: string;
      readonly wave: string;
      readonly waveName: string;
      readonly inputSha256: string;
      readonly seed: number;
      readonly steps: readonly Step[];
    }
  | { readonly type: 'run.paused' | 'run.resumed' | 'run.cancelled'; readonly reason?: string }
  /** The operator took the lease; every later effect carries its epoch. */
  | { readonly type: 'operator.took'; readonly epoch: number }
  /** A new operator that finds the effect undone repeats the intent: same attempt and key, its own epoch. */
  | {
      readonly type: 'step.intended';
      readonly step: string;
      readonly attempt: number;
      readonly key: string;
      readonly epoch: number;
    }
  | { readonly type: 'step.succeeded'; readonly step: string; readonly attempt: number; readonly evidence: Evidence }
  | { readonly type: 'step.failed'; readonly step: string; readonly attempt: number; readonly error: string }
  | { readonly type: 'step.approved' | 'step.rejected'; readonly step: string; readonly comment?: string }
  /** A person wants another attempt at a failed step. */
  | { readonly type: 'step.retried'; readonly step: string; readonly reason?: string }
  | { readonly type: 'group.rollbackRequested'; readonly group: string; readonly reason: string }
  /** Written once per group; the two exclude each other. */
  | { readonly type: 'group.committed' | 'group.rolledBack'; readonly group: string };

/** One journal line: of a run, unless another kind of journal is meant. `hash` = sha256 over the previous hash and this event without its hash. */
export interface JournalEvent<Body> {
  /** 1, 2, 3 ... per run. */
  readonly seq: number;
  /** ISO instant; not part of any decision. */
  readonly at: string;
  readonly actor: string;
  readonly body: Body;
  /** 64 zeros before the first event. */
  readonly previousHash: string;
  readonly hash: string;
}

export type RunEvent = JournalEvent<RunEventBody>;
