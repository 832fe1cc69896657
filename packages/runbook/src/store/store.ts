import type { JournalEvent, RunEventBody } from '../journal/event.ts';

export interface Lease {
  readonly operator: string;
  readonly epoch: number;
}

/** An append-only, hash-chained journal per run, or of another `Body` per stream of that name. Every append is durable before it returns. */
export interface JournalStore<Body = RunEventBody> {
  /** In the order of their names. */
  runs(): readonly { readonly run: string; readonly events: number }[];
  /** Events with a `seq` above `afterSeq`. */
  read(run: string, afterSeq?: number): readonly JournalEvent<Body>[];
  /**
   * Compare-and-set: refuses (null) when `expectedSeq` is not the last one, so two writers cannot interleave; with an
   * `epoch`, also when another operator has taken the lease since.
   */
  append(run: string, expectedSeq: number, actor: string, body: Body, epoch?: number): JournalEvent<Body> | null;
  /** Takes the run's lease, whoever holds it, and returns a higher epoch than any before. */
  takeLease(run: string, operator: string): number;
  /** False once another operator has taken the lease. */
  holdsLease(run: string, epoch: number): boolean;
  lease(run: string): Lease | null;
  close(): void;
}
