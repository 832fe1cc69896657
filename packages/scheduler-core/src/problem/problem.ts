/**
 * The problem that the core solves: workloads with demands, hosts with capacities in a topology, and rules.
 * Plain data, so that any problem can be saved as JSON and replayed. Quantities are integers below 2^31; the
 * unit belongs to the dimension's name (`cpuMilli`, `memMiB`). Objects may be shared between entries (one demand
 * array for a thousand equal workloads): the compiler recognises shared references and compresses by class.
 */
export interface Problem {
  readonly formatVersion: '1.0';
  readonly name: string;
  /** Dimension ids; demands and capacities are arrays parallel to this one. */
  readonly dimensions: readonly string[];
  /** Topology levels besides the host itself, e.g. `['site', 'room', 'rack', 'pool']`. Levels need not be nested. */
  readonly levels: readonly string[];
  readonly hosts: readonly Host[];
  readonly workloads: readonly Workload[];
  readonly groups: readonly Group[];
  readonly rules: readonly RuleSpec[];
}

export type AttributeValue = string | number | readonly string[];
export type Attributes = Readonly<Record<string, AttributeValue>>;

export interface Host {
  readonly id: string;
  /** Per dimension, before any overcommit ratio of a capacity rule. */
  readonly capacity: readonly number[];
  /** Domain id per level, parallel to `Problem.levels`; '' where the host is in no domain of that level. */
  readonly domains: readonly string[];
  readonly attributes?: Attributes;
  /** A closed host takes nothing new (drained, in maintenance); what stands on it may stay. */
  readonly closed?: boolean;
  /** Discrete cards or cells by set (`CardRule.cards`): what each has, parallel to the rule's dimensions. At most 31 a set. */
  readonly cards?: Readonly<Record<string, readonly (readonly number[])[]>>;
}

export interface Workload {
  readonly id: string;
  readonly demand: readonly number[];
  readonly attributes?: Attributes;
  /** Higher is placed first and given up last. Default 0. */
  readonly priority?: number;
  /** Id of the host it runs on now. Absent: new. */
  readonly host?: string;
  /** Must stay on `host`. */
  readonly pinned?: boolean;
  /** By set: over how many different cards its demand is divided equally; 0: it is bound to none of them. Default 1 where it has a demand. */
  readonly cards?: Readonly<Record<string, number>>;
}

/** A named set of workloads; members are indices into `Problem.workloads`, ascending, without repeats. */
export interface Group {
  readonly id: string;
  readonly members: ArrayLike<number>;
}

/** `hard` must hold; `soft` is a goal; `noWorse` may be broken as far as it was at the start, mending it is a goal. */
export type RuleMode = 'hard' | 'soft' | 'noWorse';
/** `after`: holds once all moves are done. `during`: what moves also counts where it was. */
export type RuleWhen = 'after' | 'during';

export interface RuleBase {
  /** Unique; appears in explanations and violations. */
  readonly id: string;
  /** Default `hard`. */
  readonly mode?: RuleMode;
  /** Default `after`. */
  readonly when?: RuleWhen;
  /** Objective level of a soft rule; lower levels come first, lexicographically. Default 1. */
  readonly level?: number;
  /** Weight within its level, positive. Default 1. */
  readonly weight?: number;
}

/**
 * Sum of demands on a host <= floor(capacity x ratio). Ratio > 1 is overcommit; a soft rule with ratio < 1 is a safety level. With
 * `limitKey`, the limit is read from an attribute of the host in place of its capacity.
 */
export interface CapacityRule extends RuleBase {
  readonly kind: 'capacity';
  /** Dimension ids. Default: all. */
  readonly dimensions?: readonly string[];
  /** Default 1. */
  readonly ratio?: number;
  /** Attribute of the host that holds its limit; a host without it goes by its capacity. */
  readonly limitKey?: string;
}

