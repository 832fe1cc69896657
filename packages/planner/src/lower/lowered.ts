import type { Assumption, ExpandedFleet, FleetHost } from '@yunqian/hw-model';
import type { Problem } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import type { RecoveryModel } from '../recovery/recovery-model.ts';
import type { Boundaries } from './boundaries.ts';
import type { Dimension } from './dimensions.ts';
import type { Entry } from './resolve-entries.ts';
import type { Storage } from './storage.ts';

/** A problem for the core, and the way back from its indices to the documents. */
export interface Lowered {
  readonly problem: Problem;
  /** `document` is the kind (`estate`, `policy`): lowering does not know file names. */
  readonly diagnostics: readonly Diagnostic[];
  readonly omitted: readonly { readonly workload: string; readonly reason: string }[];
  /** Of the fleet, of the estate, and what lowering itself had to assume. */
  readonly assumptions: readonly Assumption[];
  readonly index: LoweredIndex;
}

export interface LoweredIndex {
  readonly entries: readonly Entry[];
  /** Entry of each workload of the problem. */
  readonly entryOf: Int32Array;
  /** Host of the fleet by host of the problem. */
  readonly hosts: readonly FleetHost[];
  readonly dimensions: readonly Dimension[];
  readonly storage: Storage;
  readonly boundaries: Boundaries;
  /** The documents, where a reader needs more of them than the problem has. */
  readonly estate: Estate;
  readonly fleet: ExpandedFleet;
  /** Where the policy speaks of disaster recovery. */
  readonly recovery?: RecoveryModel;
  /** A rule of the problem that is a part of a written one, to the written one's id. */
  readonly writtenRule: ReadonlyMap<string, string>;
}

/** An explanation or violation in the rules as they were written: names of parts become the whole rule's. */
export function inWrittenRules<T extends { readonly rule: string; readonly reason?: string }>(
  { writtenRule }: LoweredIndex,
  item: T,
): T {
  const rule = writtenRule.get(item.rule) ?? item.rule;
  return rule === item.rule ? item : { ...item, rule, ...(item.reason === item.rule && { reason: rule }) };
}
