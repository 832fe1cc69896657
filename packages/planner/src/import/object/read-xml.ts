import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { ImportFile } from '../importer.ts';
import { readText, short } from './read-data.ts';
import type { ImportSession } from './session.ts';
import type { XmlElement } from './xml-element.ts';

/** Deeper than any inventory, well within the parser's stack. */
const maxDepth = 200;
/** Put around several roots; a pointer into them starts with it. */
const open = '<files>';
const close = '</files>';

/**
 * The root elements of an XML file. Several roots are several documents in one file, as a loop over `virsh dumpxml`
 * writes them. What is not well-formed is reported with its place and gives nothing; so does a document type
 * definition, which no inventory has and which is the way to entities that explode or reach for files.
 */
export function readXml(file: ImportFile, session: ImportSession): readonly XmlElement[] {
  const text = readText(file, session);
  if (text === undefined) return [];
  const fail = ({ line, column, message }: Trouble): [] => {
    session.report('error', 'YQ1509', { document: file.path, pointer: '', line, column }, { message: short(message) });
    session.see(file.path, 'file').leaveOut('unreadable');
    return [];
  };
  const trouble = validate(text);
  const wrapped = trouble && wrapRoots(text);
  if (trouble !== undefined && wrapped === undefined) return fail(trouble);
  const source = wrapped ?? text;
  try {
    const placed = placer(file.path, source, wrapped === undefined ? 0 : open.length);
    const roots = elements(parser.parse(source) as ParsedNode[], '', placed);
    const documents = wrapped === undefined ? roots : (roots[0]?.children ?? []);
    return documents.length > 0 ? documents : fail(trouble ?? { line: 1, column: 1, message: 'no element' });
  } catch (error) {
    return fail({ line: 0, column: 0, message: error instanceof Error ? error.message : String(error) });
  }
}

/** The text inside one root, where that makes it well-formed; every line stays where it was. */
function wrapRoots(text: string): string | undefined {
  const body = text.replace(/<\?xml\b[^>]*\?>/g, (declaration) => declaration.replace(/[^\n]/g, ' '));
  const wrapped = `${open}${body}${close}`;
  return validate(wrapped) === undefined ? wrapped : undefined;
}

interface Trouble {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

function validate(text: string): Trouble | undefined {
  const definition = text.search(/<!(DOCTYPE|ENTITY)/i);
  if (definition >= 0)
    return {
      line: text.slice(0, definition).split('\n').length,
      column: 0,
      message: 'document type definitions are not read',
    };
  try {
    const result = XMLValidator.validate(text);
    return result === true ? undefined : { line: result.err.line, column: result.err.col, message: result.err.msg };
  } catch (error) {
    return { line: 0, column: 0, message: String(error) };
  }
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  captureMetaData: true,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: maxDepth,
  jPath: false,
});
const metaData = XMLParser.getMetaDataSymbol() as unknown as string;

/** `{name: children, ':@': attributes}`; text is a node named `#text`. */
type ParsedNode = Record<string, unknown>;

function elements(
  nodes: readonly ParsedNode[],
  parent: string,
  placed: (offset: number, pointer: string) => XmlElement['spot'],
): XmlElement[] {
  const seen = new Map<string, number>();
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) return [];
    const index = (seen.get(name) ?? 0) + 1;
    seen.set(name, index);
    const pointer = `${parent}/${name}${index > 1 ? `[${index}]` : ''}`;
    const inner = node[name] as ParsedNode[];
    const meta = node[metaData] as { startIndex?: number } | undefined;
    return {
      name,
      attributes: (node[':@'] ?? {}) as Record<string, string>,
      children: elements(inner, pointer, placed),
      text: inner
        .map((child) => (typeof child['#text'] === 'string' ? child['#text'] : ''))
        .join('')
        .trim(),
      spot: placed(meta?.startIndex ?? 0, pointer),
    };
  });
}

/** Line and column of an offset into the parsed text, whose first `shift` characters are not the file's. */
function placer(
  document: string,
  source: string,
  shift: number,
): (offset: number, pointer: string) => XmlElement['spot'] {
  const starts = [shift];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset, pointer) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { document, pointer, line: low + 1, column: Math.max(1, offset - starts[low]! + 1) };
  };
}
