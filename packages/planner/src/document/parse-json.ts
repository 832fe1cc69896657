import { type ParsedText, parseText } from './parse-text.ts';

/**
 * The fast way for what the program wrote itself (a plan of 100,000 workloads): `JSON.parse`, and places only when
 * somebody asks. Null where the text is not JSON.
 */
export function parseJson(text: string): ParsedText | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
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
