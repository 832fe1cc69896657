import type { Finding } from '@yunqian/hw-model';
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
} from 'yaml';
import type { Path } from './pointer.ts';

/** A place in the text, 1-based; 0 where unknown. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface ParsedText {
  /** Plain value; undefined where the text could not be read. */
  readonly value: unknown;
  /** Findings about the text itself, each with its place. */
  readonly findings: readonly (Finding & Place)[];
  /** Place of the value at a path, or of the nearest thing around it; `key: true` asks for the key's place. */
  place(path: Path, key?: boolean): Place;
  /** The scalar as it is written (`1.0`), undefined for anything else. */
  written(path: Path): string | undefined;
}

/** Values that a document may hold once every alias is written out. */
const maxNodes = 20_000_000;
const maxDepth = 200;

/** YAML 1.2 or JSON to a value with places. Bounded: aliases are expanded up to a limit, nesting too. Never throws. */
export function parseText(text: string): ParsedText {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line, column: col };
  };
  const findings: (Finding & Place)[] = [];
  const report = (code: string, offset: number, params: Finding['params'], severity: Finding['severity'] = 'error') =>
    findings.push({ code, severity, pointer: '', params, ...at(offset) });

  let root: ParsedNode | null = null;
  let value: unknown;
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      stringKeys: true,
    });
    for (const { code, pos, message } of document.errors) report(syntaxCodes[code] ?? 'YQ1002', pos[0], { message });
    for (const { pos, message } of document.warnings) report('YQ1008', pos[0], { message }, 'warning');
    root = document.contents;
    if (root === null) {
      if (findings.length === 0) report('YQ1001', 0, {});
    } else if (document.errors.length === 0) {
      value = toPlain(root, report);
    }
  } catch (error) {
    // The parser is recursive: hostile nesting ends its stack.
    report('YQ1004', 0, { message: error instanceof RangeError ? 'nesting' : String(error) });
  }
  const failed = findings.some((finding) => finding.severity === 'error');
  return {
    value: failed ? undefined : value,
    findings,
    place: (path, key = false) => at(offsetOf(root, path, key)),
    written: (path) => {
      const node = descend(root, path).node;
      return isScalar(node) ? node.source : undefined;
    },
  };
}

/** Parser errors that have a text of their own; the rest are YQ1002. */
const syntaxCodes: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'YQ1011',
  BAD_INDENT: 'YQ1012',
  MULTIPLE_DOCS: 'YQ1013',
  MISSING_CHAR: 'YQ1014',
  NON_STRING_KEY: 'YQ1015',
  RESOURCE_EXHAUSTION: 'YQ1004',
};

type Report = (code: string, offset: number, params: Finding['params']) => void;

/** The plain value of a tree. Reports duplicate keys, unknown or endless aliases, and what is too large. */
function toPlain(root: ParsedNode, report: Report): unknown {
  const anchors = new Map<string, { value: unknown; nodes: number }>();
  let nodes = 0;
  let tooLarge = false;

  const visit = (node: Node | null, depth: number): unknown => {
    nodes++;
    if (node === null || tooLarge) return null;
    if (depth > maxDepth || nodes > maxNodes) {
      tooLarge = true;
      report('YQ1004', start(node), { message: depth > maxDepth ? 'nesting' : 'size' });
      return null;
    }
    if (isAlias(node)) return follow(node);
    const before = nodes;
    const value = isMap(node)
      ? mapOf(node.items, depth)
      : isSeq(node)
        ? node.items.map((item) => visit(item as Node, depth + 1))
        : isScalar(node)
          ? node.value
          : null;
    if (!isAlias(node) && 'anchor' in node && node.anchor)
      anchors.set(node.anchor, { value, nodes: nodes - before + 1 });
    return value;
  };

  const follow = (alias: Alias): unknown => {
    const target = anchors.get(alias.source);
    if (target === undefined) {
      // Inside its own anchor, or before it: never complete.
      report('YQ1016', start(alias), { alias: alias.source });
      return null;
    }
    nodes += target.nodes;
    return target.value;
  };

  const mapOf = (items: readonly { key: unknown; value: unknown }[], depth: number): Record<string, unknown> => {
    const entries: [string, unknown][] = [];
    const seen = new Set<string>();
    for (const { key, value } of items) {
      const name = String(isScalar(key) ? key.value : key);
      if (seen.has(name)) report('YQ1003', start(key as Node), { key: name });
      seen.add(name);
      entries.push([name, visit(value as Node | null, depth + 1)]);
    }
    // Object.fromEntries defines properties, so that a key `__proto__` is a key like any other.
    return Object.fromEntries(entries);
  };
  return visit(root, 0);
}

const start = (node: Node | null): number => node?.range?.[0] ?? 0;

function offsetOf(root: Node | null, path: Path, key: boolean): number {
  const { node, keyNode } = descend(root, path);
  return start(key && keyNode ? keyNode : (node ?? keyNode));
}

/** Follows a path as far as it goes. */
function descend(root: Node | null, path: Path): { node: Node | null; keyNode: Node | null } {
  let node = root;
  let keyNode: Node | null = null;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) break;
      keyNode = pair.key as Node;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) break;
      keyNode = null;
      node = item as Node;
    } else {
      break;
    }
  }
  return { node, keyNode };
}
