import { z } from 'zod';
import type { Lang } from '../diagnostic/diagnostic.ts';
import { commonTexts } from './field-texts/common.ts';
import { estateTexts } from './field-texts/estate.ts';
import type { FieldTexts } from './field-texts/field-text.ts';
import { fleetTexts } from './field-texts/fleet.ts';
import { planTexts, programmeTexts, requestTexts, wavesTexts } from './field-texts/others.ts';
import { phasesTexts } from './field-texts/phases.ts';
import { policyTexts } from './field-texts/policy.ts';
import { type DocumentKind, documentSchemas } from './kinds.ts';
import type { Path } from './pointer.ts';

/** The part of JSON Schema 2020-12 that our schemas use. */
export interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly const?: string | number;
  readonly enum?: readonly (string | number)[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly oneOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
}

/** What the fields mean, by kind of document. */
export const fieldTexts: Readonly<Record<DocumentKind, FieldTexts>> = {
  estate: estateTexts,
  fleet: fleetTexts,
  policy: policyTexts,
  programme: programmeTexts,
  request: requestTexts,
  phases: phasesTexts,
  plan: planTexts,
  waves: wavesTexts,
};

const schemas = new Map<string, SchemaNode>();

/**
 * JSON Schema (2020-12) of a kind of document as people write it: what has a default may be left out. Titles and
 * descriptions are in the language asked for.
 */
export function jsonSchema(kind: DocumentKind, lang: Lang = 'en'): SchemaNode {
  const key = `${kind} ${lang}`;
  const known = schemas.get(key);
  if (known !== undefined) return known;
  const plain = z.toJSONSchema(documentSchemas[kind], { io: 'input', override: dropSafeBounds }) as SchemaNode;
  const schema = withTexts(plain, '', fieldTexts[kind], lang);
  schemas.set(key, schema);
  return schema;
}

/** zod bounds every integer by what a double holds exactly, which tells a reader nothing. */
function dropSafeBounds({ jsonSchema: node }: { jsonSchema: { minimum?: number; maximum?: number } }): void {
  if (node.minimum === Number.MIN_SAFE_INTEGER) delete node.minimum;
  if (node.maximum === Number.MAX_SAFE_INTEGER) delete node.maximum;
}

function withTexts(node: SchemaNode, path: string, texts: FieldTexts, lang: Lang): SchemaNode {
  const [title, description] = (texts[path] ?? commonTexts[path])?.[lang] ?? [];
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...inside(node, path, texts, lang),
  };
}

/** Lists, maps and alternatives stand at the path of what holds them; the text stands at the holder. */
function inside(node: SchemaNode, path: string, texts: FieldTexts, lang: Lang): SchemaNode {
  const through = (child: SchemaNode) => inside(child, path, texts, lang);
  const { properties, items, additionalProperties, oneOf, anyOf } = node;
  return {
    ...node,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, child]) => [
          name,
          withTexts(child, path === '' ? name : `${path}.${name}`, texts, lang),
        ]),
      ),
    }),
    ...(items && { items: through(items) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: through(additionalProperties) }),
    ...(oneOf && { oneOf: oneOf.map(through) }),
    ...(anyOf && { anyOf: anyOf.map(through) }),
  };
}

/** The schema at a path of a value; of alternatives, the one whose constants the value has. */
export function schemaAt(root: SchemaNode, path: Path, value: unknown): SchemaNode | undefined {
  let node = choose(root, value);
  let here = value;
  for (const step of path) {
    if (node === undefined) return undefined;
    const next: SchemaNode | boolean | undefined =
      typeof step === 'number' ? node.items : (node.properties?.[step] ?? node.additionalProperties);
    here = typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined;
    node = typeof next === 'object' ? choose(next, here) : undefined;
  }
  return node;
}

function choose(node: SchemaNode, value: unknown): SchemaNode | undefined {
  const branches = node.oneOf ?? node.anyOf;
  if (branches === undefined) return node;
  return branches.find((branch) =>
    Object.entries(branch.properties ?? {}).every(
      ([key, { const: constant }]) =>
        constant === undefined || (typeof value === 'object' && value !== null && Reflect.get(value, key) === constant),
    ),
  );
}
