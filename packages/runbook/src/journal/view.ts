import type { Evidence, Step } from './event.ts';

/**
 * `standby`: a compensation that nobody called for. `pending`: waits for the steps in `waitsFor`. `cancelled`: will not
 * run, its group is rolled back. `compensated`: was undone.
 */
export type StepState =
  | 'standby'
  | 'pending'
  | 'ready'
  | 'awaitingApproval'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'rejected'
  | 'cancelled'
  | 'compensated';

export type GroupState =
  | 'scheduled'
  | 'seeding'
  | 'synced'
  | 'armed'
  | 'cuttingOver'
  | 'onTrial'
  | 'committed'
  | 'rollingBack'
  | 'rolledBack'
  | 'failed';

/** `cancelling`: groups before their cutover are rolled back, those beyond it run to their end. */
export type RunState = 'active' | 'paused' | 'cancelling' | 'completed' | 'cancelled';

/** healthy | attention (something waits for a person) | error (a step failed for good) */
export type Health = 'healthy' | 'attention' | 'error';

export interface StepView extends Step {
  readonly state: StepState;
  /** Attempts begun. */
  readonly attempts: number;
  /** Of the last failure, or the comment of a rejection. */
  readonly error?: string;
  readonly evidence?: Evidence;
  /** Steps that must succeed first. Empty when it waits for nothing, or (`awaitingApproval`, `failed`) for a person. */
  readonly waitsFor: readonly string[];
  /** ISO instant since which it is in this state. */
  readonly since: string;
  /** Who approved or rejected it. */
  readonly decidedBy?: string;
  /** The effect under way: intent written, outcome not yet. */
  readonly intent?: { readonly key: string; readonly epoch: number };
}

export interface GroupView {
  readonly id: string;
  readonly state: GroupState;
  readonly workloads: number;
  readonly steps: readonly string[];
  readonly since: string;
  /** Someone asked for a rollback (or cancelled the run) and said why. */
  readonly rollback?: { readonly actor: string; readonly reason: string };
}

/** What CLI and TUI show. Pure function of the journal. */
export interface RunView {
  readonly run: string;
  readonly wave: string;
  readonly waveName: string;
  readonly inputSha256: string;
  readonly seed: number;
  readonly state: RunState;
  readonly health: Health;
  readonly groups: readonly GroupView[];
  readonly steps: readonly StepView[];
  /** Without compensations on standby and cancelled steps. `awaiting`: a person must decide. */
  readonly counts: {
    readonly total: number;
    readonly succeeded: number;
    readonly running: number;
    readonly failed: number;
    readonly awaiting: number;
  };
  readonly createdAt: string;
  readonly lastAt: string;
  readonly lastSeq: number;
  /** Of the operator that took the lease last; 0 before the first. */
  readonly epoch: number;
  readonly operator: string;
}
