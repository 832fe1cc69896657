import { fleetSchema } from '@yunqian/hw-model';
import type { z } from 'zod';
import { estateSchema } from '../estate/schema.ts';
import { phasesSchema } from '../phases/schema.ts';
import { planSchema } from '../plan/schema.ts';
import { policySchema } from '../policy/schema.ts';
import { requestSchema } from '../portal/request-schema.ts';
import { programmeSchema, wavesSchema } from '../waves/schema.ts';

/** Every kind of document with its schema. */
export const documentSchemas = {
  estate: estateSchema,
  fleet: fleetSchema,
  policy: policySchema,
  programme: programmeSchema,
  request: requestSchema,
  phases: phasesSchema,
  plan: planSchema,
  waves: wavesSchema,
} as const;

export type DocumentKind = keyof typeof documentSchemas;
/** The value of each kind, with every default filled in. */
export type Documents = { readonly [K in DocumentKind]: z.output<(typeof documentSchemas)[K]> };

export const documentKinds = Object.keys(documentSchemas) as DocumentKind[];

/** Kinds that people write; the others are written by the program. */
export const inputKinds: readonly DocumentKind[] = ['estate', 'fleet', 'policy', 'programme', 'request', 'phases'];

/** The kind that a text says it is, without reading the rest; undefined where it names none that we know. */
export function documentKind(text: string): DocumentKind | undefined {
  const named = /^(?:\s*\{)?[ \t"']*kind["']?\s*:\s*["']?([A-Za-z]+)/m.exec(text.slice(0, 65_536))?.[1];
  return documentKinds.find((kind) => kind === named);
}