/** Sum of demands in a domain <= its limit: rack power, uplink Mbit/s, pool GiB, a tenant's quota in a site. */
export interface DomainCapacityRule extends RuleBase {
  readonly kind: 'domainCapacity';
  readonly topology: string;
  readonly dimension: string;
  /** By domain id. A domain that is not named has `defaultLimit`, or no limit where that is absent. */
  readonly limits: Readonly<Record<string, number>>;
  readonly defaultLimit?: number;
  /** Only these groups' members count. Default: all workloads. */
  readonly groups?: readonly string[];
}

export type EligibilityOp =
  /** host value is one of the wanted values (a host's list: any of them) */
  | 'in'
  /** host value is none of the values */
  | 'notIn'
  /** host has the attribute */
  | 'exists'
  | 'notExists'
  /** host number >= wanted number */
  | 'atLeast'
  | 'atMost'
  /** host's list contains every wanted value (traits) */
  | 'containsAll'
  /** every value of the host's list is among the wanted values (taints within tolerations); no attribute = empty list */
  | 'subsetOf';

/**
 * Which hosts may carry which workloads, by attributes. Wanted values come from the workload's own attribute
 * (`workloadKey`; a workload without it is unconstrained, except for `subsetOf`, where it stands for the empty list)
 * or from `values`, a constant for all members of `groups`.
 */
export interface EligibilityRule extends RuleBase {
  readonly kind: 'eligibility';
  readonly hostKey: string;
  readonly op: EligibilityOp;
  readonly workloadKey?: string;
  readonly values?: readonly (string | number)[];
  /** Default: all workloads. */
  readonly groups?: readonly string[];
}

/** Members of each group on different domains of a level: at most one per domain. */
export interface SeparateRule extends RuleBase {
  readonly kind: 'separate';
  /** A level of the problem, or 'host'. */
  readonly topology: string;
  readonly groups: readonly string[];
}

/** No domain holds members of both groups. */
export interface ConflictRule extends RuleBase {
  readonly kind: 'conflict';
  readonly topology: string;
  readonly groupA: string;
  readonly groupB: string;
}

/** Members of each group in at most `maxDomains` domains of a level. */
export interface ColocateRule extends RuleBase {
  readonly kind: 'colocate';
  readonly topology: string;
  readonly groups: readonly string[];
  /** Default 1. */
  readonly maxDomains?: number;
}

/** How each group spreads over the domains of a level. Every limit that is given holds. */
export interface SpreadRule extends RuleBase {
  readonly kind: 'spread';
  readonly topology: string;
  readonly groups: readonly string[];
  readonly maxPerDomain?: number;
  /** In every domain that holds any member. */
  readonly minPerDomain?: number;
  /** Most loaded minus least loaded, over the domains that have at least one open host. */
  readonly maxSkew?: number;
  /** Distinct domains in use, once all placed members are counted; a group smaller than this uses one each. */
  readonly minDomains?: number;
}

/** A domain that holds a member of one of these groups holds members of that group only (dedicated hosts). */
export interface ExclusiveRule extends RuleBase {
  readonly kind: 'exclusive';
  /** Default 'host'. */
  readonly topology?: string;
  readonly groups: readonly string[];
}

/**
 * What is free on a host keeps a proportion: at least `target` of dimension B for each unit of A, so that what is left can be
 * used. A goal: `soft` and `after`.
 */
export interface BalanceRule extends RuleBase {
  readonly kind: 'balance';
  readonly mode: 'soft';
  readonly dimensionA: string;
  readonly dimensionB: string;
  /** Whole units of B per unit of A; the product with any capacity stays below 2^53. */
  readonly target: number;
}

/** The rules of movement are about workloads with an initial host: they have moved where they stand on another one. `after`. */

/** A price for each workload that moves: its own (`workloadKey`), or `price` where it has none. */
export interface MoveCostRule extends RuleBase {
  readonly kind: 'moveCost';
  /** Default 1. */
  readonly price?: number;
  /** Attribute of the workload that holds its price. */
  readonly workloadKey?: string;
  /** Default: all workloads. */
  readonly groups?: readonly string[];
}

