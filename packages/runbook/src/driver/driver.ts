import type { Evidence, Step } from '../journal/event.ts';

export interface EffectContext {
  /** Epochs grow within a run. */
  readonly run: string;
  /** Same key for every repetition of one attempt: an effect applied twice under one key changes nothing. */
  readonly key: string;
  /** The operator's; the world refuses effects of an older epoch than it has seen. */
  readonly epoch: number;
  /** Aborted: stop waiting and reject with the signal's reason; whether the effect took place is read back later. */
  readonly signal: AbortSignal;
}

export type EffectOutcome =
  | { readonly ok: true; readonly evidence: Evidence }
  | { readonly ok: false; readonly error: string };

/** What touches the world. `perform` is idempotent by key; `readBack` tells whether a key's effect already happened. */
export interface Driver {
  readonly name: string;
  perform(step: Step, context: EffectContext): Promise<EffectOutcome>;
  readBack(step: Step, key: string): Promise<EffectOutcome | null>;
}
