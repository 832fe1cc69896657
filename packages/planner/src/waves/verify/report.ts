import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Estate } from '../../estate/schema.ts';
import type { Plan } from '../../plan/schema.ts';
import type { Programme, Waves } from '../schema.ts';

export interface VerifyWavesInput {
  readonly waves: Waves;
  readonly plan: Plan;
  readonly estate: Estate;
  readonly programme: Programme;
  /** The documents as they are now; given, their hashes must be those that the waves name. */
  readonly inputs?: Waves['inputs'];
}

/** One breach: a code and its parameters, at a place of the waves document. */
export type Report = (code: `YQ4${string}`, pointer: string, params: Diagnostic['params']) => void;

/** The same at the activity in work, with its group among the parameters. */
export type Tell = (code: Parameters<Report>[0], params: Diagnostic['params']) => void;
