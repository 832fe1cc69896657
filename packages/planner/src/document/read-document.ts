import type { Finding } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { withServices } from '../services/expand-services.ts';
import { checkDocument } from './check-document.ts';
import { jsonSchema, schemaAt } from './json-schema.ts';
import { type DocumentKind, type Documents, documentKinds, documentSchemas } from './kinds.ts';
import { parseJson } from './parse-json.ts';
import { type ParsedText, type Place, parseText } from './parse-text.ts';
import { fromPointer, type Path, toPointer } from './pointer.ts';
import { type PathFinding, schemaFindings } from './schema-findings.ts';
import { suggest } from './suggest.ts';

export interface ReadOptions<K extends DocumentKind> {
  readonly kind: K;
  /** As the user gave it; appears in diagnostics. */
  readonly path: string;
  /** Problems shown of one document; a last one (YQ1009) counts the rest. Default 200. */
  readonly maxDiagnostics?: number;
}

export interface ReadResult<K extends DocumentKind> {
  /** Absent where any error was found. */
  readonly value?: Documents[K];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads one document, YAML or JSON: syntax, kind and version, schema, then what must hold between its parts. All
 * problems at once, in the order of the text, each with line and column. Never throws for data.
 */
export function readDocument<K extends DocumentKind>(text: string, options: ReadOptions<K>): ReadResult<K> {
  const parsed = parseJson(text) ?? parseText(text);
  if (parsed.value === undefined) return { diagnostics: finish(parsed.findings, options) };

  const { value, findings } = validate(parsed, options.kind);
  const located = findings.map((finding) => locate(finding, parsed));
  const diagnostics = finish([...parsed.findings, ...located], options);
  return value === undefined || diagnostics.some((d) => d.severity === 'error')
    ? { diagnostics }
    : { value: completed(options.kind, value), diagnostics };
}

/** Estates are read with what their services stand for. */
function completed<K extends DocumentKind>(kind: K, value: Documents[K]): Documents[K] {
  return kind === 'estate' ? (withServices(value as Documents['estate']) as Documents[K]) : value;
}

function validate<K extends DocumentKind>(
  parsed: ParsedText,
  kind: K,
): { value?: Documents[K]; findings: PathFinding[] } {
  const root = parsed.value;
  if (typeof root !== 'object' || root === null || Array.isArray(root))
    return { findings: [error('YQ1010', [], { kind })] };
  const { newer, ...head } = checkHead(root, parsed, kind);
  if (head.findings.length > 0) return head;

  const schema = documentSchemas[kind];
  const document = { ...root, formatVersion: '1.0' };
  const keysAt = (path: Path) => Object.keys(schemaAt(jsonSchema(kind), path, document)?.properties ?? {});
  let result = schema.safeParse(document);
  let findings: PathFinding[] = [];
  if (!result.success && newer) {
    // A later minor version only adds fields: what we do not know is left out with a warning.
    const unknown = result.error.issues.filter((issue) => issue.code === 'unrecognized_keys');
    findings = schemaFindings(unknown, document, keysAt).map((finding) => ({ ...finding, severity: 'warning' }));
    result = schema.safeParse(without(document, unknown));
  }
  if (!result.success) return { findings: [...findings, ...schemaFindings(result.error.issues, document, keysAt)] };
  const value = result.data as Documents[K];
  return { value, findings: [...findings, ...checkDocument(kind, value).map(withPath)] };
}

function without(document: object, unknown: readonly { path: PropertyKey[]; keys: string[] }[]): object {
  const copy = structuredClone(document);
  for (const { path, keys } of unknown) {
    const owner = path.reduce<object>((value, step) => Reflect.get(value, step), copy);
    for (const key of keys) Reflect.deleteProperty(owner, key);
  }
  return copy;
}

/** Kind and version, before anything else: a document of another kind would only give noise. */
function checkHead(root: object, parsed: ParsedText, kind: DocumentKind): { newer: boolean; findings: PathFinding[] } {
  const findings: PathFinding[] = [];
  const given = Reflect.get(root, 'kind');
  if (given === undefined) findings.push(error('YQ1005', [], { kind }));
  else if (given !== kind) {
    const near =
      typeof given === 'string' && !documentKinds.includes(given as DocumentKind)
        ? suggest(given, documentKinds)
        : undefined;
    findings.push(error('YQ1006', ['kind'], { kind, found: String(given), near: near ?? String(given) }));
  }
  // Unquoted, 1.0 is the number 1 to YAML: what counts is what is written.
  const version = parsed.written(['formatVersion']);
  const match = /^(\d+)\.(\d+)$/.exec(version ?? '');
  if (version === undefined) findings.push(error('YQ1017', [], {}));
  else if (match?.[1] !== '1') findings.push(error('YQ1018', ['formatVersion'], { found: version }));
  return { newer: match !== null && match[2] !== '0', findings };
}

const error = (code: string, path: Path, params: Finding['params']): PathFinding => ({
  code,
  severity: 'error',
  path,
  params,
});

const withPath = ({ pointer, ...finding }: Finding): PathFinding => ({ ...finding, path: fromPointer(pointer) });

function locate({ path, key, ...finding }: PathFinding, parsed: ParsedText): Finding & Place {
  return { ...finding, pointer: toPointer(path), ...parsed.place(path, key) };
}

function finish(
  findings: readonly (Finding & Place)[],
  options: { path: string; maxDiagnostics?: number },
): Diagnostic[] {
  const limit = options.maxDiagnostics ?? 200;
  const sorted = [...findings].sort((a, b) => a.line - b.line || a.column - b.column);
  const shown = sorted.slice(0, limit).map((finding): Diagnostic => ({ ...finding, document: options.path }));
  const rest = sorted.slice(limit);
  if (rest.length === 0) return shown;
  const severity = rest.some((finding) => finding.severity === 'error') ? 'error' : 'warning';
  return [
    ...shown,
    {
      code: 'YQ1009',
      severity,
      document: options.path,
      pointer: '',
      line: 0,
      column: 0,
      params: { count: rest.length },
    },
  ];
}