/** A price for the way from the initial host: by classes of hosts, or for every pair of hosts. */
export interface MoveDistanceRule extends RuleBase {
  readonly kind: 'moveDistance';
  /** Attribute of the host that holds its class; hosts of a class that is not in `classes` cost nothing. */
  readonly hostKey?: string;
  readonly classes?: readonly string[];
  /** From (row) to (column), in the order of `classes`, or of the hosts where there are none. Rows may be typed arrays. */
  readonly prices: readonly ArrayLike<number>[];
}

/** At most so many workloads move. */
export interface MoveLimitRule extends RuleBase {
  readonly kind: 'moveLimit';
  readonly limit: number;
  /** Default: all workloads. */
  readonly groups?: readonly string[];
}

/** The most moves within any one of the groups stay within `limit`; as a goal, the maximum beyond it is what costs. */
export interface MoveGroupMaxRule extends RuleBase {
  readonly kind: 'moveGroupMax';
  readonly groups: readonly string[];
  /** Default 0. */
  readonly limit?: number;
}

/** A domain of a level that holds a member of a group holds a member of each group that it needs. */
export interface DependencyRule extends RuleBase {
  readonly kind: 'dependency';
  readonly topology: string;
  /** By group id. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
}

/**
 * Some dimensions of a host are no single pot: they lie on discrete cards (accelerators, NUMA cells), and a workload takes whole parts of
 * different cards. A hard rule: a card is there or not.
 */
export interface CardRule extends RuleBase {
  readonly kind: 'card';
  /** Name of the set in `Host.cards` and `Workload.cards`. */
  readonly cards: string;
  /** What a card holds; a workload asks for its demand in them, divided over its cards and rounded up. */
  readonly dimensions: readonly string[];
}

/** A price for each host that carries anything. */
export interface ActivationRule extends RuleBase {
  readonly kind: 'activation';
  /** Default 1. */
  readonly price?: number;
  /** Attribute of the host that holds its price; a host without it has `price`. */
  readonly hostKey?: string;
}

/** Sum of a group's demands within its limits, everywhere or in some domains together. `after`. */
export interface GroupCapacityRule extends RuleBase {
  readonly kind: 'groupCapacity';
  /** Each by itself has the limits. */
  readonly groups: readonly string[];
  /** By dimension id. */
  readonly limits: Readonly<Record<string, number>>;
  /** Level of `domains`. Default 'host'. */
  readonly topology?: string;
  /** Default: everywhere. */
  readonly domains?: readonly string[];
}

/** After the loss of any `count` domains, what ran there fits in sum into what the others leave free. `after`. */
export interface FailoverReserveRule extends RuleBase {
  readonly kind: 'failoverReserve';
  /** What is lost. */
  readonly topology: string;
  /** Default 1. */
  readonly count?: number;
  /** Level within whose domains the lost load must find room. Default: everywhere. */
  readonly scope?: string;
  /** Default: all of which some host has any. */
  readonly dimensions?: readonly string[];
  /** Factor on the capacities. Default 1. */
  readonly ratio?: number;
}

/** What workloads that talk to each other pay for their distance. A goal, `after`. */
export interface TrafficRule extends RuleBase {
  readonly kind: 'traffic';
  /** By group id and group id: kbit/s between each member of the one and each other workload of the other, whole. */
  readonly rates: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By level id: price of a kbit/s between hosts that share a domain of it; of several the least. On one host it is 0. */
  readonly prices?: Readonly<Record<string, number>>;
  /** Price where they share none. Default 1. */
  readonly apart?: number;
}

export type RuleSpec =
  | CapacityRule
  | DomainCapacityRule
  | EligibilityRule
  | SeparateRule
  | ConflictRule
  | ColocateRule
  | SpreadRule
  | ExclusiveRule
  | BalanceRule
  | MoveCostRule
  | MoveDistanceRule
  | MoveLimitRule
  | MoveGroupMaxRule
  | DependencyRule
  | CardRule
  | ActivationRule
  | GroupCapacityRule
  | FailoverReserveRule
  | TrafficRule;

export type RuleKind = RuleSpec['kind'];

/** Host index per workload, -1 where unplaced. */
export type Placement = Int32Array;
