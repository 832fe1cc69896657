import { z } from 'zod';
import { type DocumentKind, documentSchemas } from './kinds.ts';
import type { Path } from './pointer.ts';

/** The part of JSON Schema 2020-12 that our schemas use. */
export interface SchemaNode {
  readonly title?: string;
  readonly titleZh?: string;
  readonly description?: string;
  readonly descriptionZh?: string;
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

const schemas = new Map<DocumentKind, SchemaNode>();

/** JSON Schema (2020-12) of a kind of document as people write it: what has a default may be left out. */
export function jsonSchema(kind: DocumentKind): SchemaNode {
  const known = schemas.get(kind);
  if (known !== undefined) return known;
  const schema = z.toJSONSchema(documentSchemas[kind], { io: 'input' }) as SchemaNode;
  schemas.set(kind, schema);
  return schema;
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
