import { termKinds } from '../kernel/term-kinds.gen.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Block, Draft, Drafting } from './layouts/layout.ts';
import { type LinkedTerm, layoutOf } from './layouts/registry.ts';
import type { Shapes } from './shapes.ts';
import type { CapacityTerm, Term } from './term.ts';

/** Words of the records of assembly/record.ts. */
export const CONFIG_WORDS = 16;
export const TERM_WORDS = 10;

const MODES = { hard: 0, soft: 1, deferred: 2 } as const;
type KernelMode = keyof typeof MODES;

/** What all terms of one rule and limit share. */
export interface Config {
  readonly rule: number;
  readonly mode: KernelMode;
  /** A soft copy of a noWorse rule: mending it steers, but is not part of the cost. */
  readonly mending: boolean;
  readonly level: number;
  readonly weight: number;
  readonly words: Int32Array;
}

export interface Records {
  readonly configs: readonly Config[];
  readonly count: number;
  readonly links: number;
  readonly tablesBytes: number;
  readonly constantsBytes: number;
  /** True where some term takes its allowance from the start. */
  readonly startMatters: boolean;
  /** Hard terms that a removal or half a group can break: least per domain, least domains, skew. */
  readonly floors: readonly Floor[];
  /** Fills the kernel's columns. */
  write(columns: RecordColumns, at: { tables: number; constants: number; configs: number; terms: number }): void;
}

export interface RecordColumns {
  readonly configRecords: Int32Array;
  readonly configWeight: Float64Array;
  readonly termRecords: Int32Array;
  readonly memberStart: Int32Array;
  readonly members: Int32Array;
  readonly linkStart: Int32Array;
  readonly linkLoose: Int32Array;
  readonly links: Int32Array;
  readonly constants: Int32Array;
}

export interface Floor {
  /** Index of the term record. */
  readonly record: number;
  readonly members: ArrayLike<number>;
}

type TermRecord = Draft & { readonly config: number };

