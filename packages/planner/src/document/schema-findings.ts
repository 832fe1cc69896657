import type { Finding } from '@yunqian/hw-model';
import type { z } from 'zod';
import { type Path, toPointer } from './pointer.ts';
import { suggest } from './suggest.ts';

/** A finding with the path it belongs to; `key` puts the place on the key instead of the value. */
export interface PathFinding extends Omit<Finding, 'pointer'> {
  readonly path: Path;
  readonly key?: boolean;
}

/** What a schema found, in our codes: one finding per unknown key, the nearest branch of a union. */
export function schemaFindings(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  keysAt: (path: Path) => readonly string[],
): PathFinding[] {
  const findings = issues.flatMap((issue) => findingsOf(issue, issue.path as Path, value, keysAt));
  // A misspelt field is one slip, not an unknown field and a missing one.
  const meant = new Set(
    findings.flatMap(({ code, path, params }) =>
      code === 'YQ1021' ? [toPointer([...path.slice(0, -1), String(params.near)])] : [],
    ),
  );
  return findings.filter(({ code, path }) => code !== 'YQ1022' || !meant.has(toPointer(path)));
}

function findingsOf(
  issue: z.core.$ZodIssue,
  path: Path,
  root: unknown,
  keysAt: (path: Path) => readonly string[],
): PathFinding[] {
  const found = valueAt(root, path);
  const one = (code: string, params: Finding['params'] = {}): PathFinding[] => [
    { code, severity: 'error', path, params: { field: fieldOf(path), ...params } },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const near = suggest(key, keysAt(path));
        const params = {
          key,
          field: fieldOf(path),
          ...(near === undefined ? { known: keysAt(path).join(', ') } : { near }),
        };
        return {
          code: near === undefined ? 'YQ1020' : 'YQ1021',
          severity: 'error',
          path: [...path, key],
          key: true,
          params,
        };
      });
    case 'invalid_type':
      if (found === undefined) return one('YQ1022', { expected: issue.expected });
      return one(typeCodes[issue.expected] ?? 'YQ1023', { expected: issue.expected, found: show(found) });
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'invalid_union':
      if (issue.errors.length > 0) return bestBranch(issue.errors, path, root, keysAt);
      if (found === undefined) return one('YQ1022', { expected: 'string' });
      return 'options' in issue && Array.isArray(issue.options)
        ? oneOf(issue.options.map(String))
        : one('YQ1036', { message: issue.message });
    case 'too_small':
      if (issue.origin === 'string') return one('YQ1031');
      return one(issue.origin === 'array' ? 'YQ1034' : 'YQ1029', {
        found: show(found),
        minimum: Number(issue.minimum),
        bound: issue.inclusive ? '>=' : '>',
      });
    case 'too_big':
      return one('YQ1030', { found: show(found), maximum: Number(issue.maximum) });
    case 'invalid_format':
      return one('YQ1035', { found: show(found), pattern: 'pattern' in issue ? String(issue.pattern) : issue.format });
    default:
      return one('YQ1036', { message: issue.message });
  }

  function oneOf(options: readonly string[]): PathFinding[] {
    if (found === undefined) return one('YQ1022', { expected: options.join(' | ') });
    const near = typeof found === 'string' ? suggest(found, options) : undefined;
    const params = { found: show(found), options: options.join(', ') };
    return near === undefined ? one('YQ1027', params) : one('YQ1028', { ...params, near });
  }
}

/** The branch that got furthest: the one whose first trouble lies deepest, then the one with least trouble. */
function bestBranch(
  branches: readonly (readonly z.core.$ZodIssue[])[],
  path: Path,
  root: unknown,
  keysAt: (path: Path) => readonly string[],
): PathFinding[] {
  const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));
  const [best] = [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  return (best ?? []).flatMap((issue) => findingsOf(issue, [...path, ...(issue.path as Path)], root, keysAt));
}

const typeCodes: Readonly<Record<string, string>> = {
  string: 'YQ1024',
  number: 'YQ1025',
  int: 'YQ1026',
  array: 'YQ1037',
  object: 'YQ1038',
  record: 'YQ1038',
  boolean: 'YQ1039',
};

/** The last name on the path: what a reader calls the field. */
function fieldOf(path: Path): string {
  const names = path.filter((step) => typeof step === 'string');
  const last = names.at(-1) ?? 'document';
  return typeof path.at(-1) === 'number' ? `${last}[${path.at(-1)}]` : last;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
