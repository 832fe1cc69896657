import type { Step } from '../journal/event.ts';

export interface EffectContext {
  /** Same key for every repetition of one attempt: an effect applied twice under one key changes nothing. */
  readonly key: string;
  readonly epoch: number;
  readonly signal: AbortSignal;
}

export type EffectOutcome =
  | { readonly ok: true; readonly evidence: Readonly<Record<string, string | number>> }
  | { readonly ok: false; readonly error: string };

/** What touches the world. `perform` is idempotent by key; `readBack` tells whether a key's effect already happened. */
export interface Driver {
  readonly name: string;
  perform(step: Step, context: EffectContext): Promise<EffectOutcome>;
  readBack(step: Step, key: string): Promise<EffectOutcome | null>;
}
