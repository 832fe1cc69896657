import type { Finding } from '@yunqian/hw-model';
import type { Estate } from './schema.ts';

/** What must hold between the parts of an estate: unique ids, references that lead somewhere, sizes that can be. */
export function checkEstate(estate: Estate): Finding[] {
  const findings: Finding[] = [];
  return findings;
}
