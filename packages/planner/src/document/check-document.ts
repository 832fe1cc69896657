import type { Finding } from '@yunqian/hw-model';
import { checkEstate } from '../estate/check-estate.ts';
import { checkPolicy } from '../policy/check-policy.ts';
import type { DocumentKind, Documents } from './kinds.ts';

/** What a schema cannot say, by kind of document. Plans and waves are verified against their inputs instead. */
const checks: { readonly [K in DocumentKind]?: (value: Documents[K]) => readonly Finding[] } = {
  estate: checkEstate,
  policy: checkPolicy,
};

export function checkDocument<K extends DocumentKind>(kind: K, value: Documents[K]): readonly Finding[] {
  return checks[kind]?.(value) ?? [];
}
