import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Estate } from '../estate/schema.ts';
import type { Plan } from '../plan/schema.ts';

export interface ExportInput {
  readonly plan: Plan;
  readonly estate: Estate;
  readonly fleet: ExpandedFleet;
}

export interface ExportedFile {
  /** Relative, with forward slashes. */
  readonly name: string;
  readonly text: string;
}

export interface Exported {
  readonly files: readonly ExportedFile[];
  /** Placements that the format has no words for, with the reason; they also stand in `not-exported.csv`. */
  readonly leftOut: readonly { readonly workload: string; readonly reason: string }[];
}

/** A plan in the words of another tool. Pure: same documents, same bytes. */
export type Exporter = (input: ExportInput) => Exported;
