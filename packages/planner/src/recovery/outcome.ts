import type { Explanation, Violation } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Failure } from './failures.ts';
import type { RecoveryMethod } from './schema.ts';

/** A workload that runs again after a failure. */
export interface Restart {
  readonly workload: string;
  readonly from: string;
  readonly to: string;
  /** After the failure. */
  readonly minutes: number;
  /** Data of so many minutes is missing; 0 where its own data survived. */
  readonly lostMinutes: number;
  /** Whose data it runs on. */
  readonly data: 'own' | 'none' | Exclude<RecoveryMethod, 'none'>;
}

/** A workload that does not come back. */
export interface Loss {
  readonly workload: string;
  readonly system: string;
  readonly class: string;
  /** Its data is gone and no other site has it; or no host has room. */
  readonly reason: 'noCopy' | 'noRoom';
  /** The class promises nothing for this failure. */
  readonly allowed: boolean;
  /** Why no host takes it, for `noRoom`. */
  readonly explanation?: Explanation;
}

/** What a failure means for one system. */
export interface SystemOutcome {
  readonly system: string;
  readonly class: string;
  /** Until every component has an instance in service; null: not at all. */
  readonly serviceMinutes: number | null;
  /** Until every instance that comes back is back. */
  readonly allMinutes: number;
  readonly lostDataMinutes: number | null;
  readonly rtoMinutes: number | null;
  readonly rpoMinutes: number | null;
  readonly rtoMet: boolean;
  readonly rpoMet: boolean;
}

export interface FailureOutcome {
  readonly failure: Failure;
  readonly hostsLost: number;
  readonly affected: number;
  readonly restarts: readonly Restart[];
  readonly losses: readonly Loss[];
  readonly systems: readonly SystemOutcome[];
  /** Groups that stand closer together than their rules want, until the failure is mended. */
  readonly crowded: readonly string[];
  /** Hard rules broken after the restarts, as the verifier finds them; there are none unless the engine is wrong. */
  readonly violations: readonly Violation[];
  /** Copies that fall behind, flows that are cut or too wide for what is left of the network. */
  readonly network: readonly Diagnostic[];
  /** Losses beyond a class, promises missed, rules broken, faults of the network. */
  readonly broken: number;
}

export function countBroken({
  losses,
  systems,
  violations,
  network,
}: Pick<FailureOutcome, 'losses' | 'systems' | 'violations' | 'network'>): number {
  return (
    losses.filter(({ allowed }) => !allowed).length +
    systems.filter(({ rtoMet, rpoMet }) => !rtoMet || !rpoMet).length +
    violations.length +
    network.length
  );
}
