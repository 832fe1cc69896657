import type { RuleMode, RuleWhen } from '../problem/problem.ts';

/**
 * The primitives that the kernel evaluates. Rules lower to these; several rules share one term. All indices are
 * positions in the problem's arrays; topology -1 is the host itself.
 */
export interface TermBase {
  /** Index of the rule it came from. */
  readonly rule: number;
  readonly mode: RuleMode;
  readonly when: RuleWhen;
  readonly level: number;
  readonly weight: number;
}

export interface CapacityTerm extends TermBase {
  readonly term: 'capacity';
  readonly dimension: number;
  /** Per host. */
  readonly limit: Int32Array;
}

export interface DomainCapacityTerm extends TermBase {
  readonly term: 'domainCapacity';
  readonly topology: number;
  readonly dimension: number;
  /** Per domain of the level; Infinity where unlimited. */
  readonly limit: Float64Array;
  /** Workloads that count; null: all. */
  readonly members: ArrayLike<number> | null;
}

/** Always `after`: a workload is judged where it ends. */
export interface EligibilityTerm extends TermBase {
  readonly term: 'eligibility';
  /** Class of each workload, -1 where unconstrained. */
  readonly classOf: Int32Array;
  /** Per class, per host: 1 where allowed. */
  readonly allowed: readonly Uint8Array[];
}

/**
 * Counts of a group's members per domain. Serves separate, colocate and spread. Rules lower to one term for each
 * group and limit, so exactly one limit is given: for `noWorse` each limit is measured against its own start.
 */
export interface DomainCountTerm extends TermBase {
  readonly term: 'domainCount';
  readonly topology: number;
  readonly members: ArrayLike<number>;
  readonly maxPerDomain?: number;
  readonly minPerDomain?: number;
  readonly maxSkew?: number;
  readonly minDomains?: number;
  readonly maxDomains?: number;
}

export interface ConflictTerm extends TermBase {
  readonly term: 'conflict';
  readonly topology: number;
  readonly membersA: ArrayLike<number>;
  readonly membersB: ArrayLike<number>;
}

export interface ExclusiveTerm extends TermBase {
  readonly term: 'exclusive';
  readonly topology: number;
  /** One owner each, disjoint; workloads in none are owner -1, and may not stand with any owner's. */
  readonly owners: readonly ArrayLike<number>[];
}

/** Soft and `after`: an empty host may well be out of balance. */
export interface BalanceTerm extends TermBase {
  readonly term: 'balance';
  readonly dimensionA: number;
  readonly dimensionB: number;
  readonly target: number;
}

/** Terms of movement are `after`; their members all have an initial host, and have moved where they stand on another one. */
export interface MoveCostTerm extends TermBase {
  readonly term: 'moveCost';
  readonly members: ArrayLike<number>;
  /** Of each member. */
  readonly prices: ArrayLike<number>;
}

export interface MoveDistanceTerm extends TermBase {
  readonly term: 'moveDistance';
  /** Class of each host, -1 where its moves are free. */
  readonly classOf: Int32Array;
  /** From each class to each. */
  readonly prices: readonly ArrayLike<number>[];
}

export interface MoveLimitTerm extends TermBase {
  readonly term: 'moveLimit';
  readonly members: ArrayLike<number>;
  readonly limit: number;
}

export interface MoveGroupMaxTerm extends TermBase {
  readonly term: 'moveGroupMax';
  /** Disjoint. */
  readonly groups: readonly ArrayLike<number>[];
  readonly limit: number;
}

export interface DependencyTerm extends TermBase {
  readonly term: 'dependency';
  readonly topology: number;
  /** Groups that need or are needed; some may be empty. */
  readonly groups: readonly ArrayLike<number>[];
  /** Per group, indices of the groups that it needs. */
  readonly needs: readonly (readonly number[])[];
}

/** Hard and `after`. */
export interface CardTerm extends TermBase {
  readonly term: 'card';
  /** Capacity vectors of the cards of each host. */
  readonly cards: readonly (readonly (readonly number[])[])[];
  readonly members: ArrayLike<number>;
  /** Of each member. Equal ones may be the same object. */
  readonly asks: readonly CardAsk[];
}

export interface CardAsk {
  /** Different cards. */
  readonly count: number;
  /** On each of them, per dimension of the rule. */
  readonly part: readonly number[];
}

export interface ActivationTerm extends TermBase {
  readonly term: 'activation';
  /** Per host. */
  readonly prices: Int32Array;
}

/** Always `after`. The sum over the domains may pass 2^31. */
export interface GroupCapacityTerm extends TermBase {
  readonly term: 'groupCapacity';
  readonly topology: number;
  readonly dimension: number;
  readonly limit: number;
  /** Workloads that count; null: all. */
  readonly members: ArrayLike<number> | null;
  /** Per domain of the level: 1 where it counts; null: all. */
  readonly inside: Uint8Array | null;
}

/** Soft and `after`. */
export interface TrafficTerm extends TermBase {
  readonly term: 'traffic';
  /** Each member of `a` with each other workload of `b`. */
  readonly pairs: readonly { readonly a: ArrayLike<number>; readonly b: ArrayLike<number>; readonly kbps: number }[];
  /** The first level of which two hosts share a domain gives the price; cheapest first. */
  readonly distances: readonly { readonly topology: number; readonly price: number }[];
  /** Price where they share none. */
  readonly apart: number;
}

export type Term =
  | CapacityTerm
  | DomainCapacityTerm
  | EligibilityTerm
  | DomainCountTerm
  | ConflictTerm
  | ExclusiveTerm
  | BalanceTerm
  | MoveCostTerm
  | MoveDistanceTerm
  | MoveLimitTerm
  | MoveGroupMaxTerm
  | DependencyTerm
  | CardTerm
  | ActivationTerm
  | GroupCapacityTerm
  | TrafficTerm;
