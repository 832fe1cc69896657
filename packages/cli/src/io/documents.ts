import { dirname, join, relative, resolve } from 'node:path';
import {
  type Diagnostic,
  type DocumentKind,
  type Documents,
  decodeText,
  documentKind,
  formatDiagnostic,
  readDocument,
  sha256,
} from '@yunqian/planner';
import { Exit, exitCodes, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { exists, readFiles, readText } from './files.ts';

export interface Loaded<K extends DocumentKind> {
  /** As the user named it. */
  readonly path: string;
  readonly text: string;
  readonly sha256: string;
  readonly value: Documents[K];
}

export type LoadedDocuments = { readonly [K in DocumentKind]?: Loaded<K> };

const extension = /\.(ya?ml|json)$/;

/**
 * Reads documents by what they say they are (`kind:`), in any order; directories are searched, and without any path
 * the current directory is. Prints every problem of every document, then exits with 2 if there was an error or if a
 * wanted kind is missing.
 */
export function loadDocuments(
  context: Context,
  paths: readonly string[],
  wanted: readonly DocumentKind[],
  optional: readonly DocumentKind[] = [],
): LoadedDocuments {
  const found = paths.length > 0 ? paths : ['.'];
  const files = found.flatMap((path) => listed(context, path));
  const loaded: Partial<Record<DocumentKind, Loaded<DocumentKind>>> = {};
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();
  for (const file of files) {
    const { text } = decodeText(file.bytes);
    const kind = documentKind(text);
    if (kind === undefined || ![...wanted, ...optional].includes(kind)) {
      if (!file.searched) throw new UsageError(notWanted(context, file.path, kind, [...wanted, ...optional]));
      continue;
    }
    const other = loaded[kind];
    if (other !== undefined) throw new UsageError(twice(context, kind, other.path, file.path));
    const result = readDocument(text, { kind, path: file.path });
    sources.set(file.path, text);
    diagnostics.push(...result.diagnostics);
    if (result.value !== undefined)
      loaded[kind] = { path: file.path, text, sha256: sha256(file.bytes), value: result.value };
    else loaded[kind] ??= undefined as never;
  }
  report(context, diagnostics, sources);
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new Exit(exitCodes.usage);
  const missing = wanted.filter((kind) => loaded[kind] === undefined);
  if (missing.length > 0) throw new UsageError(missingText(context, missing));
  return loaded as LoadedDocuments;
}

/** Warnings of one code shown in full, without --verbose; errors always are. */
const shownPerCode = 3;

/** Prints diagnostics on stderr, each with its place and action. */
export function report(
  context: Context,
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string> = new Map(),
): void {
  const shown = new Map<string, number>();
  const told = context.quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  for (const diagnostic of told) {
    const { code, severity, document } = diagnostic;
    const count = (shown.get(code) ?? 0) + 1;
    shown.set(code, count);
    if (severity === 'error' || context.verbose || count <= shownPerCode) {
      context.io.stderr.write(`${formatDiagnostic(diagnostic, context.lang, sources.get(document))}\n`);
    }
  }
  const hidden = new Map<string, number>();
  for (const { code, severity } of diagnostics) if (severity !== 'error') hidden.set(code, (hidden.get(code) ?? 0) + 1);
  for (const [code, count] of hidden) {
    const rest = count - shownPerCode;
    if (rest > 0 && !context.verbose) {
      context.say({
        en: `... ${rest} more ${code} (--verbose shows all)`,
        'zh-CN': `……另有 ${rest} 条 ${code}（--verbose 显示全部）`,
      });
    }
  }
}

/** Paths as a document records them: relative to where it will stand, with forward slashes. */
export function inputRefs(
  context: Context,
  loaded: readonly (Loaded<DocumentKind> | undefined)[],
  out: string,
): { kind: string; path: string; sha256: string }[] {
  const base = dirname(resolve(context.io.cwd, out));
  return loaded
    .filter((document) => document !== undefined)
    .map((document) => ({
      kind: document.value.kind,
      path: relative(base, resolve(context.io.cwd, document.path)).replaceAll('\\', '/'),
      sha256: document.sha256,
    }));
}

/**
 * A plan or wave document with the inputs that it names, found beside it; further paths given by the user replace
 * inputs of their kind.
 */
export function loadWithInputs<K extends 'plan' | 'waves'>(
  context: Context,
  kind: K,
  path: string,
  more: readonly string[],
  optional: readonly DocumentKind[] = [],
): LoadedDocuments & { readonly [P in K]: Loaded<P> } {
  const own = loadDocuments(context, [path], [kind], [])[kind] as Loaded<K>;
  const given = more.length > 0 ? loadDocuments(context, more, [], [...inputKinds, ...optional]) : {};
  const inputs = (own.value as Documents['plan']).inputs;
  const paths = inputs
    .filter((input) => given[input.kind as DocumentKind] === undefined)
    .map((input) => join(dirname(path), input.path));
  const kinds = inputs.map((input) => input.kind as DocumentKind).filter((k) => given[k] === undefined);
  const rest = paths.length > 0 ? loadDocuments(context, paths, kinds) : {};
  return { ...rest, ...given, [kind]: own } as never;
}

const inputKinds: readonly DocumentKind[] = ['estate', 'fleet', 'policy', 'programme', 'plan'];

interface Listed {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Found by searching a directory, not named by the user. */
  readonly searched: boolean;
}

function listed(context: Context, path: string): Listed[] {
  if (!exists(context.io.cwd, path) || extension.test(path))
    return [{ path, bytes: readText(context.io.cwd, path), searched: false }];
  const files = readFiles(context.io.cwd, [path]).filter(
    (file) => extension.test(file.path) && dirname(file.path) === dirname(join(path, 'x')),
  );
  return files.length > 0 ? files.map((file) => ({ ...file, searched: true })) : [];
}

function notWanted(context: Context, path: string, kind: string | undefined, wanted: readonly string[]): string {
  const list = wanted.join(', ');
  return context.lang === 'en'
    ? `${path}: ${kind === undefined ? 'no `kind:` found' : `this is a document of kind \`${kind}\``}; wanted: ${list}`
    : `${path}：${kind === undefined ? '未找到 `kind:`' : `此文档的类型是 \`${kind}\``}；需要：${list}`;
}

function twice(context: Context, kind: string, a: string, b: string): string {
  return context.lang === 'en'
    ? `two documents of kind \`${kind}\`: ${a} and ${b}; name the one you mean`
    : `有两个类型为 \`${kind}\` 的文档：${a} 和 ${b}；请明确指定一个`;
}

function missingText(context: Context, missing: readonly string[]): string {
  const list = missing.map((kind) => `\`kind: ${kind}\``).join(', ');
  return context.lang === 'en'
    ? `missing document: ${list}. Name its file, or run where it is (\`yunqian init\` makes a set)`
    : `缺少文档：${list}。请指定文件，或在其所在目录运行（\`yunqian init\` 可生成一套）`;
}
