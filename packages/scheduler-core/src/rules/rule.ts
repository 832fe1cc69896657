import type { Problem, RuleKind, RuleMode, RuleSpec } from '../problem/problem.ts';
import type { Term } from '../compile/term.ts';

/**
 * One rule, in one file: what it accepts, how it lowers to terms, how it is checked on plain objects, and how it
 * explains itself. `check` and `block` never look at columns or at the kernel.
 */
export interface Rule<S extends RuleSpec = RuleSpec> {
  readonly kind: S['kind'];
  /** JSON Schema (2020-12) of the options beyond `RuleBase`. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Terms for the kernel; may be none (a rule about an absent dimension). */
  lower(spec: S, context: RuleContext): Term[];
  /** Every breach in the finished placement. */
  check(spec: S, view: PlacementView): Violation[];
  /** Why `workload` may not stand on `host`, given everything else in `view`; null if the rule allows it. */
  block(spec: S, view: PlacementView, workload: number, host: number): Block | null;
}

/** Look-ups that every rule needs, made once per problem. */
export interface RuleContext {
  readonly problem: Problem;
  readonly dimensionIndex: ReadonlyMap<string, number>;
  /** 'host' is -1. */
  readonly levelIndex: ReadonlyMap<string, number>;
  readonly groupIndex: ReadonlyMap<string, number>;
  readonly hostIndex: ReadonlyMap<string, number>;
  /** Per level: domain ids in order of first appearance over the hosts. */
  readonly domainIds: readonly (readonly string[])[];
  /** Per level: domain index of each host, -1 where none. */
  readonly domainOf: readonly Int32Array[];
  /** Host index where each workload runs at the start, -1 where new. */
  readonly initialHostOf: Int32Array;
}

/** A placement seen through plain objects, with the sums and members a check asks for. */
export interface PlacementView extends RuleContext {
  readonly hostOf: ArrayLike<number>;
  /** Workloads on a host now. */
  workloadsOn(host: number): readonly number[];
  /** Workloads that stood on a host at the start and are elsewhere now: they count there under `during`. */
  departedFrom(host: number): readonly number[];
}

export interface Violation {
  readonly rule: string;
  readonly kind: RuleKind;
  readonly mode: RuleMode;
  /** How far beyond the limit, in the rule's own unit; positive. */
  readonly amount: number;
  readonly dimension?: string;
  readonly group?: string;
  readonly host?: string;
  readonly domain?: string;
  /** Workloads involved, at most the first 20. */
  readonly workloads: readonly string[];
}

export interface Block {
  readonly rule: string;
  readonly kind: RuleKind;
  /** The dimension for capacities, otherwise the rule's id: the word in "291 short of memMiB". */
  readonly reason: string;
  /** Would still hold if every other workload were elsewhere: moving others cannot help. */
  readonly unresolvable: boolean;
  /** What is missing, in the rule's unit (memMiB short, members too many); 0 where it has no quantity. */
  readonly amount: number;
}
