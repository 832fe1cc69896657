import type { Term } from '../compile/term.ts';
import type { Problem, RuleKind, RuleMode, RuleSpec, RuleWhen } from '../problem/problem.ts';

/**
 * One rule, in one file: what it accepts, how it lowers to terms, how it is checked on plain objects, and how it
 * explains itself. `check` and `block` never look at columns or at the kernel. Ids that the problem does not have
 * constrain nothing here; `checkProblem` reports them.
 */
export interface Rule<S extends RuleSpec = RuleSpec> {
  readonly kind: S['kind'];
  /** One sentence each, for the reference page: what it demands, and what a violation's amount counts. */
  readonly meaning: string;
  readonly amount: string;
  /** JSON Schema (2020-12) of the options beyond the modifiers of `RuleBase`. */
  readonly schema: OptionsSchema;
  /** Modes and times that it can take; absent: all. */
  readonly modes?: readonly RuleMode[];
  readonly whens?: readonly RuleWhen[];
  /** What is wrong with options that each fit the schema; null: nothing. */
  fault?(spec: S, problem: Problem): string | null;
  /** Terms for the kernel; may be none (a rule about an absent dimension). */
  lower(spec: S, context: RuleContext): Term[];
  /** Every breach in the finished placement, counted from zero: `verify` subtracts the start for `noWorse`. */
  check(spec: S, view: PlacementView): Violation[];
  /** Prepares the question "may this workload stand on that host, everything else staying as in `view`?" */
  block(spec: S, view: PlacementView): Blocker;
}

export interface OptionsSchema {
  readonly type: 'object';
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, ValueSchema & { readonly description: string }>>;
}

/** As much of JSON Schema as options need. `refersTo` is ours: the string is the id of such a part of the problem. */
export interface ValueSchema {
  readonly type?: ValueType | readonly ValueType[];
  readonly enum?: readonly string[];
  readonly default?: string | number;
  readonly refersTo?: 'dimension' | 'level' | 'group';
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly items?: ValueSchema;
  readonly uniqueItems?: boolean;
  readonly additionalProperties?: ValueSchema;
  /** Of the keys of an object. */
  readonly propertyNames?: ValueSchema;
}

/** An `integer` is at most 2^31 - 1. */
export type ValueType = 'string' | 'integer' | 'number' | 'array' | 'object';

/** The tests that a rule puts a workload to, most telling first; none where the rule does not concern it. */
export type Blocker = (workload: number) => readonly HostTest[];
/** Constant time for each host; null: allowed. */
export type HostTest = (host: number) => Block | null;

/** A level of the topology, or the hosts themselves. */
export interface Topology {
  readonly id: string;
  /** Position in `Problem.levels`; -1 for 'host'. */
  readonly level: number;
  /** Domain ids in order of first appearance over the hosts. */
  readonly domains: readonly string[];
  /** Domain of each host, -1 where none. */
  readonly domainOf: Int32Array;
  hostsIn(domain: number): Int32Array;
  /** Per domain: 1 where at least one host is open. */
  readonly open: Uint8Array;
  readonly openCount: number;
}

/** Look-ups that every rule needs, made once per problem. */
export interface RuleContext {
  readonly problem: Problem;
  readonly dimensionIndex: ReadonlyMap<string, number>;
  /** 'host' is -1. */
  readonly levelIndex: ReadonlyMap<string, number>;
  readonly groupIndex: ReadonlyMap<string, number>;
  readonly hostIndex: ReadonlyMap<string, number>;
  readonly ruleIndex: ReadonlyMap<string, number>;
  /** By level id, and 'host'. */
  readonly topologies: ReadonlyMap<string, Topology>;
  /** Per level: domain ids in order of first appearance over the hosts. */
  readonly domainIds: readonly (readonly string[])[];
  /** Per level: domain index of each host, -1 where none. */
  readonly domainOf: readonly Int32Array[];
  /** Host index where each workload runs at the start, -1 where new. */
  readonly initialHostOf: Int32Array;
  /** Indices of the groups that a workload is in, ascending. */
  groupsOf(workload: number): Int32Array;
}

/** A placement seen through plain objects, with the members a check asks for. */
export interface PlacementView extends RuleContext {
  /** -1 where unplaced, or where the given host index does not exist. */
  readonly hostOf: Int32Array;
  /** The placement at the start: what `noWorse` measures against. */
  readonly initial: PlacementView;
  /** Workloads on a host now, ascending. */
  workloadsOn(host: number): Int32Array;
  /** Placed workloads that stood on a host at the start and are elsewhere now: they count there under `during`. */
  departedFrom(host: number): Int32Array;
}

/** Which limit of a counting rule was broken; each limit of a rule is a place of its own. */
export type CountLimit = 'maxPerDomain' | 'minPerDomain' | 'maxSkew' | 'minDomains' | 'maxDomains';

export interface Violation {
  readonly rule: string;
  readonly kind: RuleKind;
  readonly mode: RuleMode;
  /** How far beyond the limit, in the rule's own unit; positive. */
  readonly amount: number;
  readonly dimension?: string;
  readonly limit?: CountLimit;
  readonly group?: string;
  /** Group that `group` needs and that is not there. */
  readonly missing?: string;
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
