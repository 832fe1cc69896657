import type { Diagnostic } from '../../diagnostic/diagnostic.ts';

/** Where a diagnostic points: file, JSON pointer or element path, 1-based line and column (0 where unknown). */
export type Spot = Pick<Diagnostic, 'document' | 'pointer' | 'line' | 'column'>;

export const fileSpot = (document: string): Spot => ({ document, pointer: '', line: 0, column: 0 });
