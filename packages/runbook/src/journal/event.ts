/**
 * The journal's vocabulary. State is never stored: it is `events.reduce(reduce, initial)`. Intent is written before
 * an effect, the outcome after; a restarted operator reads the world back for every intent without an outcome.
 */
export type StepKind = 'seed' | 'verifySync' | 'approval' | 'cutover' | 'verifyService' | 'commit' | 'rollback';

export interface Step {
  /** `<group>/<kind>`. */
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
}

export type RunEventBody =
  | { readonly type: 'run.created'; readonly run: string; readonly wave: string; readonly waveName: string; readonly inputSha256: string; readonly seed: number; readonly steps: readonly Step[] }
  | { readonly type: 'run.paused' | 'run.resumed' | 'run.cancelled'; readonly reason?: string }
  /** The operator took the lease; every later effect carries its epoch. */
  | { readonly type: 'operator.took'; readonly epoch: number }
  | { readonly type: 'step.intended'; readonly step: string; readonly attempt: number; readonly key: string; readonly epoch: number }
  | { readonly type: 'step.succeeded'; readonly step: string; readonly attempt: number; readonly evidence: Readonly<Record<string, string | number>> }
  | { readonly type: 'step.failed'; readonly step: string; readonly attempt: number; readonly error: string }
  | { readonly type: 'step.approved' | 'step.rejected'; readonly step: string; readonly comment?: string }
  | { readonly type: 'group.rollbackRequested'; readonly group: string; readonly reason: string }
  /** Written once per group; the two exclude each other. */
  | { readonly type: 'group.committed' | 'group.rolledBack'; readonly group: string };

/** One journal line. `hash` = sha256 over the previous hash and this event without its hash. */
export interface RunEvent {
  readonly seq: number;
  /** ISO instant; not part of any decision. */
  readonly at: string;
  readonly actor: string;
  readonly body: RunEventBody;
  readonly previousHash: string;
  readonly hash: string;
}

export type StepState = 'pending' | 'ready' | 'awaitingApproval' | 'running' | 'succeeded' | 'failed' | 'rejected' | 'cancelled' | 'compensated';
export type GroupState = 'scheduled' | 'seeding' | 'synced' | 'armed' | 'cuttingOver' | 'onTrial' | 'committed' | 'rollingBack' | 'rolledBack' | 'failed';
export type RunState = 'active' | 'paused' | 'completed' | 'cancelled';

/** What CLI and TUI show. Pure function of the journal. */
export interface RunView {
  readonly run: string;
  readonly wave: string;
  readonly waveName: string;
  readonly state: RunState;
  /** healthy | attention (something waits for a person) | error */
  readonly health: 'healthy' | 'attention' | 'error';
  readonly groups: readonly { readonly id: string; readonly state: GroupState; readonly workloads: number; readonly steps: readonly string[] }[];
  readonly steps: readonly (Step & { readonly state: StepState; readonly attempts: number; readonly error?: string; readonly waitsFor: readonly string[] })[];
  readonly counts: { readonly total: number; readonly succeeded: number; readonly failed: number; readonly awaiting: number };
  readonly lastSeq: number;
  readonly epoch: number;
}
