import { readdirSync, readFileSync } from 'node:fs';
import { type ExpandedFleet, expandFleet } from '@yunqian/hw-model';
import { checkProblem } from '@yunqian/scheduler-core';
import {
  createPlan,
  type Diagnostic,
  type DocumentKind,
  type Documents,
  decodeText,
  documentKinds,
  formatDiagnostic,
  lower,
  type Policy,
  readDocument,
  templates,
  writeDocument,
} from '../../src/index.ts';
import { createRandom, mutate } from './fuzz.ts';

export interface DocumentFuzzReport {
  readonly cases: number;
  /** Cases that were read without an error all the same. */
  readonly valid: number;
  readonly slowestMs: number;
  readonly failures: readonly { readonly seed: number; readonly document: string; readonly problem: string }[];
}

interface Original {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly bytes: Uint8Array;
}

const slowMs = 5_000;
/** A larger fleet is legitimate, read, and not planned here. */
const maxHosts = 20_000;
/** Time of this process alone: others on the machine do not make a case slow. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const root = new URL('../../../../', import.meta.url);

/** Mutates documents of every kind, as YAML and as JSON, and holds what reading promises against what it does. */
export async function fuzzDocuments({ count, seed }: { count: number; seed: number }): Promise<DocumentFuzzReport> {
  const originals = await originalDocuments();
  const base = baseDocuments();
  const failures: { seed: number; document: string; problem: string }[] = [];
  let valid = 0;
  let slowestMs = 0;
  for (let i = 0; i < count; i++) {
    const random = createRandom(seed + i);
    const original = originals[random(originals.length)]!;
    const bytes = random(2) === 0 ? mutate(original.bytes, random) : reword(original.bytes, random);
    const fail = (problem: string) => failures.push({ seed: seed + i, document: original.name, problem });
    const start = cpuMs();
    try {
      if (await tryDocument(original.kind, bytes, base, fail)) valid++;
    } catch (error) {
      fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    const elapsed = cpuMs() - start;
    slowestMs = Math.max(slowestMs, elapsed);
    if (elapsed > slowMs) fail(`took ${Math.round(elapsed)} ms of CPU`);
  }
  return { cases: count, valid, slowestMs: Math.round(slowestMs), failures };
}

/** One number or word for another: what stays a document, and may no longer make sense. */
function reword(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const words = [...text.matchAll(random(2) === 0 ? /(?<=[:,[]\s*)\d+/g : /(?<=[:,[]\s*"?)[A-Za-z][\w-]*/g)];
  if (words.length === 0) return bytes;
  const word = words[random(words.length)]!;
  const numbers = ['0', '1', '2', '3', '7', '64', '100000', '0.5'];
  const other = /^\d/.test(word[0]) ? numbers[random(numbers.length)]! : words[random(words.length)]![0];
  return new TextEncoder().encode(text.slice(0, word.index) + other + text.slice(word.index + word[0].length));
}

interface Base {
  readonly estate: Documents['estate'];
  readonly fleet: ExpandedFleet;
  readonly policy: Policy;
}

/** Whether the document was read without an error. */
async function tryDocument(
  kind: DocumentKind,
  bytes: Uint8Array,
  base: Base,
  fail: (problem: string) => void,
): Promise<boolean> {
  const { text, diagnostics: decoding } = decodeText(bytes, 'x.yaml');
  const { value, diagnostics } = readDocument(text, { kind, path: 'x.yaml' });
  const lines = text.split('\n').length;
  for (const diagnostic of [...decoding, ...diagnostics]) checkDiagnostic(diagnostic, text, lines, fail);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if ((value === undefined) !== errors > 0)
    fail(`${errors} errors, and ${value === undefined ? 'no value' : 'a value'}`);
  if (value === undefined) return false;
  if (kind === 'fleet' && expandFleet(value as Documents['fleet']).hosts.length > maxHosts) return true;

  for (const format of ['yaml', 'json'] as const) {
    const again = readDocument(writeDocument(value, format), { kind, path: 'again' });
    if (JSON.stringify(again.value) !== JSON.stringify(value))
      fail(`not the same after writing as ${format}: ${again.diagnostics[0]?.code}`);
  }
  const documents = {
    estate: kind === 'estate' ? (value as Documents['estate']) : base.estate,
    fleet: kind === 'fleet' ? expandFleet(value as Documents['fleet']) : base.fleet,
    policy: kind === 'policy' ? (value as Documents['policy']) : base.policy,
  };
  if (kind !== 'estate' && kind !== 'fleet' && kind !== 'policy') return true;
  const [issue] = checkProblem(lower(documents.estate, documents.fleet, documents.policy).problem);
  if (issue !== undefined) fail(`lowered to a faulty problem: ${issue.path} ${issue.message}`);
  if (
    documents.estate.workloads.reduce((sum, workload) => sum + workload.count, 0) * documents.fleet.hosts.length >
    1_000_000
  )
    return true;
  const { plan, diagnostics: planning } = await createPlan({ ...documents, budget: 100_000 });
  if (plan === undefined && !planning.some(({ severity }) => severity === 'error')) fail('no plan and no error');
  if (planning.some(({ code }) => code === 'YQ2020')) fail('the plan breaks a hard rule');
  return true;
}

function checkDiagnostic(diagnostic: Diagnostic, text: string, lines: number, fail: (problem: string) => void): void {
  if (diagnostic.line > lines || diagnostic.line < 0 || diagnostic.column < 0)
    fail(`${diagnostic.code} stands outside the text`);
  for (const lang of ['en', 'zh-CN'] as const) {
    const shown = formatDiagnostic(diagnostic, lang, text);
    if (!shown.includes(diagnostic.code) || /\{\w+\}/.test(shown.split('\n')[0]!.replace(/`[^`]*`/g, '')))
      fail(`badly shown: ${shown}`);
  }
}

function baseDocuments(): Base {
  const { estate, fleet, policy } = templates.minimal();
  const read = <K extends DocumentKind>(kind: K, value: object) =>
    readDocument(JSON.stringify(value), { kind, path: kind }).value!;
  return { estate: read('estate', estate), fleet: expandFleet(read('fleet', fleet)), policy: read('policy', policy) };
}

/** The examples, the minimal template in both notations, and a plan. */
async function originalDocuments(): Promise<Original[]> {
  const originals: Original[] = [];
  const add = (name: string, kind: DocumentKind, text: string) =>
    originals.push({ name, kind, bytes: new TextEncoder().encode(text) });
  for (const value of Object.values(templates.minimal())) {
    const kind = value.kind as DocumentKind;
    for (const format of ['yaml', 'json'] as const)
      add(`minimal ${kind}.${format}`, kind, writeDocument(value, format));
  }
  const examples = new URL('examples/', root);
  for (const entry of readdirSync(examples, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const folder = entry.name;
    for (const file of readdirSync(new URL(`${folder}/`, examples))) {
      const kind = documentKinds.find((each) => file === `${each}.yaml`);
      if (kind !== undefined)
        add(`${folder}/${file}`, kind, readFileSync(new URL(`${folder}/${file}`, examples), 'utf8'));
    }
  }
  const { plan } = await createPlan(baseDocuments());
  add('minimal plan.json', 'plan', writeDocument(plan!, 'json'));
  return originals;
}
