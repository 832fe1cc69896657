import { stringify } from 'yaml';
import { documentSchemas } from './kinds.ts';

export interface WriteOptions {
  /** Where editors find the JSON Schema; YAML only. Default `./schemas/<kind>.schema.json`, where `yunqian init` puts it; null writes no such line. */
  readonly schema?: string | null;
}

/**
 * Text of a document, keys in the order in which the value has them. YAML begins with the line by which editors find
 * the schema; JSON has one entry of a list a line, so that large plans stay small and diffs readable.
 */
export function writeDocument(value: object, format: 'yaml' | 'json', options: WriteOptions = {}): string {
  if (format === 'json') return `${json(value, 0)}\n`;
  const kind = String(Reflect.get(value, 'kind'));
  const schema =
    options.schema === undefined && kind in documentSchemas ? `./schemas/${kind}.schema.json` : options.schema;
  const head = schema == null ? '' : `# yaml-language-server: $schema=${schema}\n`;
  return head + stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Two levels of the document are laid out; below them an entry is one line. */
function json(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null || depth === 2) return JSON.stringify(value);
  const inner = '  '.repeat(depth + 1);
  const list = Array.isArray(value);
  const parts = list
    ? value.map((item) => JSON.stringify(item))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${JSON.stringify(key)}: ${json(item, depth + 1)}`);
  const [open, close] = list ? '[]' : '{}';
  return parts.length === 0
    ? `${open}${close}`
    : `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${'  '.repeat(depth)}${close}`;
}