/** Lays out every term that workloads link to, and a config for each soft capacity (the first ones, in their order). */
export function layOutRecords(
  terms: readonly Term[],
  softCapacities: readonly CapacityTerm[],
  levels: readonly number[],
  context: RuleContext,
  shapes: Shapes,
): Records {
  const configs: Config[] = [];
  const configOf = new Map<number, number>();
  const records: TermRecord[] = [];
  const floors: Floor[] = [];
  const constants: (readonly [number, Int32Array])[] = [];
  let tablesWords = 0;
  let constantsWords = 0;
  const domainsOf = (topology: number) =>
    topology < 0 ? context.problem.hosts.length : context.domainIds[topology]!.length;
  const openOf = (topology: number) =>
    context.topologies.get(topology < 0 ? 'host' : context.problem.levels[topology]!)!.openCount;
  const even = (words: number) => words + (words & 1);
  const drafting: Omit<Drafting, 'noWorse'> = {
    context,
    shapes,
    everyone: Int32Array.from(shapes.shapeOf.keys()),
    domainsOf,
    takeTable(words) {
      const at = tablesWords * 4;
      tablesWords += even(words);
      return { area: 'tables', at };
    },
    takeConstants(words, values) {
      const at = constantsWords * 4;
      if (values) constants.push([constantsWords, values]);
      constantsWords += even(words);
      return { area: 'constants', at };
    },
  };

  const addConfig = (term: Term, kind: number, mode: KernelMode, mending: boolean): number => {
    const layout = term.term === 'capacity' ? { detail: () => term.dimension } : layoutOf(term);
    const key = ((term.rule * 4096 + (layout.detail?.(term as never) ?? 0)) * 4 + MODES[mode]) * 2 + Number(mending);
    const known = configOf.get(key);
    if (known !== undefined) return known;
    const topology = 'topology' in term ? term.topology : -1;
    const words = new Int32Array(CONFIG_WORDS);
    words.set([kind, MODES[mode], term.when === 'during' ? 1 : 0, topology, Math.max(0, levels.indexOf(term.level))]);
    if (term.term !== 'capacity') words.set(layoutOf(term).words?.(term) ?? [], 5);
    words.set([mode !== 'hard' || isFloor(term) ? 1 : 0, configs.length, domainsOf(topology), openOf(topology)], 12);
    configOf.set(key, configs.length);
    return configs.push({ rule: term.rule, mode, mending, level: term.level, weight: term.weight, words }) - 1;
  };

  for (const term of softCapacities) addConfig(term, -1, 'soft', term.mode === 'noWorse');

  const add = (term: LinkedTerm, mode: KernelMode, mending: boolean): void => {
    const config = addConfig(term, termKinds[term.term], mode, mending);
    const noWorse = term.mode === 'noWorse' && !mending;
    const draft = layoutOf(term).draft(term, { ...drafting, noWorse });
    if (mode !== 'soft' && isFloor(term)) floors.push({ record: records.length, members: draft.members });
    records.push({ ...draft, config });
  };

  for (const term of terms) {
    if (term.term === 'capacity') continue;
    const deferred = term.term === 'domainCount' && term.minPerDomain !== undefined;
    // Hard eligibility is in the classes that the kernel tests for every workload.
    if (term.mode !== 'soft' && term.term !== 'eligibility') add(term, deferred ? 'deferred' : 'hard', false);
    if (term.mode !== 'hard') add(term, 'soft', term.mode === 'noWorse');
  }

  const links = records.reduce((count, { members }) => count + members.length, 0);
  return {
    configs,
    count: records.length,
    links,
    tablesBytes: tablesWords * 4,
    constantsBytes: constantsWords * 4,
    floors,
    startMatters: records.some(({ slack }) => slack),
    write(columns, at) {
      configs.forEach(({ words, weight }, index) => {
        columns.configRecords.set(words, index * CONFIG_WORDS);
        columns.configWeight[index] = weight;
      });
      for (const [word, values] of constants) columns.constants.set(values, word);
      const { termRecords } = columns;
      const address = (block: Block | undefined) => (block ? at[block.area] + block.at : 0);
      records.forEach(({ config, table, mask, extra, slack, groupSlack }, index) => {
        const word = index * TERM_WORDS;
        termRecords[word] = at.configs + config * CONFIG_WORDS * 4;
        termRecords[word + 1] = address(table);
        termRecords[word + 2] = mask ?? -1;
        termRecords[word + 7] = address(extra);
        termRecords[word + 8] = address(slack);
        termRecords[word + 9] = address(groupSlack);
      });
      writeLinks(records, configs, columns, at.terms);
    },
  };
}

function isFloor(term: Term): boolean {
  return term.term !== 'capacity' && (layoutOf(term).floor?.(term) ?? false);
}

/** Links by workload, those of hard terms first; members by term. */
function writeLinks(
  records: readonly TermRecord[],
  configs: readonly Config[],
  columns: RecordColumns,
  terms: number,
): void {
  const { linkStart, linkLoose, links, memberStart, members } = columns;
  const isHard = ({ config }: TermRecord) => configs[config]!.mode === 'hard';
  for (const record of records) {
    const hard = isHard(record);
    const { members: own } = record;
    for (let at = 0; at < own.length; at++) {
      const w = own[at]!;
      linkStart[w + 1]!++;
      if (hard) linkLoose[w]!++;
    }
  }
  for (let w = 0; w < linkLoose.length; w++) {
    linkStart[w + 1]! += linkStart[w]!;
    linkLoose[w]! += linkStart[w]!;
  }
  const nextHard = linkStart.slice(0, linkLoose.length);
  const nextLoose = linkLoose.slice();
  let member = 0;
  for (let index = 0; index < records.length; index++) {
    const { members: own, parties } = records[index]!;
    const next = isHard(records[index]!) ? nextHard : nextLoose;
    const address = terms + index * TERM_WORDS * 4;
    memberStart[index] = member;
    for (let at = 0; at < own.length; at++) {
      const w = own[at]!;
      const link = next[w]!++;
      links[link * 2] = address;
      links[link * 2 + 1] = parties ? parties[at]! : 0;
      members[member++] = w;
    }
  }
  memberStart[records.length] = member;
}
