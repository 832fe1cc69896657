import type { Importer, ImportFile } from '../../src/import/importer.ts';
import { importBreach } from './check-import.ts';

export interface FuzzReport {
  readonly cases: number;
  readonly withEstate: number;
  readonly slowestMs: number;
  /** Cases that threw, hung or broke a promise of importers; each can be repeated by its seed. */
  readonly failures: readonly { readonly seed: number; readonly file: string; readonly problem: string }[];
}

const slowMs = 5_000;

/** Mutates one file of each group at a time and imports the group. Deterministic by seed. */
export async function fuzzImporter(
  importer: Importer,
  groups: readonly (readonly ImportFile[])[],
  { count, seed }: { count: number; seed: number },
): Promise<FuzzReport> {
  const failures: { seed: number; file: string; problem: string }[] = [];
  let withEstate = 0;
  let slowestMs = 0;
  for (let i = 0; i < count; i++) {
    const random = createRandom(seed + i);
    const group = groups[random(groups.length)]!;
    const target = random(group.length);
    const files = group.map((file, index) =>
      index === target ? { ...file, bytes: mutate(file.bytes, random) } : file,
    );
    const fail = (problem: string) => failures.push({ seed: seed + i, file: files[target]!.path, problem });
    const start = performance.now();
    try {
      if (typeof (await importer.detect(files)) !== 'boolean') fail('detect answers neither yes nor no');
      const result = await importer.read(files);
      if (result.estate !== undefined) withEstate++;
      const breach = importBreach(result);
      if (breach !== undefined) fail(breach);
    } catch (error) {
      fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    const elapsed = performance.now() - start;
    slowestMs = Math.max(slowestMs, elapsed);
    if (elapsed > slowMs) fail(`took ${Math.round(elapsed)} ms`);
  }
  return { cases: count, withEstate, slowestMs: Math.round(slowestMs), failures };
}

type Random = (below: number) => number;

/** mulberry32 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const nasty = [
  '\u0000',
  '\u001b[2J',
  '\ufeff',
  '\ud800',
  '999999999999999999999',
  '-1',
  '1e309',
  'NaN',
  '0x10',
  'null',
  '~',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '&',
  '&x;',
  '<!--',
  ']]>',
  ',',
  ';',
  ':',
  '\t',
  '\r\n',
  '---\n',
  '*a',
  '&a ',
  '!!binary ',
  '__proto__',
  'constructor',
  '\u202e',
  '名称',
  '0',
  'true',
  '1.5e3Ki',
  '../../etc/passwd',
  '=cmd()',
];

/** One to four changes: bytes flipped, cut off, lines doubled or dropped, numbers blown up, hostile words put in. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let result: Uint8Array = bytes;
  for (let n = random(4); n >= 0; n--) result = mutateOnce(result, random);
  return result;
}

function mutateOnce(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes.length === 0) return bytes;
  const at = random(bytes.length);
  const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const encode = (text: string) => new TextEncoder().encode(text);
  switch (random(9)) {
    case 0:
      return bytes.map((byte, i) => (i === at ? byte ^ (1 << random(8)) : byte));
    case 1:
      return bytes.slice(0, at);
    case 2:
      return editLines(bytes, (lines) => lines.splice(random(lines.length), 0, lines[random(lines.length)]!));
    case 3:
      return editLines(bytes, (lines) => lines.splice(random(lines.length), 1));
    case 4:
      return replaceToken(bytes, /\d+/g, ['0', '-7', '99999999999999999999', '1e400', '0.0001', '""', 'many'], random);
    case 5:
      return replaceToken(bytes, /[\w.-]{3,}/g, nasty, random);
    case 6:
      return join(bytes.slice(0, at), encode(nasty[random(nasty.length)]!), bytes.slice(at));
    case 7: {
      const end = Math.min(bytes.length, at + random(200));
      return join(bytes.slice(0, end), bytes.slice(at));
    }
    default:
      return join(bytes.slice(0, at), bytes.slice(Math.min(bytes.length, at + random(200))));
  }
}

const latin1 = new TextDecoder('latin1');
/** One character is one byte, so that edits of text leave the bytes around them alone. */
const toBytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0) & 0xff);

function editLines(bytes: Uint8Array, edit: (lines: string[]) => void): Uint8Array {
  const lines = latin1.decode(bytes).split('\n');
  edit(lines);
  return toBytes(lines.join('\n'));
}

function replaceToken(bytes: Uint8Array, pattern: RegExp, by: readonly string[], random: Random): Uint8Array {
  const text = latin1.decode(bytes);
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return bytes;
  const match = matches[random(matches.length)]!;
  return toBytes(text.slice(0, match.index) + by[random(by.length)]! + text.slice(match.index + match[0].length));
}
