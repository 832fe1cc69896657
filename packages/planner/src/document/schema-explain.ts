import type { Lang } from '../diagnostic/diagnostic.ts';
import { jsonSchema, type SchemaNode } from './json-schema.ts';
import { type DocumentKind, documentKinds } from './kinds.ts';

export interface SchemaExplanation {
  readonly path: string;
  /** Title and meaning in the language asked for; '' where the schema has none. */
  readonly title: string;
  readonly description: string;
  readonly type: string;
  readonly required: boolean;
  readonly default?: unknown;
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly required: boolean;
    readonly title: string;
  }[];
  /** All of this as people read it. */
  readonly text: string;
}

/** What a field means: `schemaExplain('estate.workloads.vcpus', 'en')`. Lists are passed through; null where there is no such field. */
export function schemaExplain(path: string, lang: Lang): SchemaExplanation | null {
  const [kind, ...steps] = path.split('.');
  if (!documentKinds.includes(kind as DocumentKind)) return null;
  let nodes: readonly SchemaNode[] = [jsonSchema(kind as DocumentKind, lang)];
  let required = true;
  for (const step of steps) {
    const owners = nodes.flatMap(records);
    nodes = owners.flatMap((owner) => owner.properties?.[step] ?? []);
    required = owners.every((owner) => owner.required?.includes(step) ?? false);
    if (nodes.length === 0) return null;
  }
  const [node] = nodes as [SchemaNode, ...SchemaNode[]];
  const owners = nodes.flatMap(records);
  const names = [...new Set(owners.flatMap((owner) => Object.keys(owner.properties ?? {})))];
  const fields = names.map((name) => {
    const having = owners.filter((owner) => owner.properties?.[name] !== undefined);
    return {
      name,
      type: [...new Set(having.map((owner) => typeText(owner.properties?.[name] as SchemaNode)))].join(' | '),
      required: owners.every((owner) => owner.required?.includes(name) ?? false),
      title: having[0]?.properties?.[name]?.title ?? '',
    };
  });
  const explanation = {
    path,
    title: node.title ?? '',
    description: node.description ?? '',
    type: typeText(node),
    required,
    ...(node.default === undefined ? {} : { default: node.default }),
    fields,
  };
  return { ...explanation, text: textOf(explanation, lang) };
}

/** The mappings that a node stands for: itself, its entries, its alternatives. */
function records(node: SchemaNode): readonly SchemaNode[] {
  if (node.properties !== undefined) return [node];
  if (node.items !== undefined) return records(node.items);
  if (typeof node.additionalProperties === 'object') return records(node.additionalProperties);
  return (node.oneOf ?? node.anyOf ?? []).flatMap(records);
}

function typeText(node: SchemaNode): string {
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum !== undefined) return node.enum.join(' | ');
  if (node.items !== undefined) return `list of ${typeText(node.items)}`;
  const branches = node.oneOf ?? node.anyOf;
  if (branches !== undefined)
    return [...new Set(branches.map((branch) => (branch.properties ? 'object' : typeText(branch))))].join(' | ');
  if (typeof node.additionalProperties === 'object' && node.properties === undefined)
    return `map of ${typeText(node.additionalProperties)}`;
  const bounds = [
    node.minimum !== undefined ? `>= ${node.minimum}` : '',
    node.exclusiveMinimum !== undefined ? `> ${node.exclusiveMinimum}` : '',
    node.maximum !== undefined ? `<= ${node.maximum}` : '',
  ].filter(Boolean);
  return [node.type ?? 'any', ...bounds].join(' ');
}

function textOf(explanation: Omit<SchemaExplanation, 'text'>, lang: Lang): string {
  const words =
    lang === 'en'
      ? { required: 'required', optional: 'optional', default: 'default', fields: 'FIELDS' }
      : { required: '必填', optional: '可选', default: '缺省值', fields: '字段' };
  const width = Math.max(0, ...explanation.fields.map(({ name }) => name.length));
  const facts = [
    explanation.type,
    explanation.required ? words.required : words.optional,
    ...(explanation.default === undefined ? [] : [`${words.default} ${JSON.stringify(explanation.default)}`]),
  ];
  return [
    `${explanation.path}  <${facts.join(', ')}>`,
    ...[explanation.title, explanation.description].filter(Boolean).map((line) => `  ${line}`),
    ...(explanation.fields.length > 0 ? ['', words.fields] : []),
    ...explanation.fields.map(
      ({ name, type, required, title }) =>
        `  ${name.padEnd(width)}  <${type}${required ? `, ${words.required}` : ''}>${title === '' ? '' : `  ${title}`}`,
    ),
  ].join('\n');
}
