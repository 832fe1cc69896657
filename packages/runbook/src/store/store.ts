import type { RunEvent, RunEventBody } from '../journal/event.ts';

/** An append-only, hash-chained journal per run. Every append is durable before it returns. */
export interface JournalStore {
  runs(): readonly { readonly run: string; readonly events: number }[];
  read(run: string): readonly RunEvent[];
  /** Compare-and-set: refuses (returns null) when `expectedSeq` is not the last one, so two operators cannot interleave. */
  append(run: string, expectedSeq: number, actor: string, body: RunEventBody): RunEvent | null;
  /** Takes the run's lease and returns a higher epoch than any before. */
  takeLease(run: string, operator: string): number;
  /** False once another operator has taken the lease. */
  holdsLease(run: string, epoch: number): boolean;
  close(): void;
}
