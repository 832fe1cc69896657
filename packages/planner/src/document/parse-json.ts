import { type ParsedText, parseText } from './parse-text.ts';

/**
 * The fast way for JSON (a plan of 100,000 workloads takes seconds as YAML): `JSON.parse`, and places only when
 * somebody asks. Null where the text is not JSON, or where `JSON.parse` would drop a duplicate key in silence.
 */
export function parseJson(text: string): ParsedText | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (countKeys(value) !== countWrittenKeys(text)) return null;
  } catch {
    return null;
  }
  let tree: ParsedText | undefined;
  const slow = () => {
    tree ??= parseText(text);
    return tree;
  };
  return {
    value,
    findings: [],
    place: (path, key) => slow().place(path, key),
    written: (path) => {
      const found = path.reduce<unknown>(
        (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
        value,
      );
      return typeof found === 'string' || found === undefined ? found : slow().written(path);
    },
  };
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const children: unknown[] = Object.values(value);
  return children.reduce<number>((sum, child) => sum + countKeys(child), Array.isArray(value) ? 0 : children.length);
}

/** In valid JSON a string before a colon is a key, and every quote outside a string begins one. */
function countWrittenKeys(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) if (colon !== undefined) keys++;
  return keys;
}
