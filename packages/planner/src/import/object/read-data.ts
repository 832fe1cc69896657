import {
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type ParsedNode,
  parseAllDocuments,
  parseDocument,
} from 'yaml';
import { decodeText } from '../../document/decode-text.ts';
import type { Path } from '../../document/pointer.ts';
import type { ImportFile } from '../importer.ts';
import { Cursor } from './cursor.ts';
import type { ImportSession } from './session.ts';
import { fileSpot } from './spot.ts';

/** An alias may be written out this often, all aliases of a document together: a bound on "billion laughs". */
const maxAliases = 1_000;
/** Lines of longer JSON are not looked for: the pointer has to do. */
const maxPlacedLength = 16 * 2 ** 20;
/** Broken JSON up to this length gets a second reading as YAML, which allows comments and tells more of errors. */
const maxRereadLength = 256 * 2 ** 10;
/** The YAML parser is slow, and slower than linear in anchors; exports of this size are JSON. */
const maxYamlLength = 64 * 2 ** 20;
const maxAnchors = 5_000;
/** A broken file can have an error on each line; the first few tell what is wrong. */
const maxErrors = 5;

/** The text of a file, or undefined with a diagnostic where there is none to read. */
export function readText(file: ImportFile, session: ImportSession): string | undefined {
  const { text, diagnostics } = decodeText(file.bytes, file.path);
  session.add(diagnostics);
  if (text.trim() === '') {
    session.report('error', 'YQ1500', fileSpot(file.path), {});
    session.see(file.path, 'file').leaveOut('empty');
    return undefined;
  }
  // No text format has these; a binary file is not worth a parser's guesses.
  const zero = text.indexOf('\u0000');
  if (zero >= 0) {
    session.report('error', 'YQ1501', { ...fileSpot(file.path), line: text.slice(0, zero).split('\n').length }, {});
    session.see(file.path, 'file').leaveOut('unreadable');
    return undefined;
  }
  return text;
}

/**
 * The documents of a JSON or YAML file. Files of JSON take the fast road; their lines are only counted when a
 * diagnostic asks. A broken document of a YAML stream is reported and left out, its healthy neighbours are read.
 */
export function readData(file: ImportFile, session: ImportSession): Cursor[] {
  const text = readText(file, session);
  if (text === undefined) return [];
  try {
    return [new Cursor(lazyPlaces(file.path, text), JSON.parse(text))];
  } catch (error) {
    if (text.length <= maxRereadLength || !/^\s*[[{]/.test(text)) return readYaml(file.path, text, session);
    const { message } = error as Error;
    const place = /\(line (\d+) column (\d+)\)/.exec(message);
    const [line, column] = place ? [Number(place[1]), Number(place[2])] : [text.split('\n').length, 0];
    session.report('error', 'YQ1502', { document: file.path, pointer: '', line, column }, { message: short(message) });
    session.see(file.path, 'file').leaveOut('unreadable');
    return [];
  }
}

function readYaml(path: string, text: string, session: ImportSession): Cursor[] {
  const lines = new LineCounter();
  const cursors: Cursor[] = [];
  let broken = false;
  const fail = (code: string, offset: number, message: string) => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    session.report('error', code, { document: path, pointer: '', line, column: col }, { message: short(message) });
    broken = true;
  };
  try {
    if (text.length > maxYamlLength) throw new RangeError(`more than ${maxYamlLength} characters`);
    if ((text.match(/(?<![^\s[{,:-])&[^\s&,[\]{}]/g)?.length ?? 0) > maxAnchors)
      throw new RangeError(`more than ${maxAnchors} anchors`);
    const documents = parseAllDocuments(text, {
      lineCounter: lines,
      prettyErrors: false,
      merge: true,
      logLevel: 'error',
    });
    let errors = 0;
    for (const document of documents as ReturnType<typeof parseDocument>[]) {
      for (const error of document.errors) if (errors++ < maxErrors) fail('YQ1502', error.pos[0], error.message);
      if (document.errors.length > 0 || document.contents === null) continue;
      try {
        const root = document.contents as ParsedNode;
        const place = (to: Path) => {
          const { line, col } = lines.linePos(offsetOf(root, to));
          return { line, column: col };
        };
        const value: unknown = document.toJS({ maxAliasCount: maxAliases });
        if (value !== null) cursors.push(new Cursor({ file: path, place }, value));
      } catch (error) {
        fail('YQ1503', document.range?.[0] ?? 0, String((error as Error).message));
      }
    }
  } catch (error) {
    // The parser is recursive: hostile nesting ends its stack.
    fail('YQ1503', 0, String((error as Error).message));
  }
  if (broken) session.see(path, 'file').leaveOut('unreadable');
  else if (cursors.length === 0) {
    session.report('error', 'YQ1500', fileSpot(path), {});
    session.see(path, 'file').leaveOut('empty');
  }
  return cursors;
}

/** Parsers quote the text that they fail on, which may be all of it. */
export const short = (message: string): string => (message.length > 200 ? `${message.slice(0, 200)}...` : message);

function lazyPlaces(file: string, text: string) {
  let root: ParsedNode | null | undefined;
  const lines = new LineCounter();
  const place = (path: Path) => {
    if (text.length > maxPlacedLength) return { line: 0, column: 0 };
    if (root === undefined) {
      try {
        root = parseDocument(text, {
          lineCounter: lines,
          prettyErrors: false,
          uniqueKeys: false,
          logLevel: 'error',
        }).contents;
      } catch {
        root = null;
      }
    }
    if (root === null) return { line: 0, column: 0 };
    const { line, col } = lines.linePos(offsetOf(root, path));
    return { line, column: col };
  };
  return { file, place };
}

/** Offset of the value at a path, or of the nearest thing around it. */
function offsetOf(root: ParsedNode, path: Path): number {
  let node: Node = root;
  for (const key of path) {
    if (!isCollection(node)) break;
    const next: unknown = isMap(node)
      ? (node.items as { key: unknown; value: unknown }[]).find(
          (pair) => isScalar(pair.key) && String(pair.key.value) === String(key),
        )?.value
      : node.items[Number(key)];
    if (typeof next !== 'object' || next === null || !('range' in next)) break;
    node = next as Node;
  }
  return node.range?.[0] ?? 0;
}
