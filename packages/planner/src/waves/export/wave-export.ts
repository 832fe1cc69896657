import type { Estate } from '../../estate/schema.ts';
import type { Plan } from '../../plan/schema.ts';
import type { Waves } from '../schema.ts';

export interface WaveExportInput {
  readonly waves: Waves;
  readonly plan: Plan;
  readonly estate: Estate;
}

export interface WaveFile {
  /** Relative, with forward slashes. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface WaveExported {
  readonly files: readonly WaveFile[];
  /** What the format has no words for, with the reason. */
  readonly leftOut: readonly { readonly workload: string; readonly reason: string }[];
}

/** Waves in the words of another tool. Same documents, same bytes. */
export type WaveExporter = (input: WaveExportInput) => WaveExported | Promise<WaveExported>;
