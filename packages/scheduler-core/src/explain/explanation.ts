/** Why a workload is not placed, over all hosts: "0 of 384 hosts: 291 short of memMiB, 61 zone, 32 spread". */
export interface Explanation {
  readonly workload: string;
  /** Hosts considered: always all of them. */
  readonly hosts: number;
  /** Hosts that would take it as things stand (0 for an unplaced workload). */
  readonly feasible: number;
  /** Each host counted once, under the first rule that stops it in the problem's rule order; largest first. */
  readonly blockedBy: readonly BlockCount[];
  /** `contended`: some host would take it if others moved. `unresolvable`: no host ever would. */
  readonly verdict: 'placed' | 'contended' | 'unresolvable';
  /** The host that misses by least, and by what: the smallest change that would admit the workload. */
  readonly nearest: HostExplanation | null;
}

export interface BlockCount {
  readonly rule: string;
  /** A dimension ("memMiB") for capacities, the rule's id otherwise. */
  readonly reason: string;
  readonly hosts: number;
}

/** Every rule that stops one workload on one host. Empty `blocks`: it fits. */
export interface HostExplanation {
  readonly workload: string;
  readonly host: string;
  readonly blocks: readonly {
    readonly rule: string;
    readonly reason: string;
    readonly amount: number;
    readonly unresolvable: boolean;
  }[];
}
