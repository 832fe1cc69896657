import { termKinds } from '../kernel/term-kinds.gen.ts';
import type { RuleContext } from '../rules/rule.ts';
import { bitWords, packBits } from './eligibility.ts';
import type { Shapes } from './shapes.ts';
import type {
  CapacityTerm,
  ConflictTerm,
  DomainCapacityTerm,
  DomainCountTerm,
  EligibilityTerm,
  ExclusiveTerm,
  Term,
} from './term.ts';

/** Words of the records of assembly/record.ts. */
export const CONFIG_WORDS = 16;
export const TERM_WORDS = 10;

const UNLIMITED = 2147483647;
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

/** One term with its links. Addresses are byte offsets into the two areas; -1: none. */
interface Draft {
  readonly config: number;
  readonly table: number;
  readonly mask: number;
  readonly extra: number;
  readonly extraIn: 'tables' | 'constants';
  readonly slack: number;
  readonly groupSlack: number;
  readonly members: ArrayLike<number>;
  /** Party of each member; null: all 0. */
  readonly parties: Int32Array | null;
}

export interface Records {
  readonly configs: readonly Config[];
  readonly count: number;
  readonly links: number;
  readonly tablesBytes: number;
  readonly constantsBytes: number;
  /** True where some term takes its allowance from the start. */
  readonly startMatters: boolean;
  /** Hard counting terms that a removal or half a group can break: least per domain, least domains, skew. */
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

type LinkedTerm = Exclude<Term, CapacityTerm>;

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
  const drafts: Draft[] = [];
  const floors: Floor[] = [];
  const constants: (readonly [number, Int32Array])[] = [];
  const everyone = Int32Array.from(shapes.shapeOf.keys());
  let tablesWords = 0;
  let constantsWords = 0;
  const takeTable = (words: number): number => {
    const at = tablesWords * 4;
    tablesWords += words + (words & 1);
    return at;
  };
  const takeConstants = (words: number, values?: Int32Array): number => {
    const at = constantsWords * 4;
    if (values) constants.push([constantsWords, values]);
    constantsWords += words;
    return at;
  };
  const domainsOf = (topology: number) =>
    topology < 0 ? context.problem.hosts.length : context.domainIds[topology]!.length;
  const openOf = (topology: number) =>
    context.topologies.get(topology < 0 ? 'host' : context.problem.levels[topology]!)!.openCount;

  const addConfig = (term: Term, kind: number, mode: KernelMode, mending: boolean, parties = 0): number => {
    // Terms of one rule differ only in the limit that they hold, or in the dimension.
    const detail = term.term === 'domainCount' ? limitIndex(term) : 'dimension' in term ? term.dimension : 0;
    const key = ((term.rule * 4096 + detail) * 4 + MODES[mode]) * 2 + Number(mending);
    const known = configOf.get(key);
    if (known !== undefined) return known;
    const limits = term.term === 'domainCount' ? limitsOf(term) : NO_LIMITS;
    const topology = 'topology' in term ? term.topology : -1;
    const words = new Int32Array(CONFIG_WORDS);
    const floors = term.term === 'domainCount' && (limits[1]! > 0 || limits[2]! < UNLIMITED || limits[3]! > 0);
    words.set([kind, MODES[mode], term.when === 'during' ? 1 : 0, topology, Math.max(0, levels.indexOf(term.level))]);
    words.set(['dimension' in term ? term.dimension : 0, ...limits, parties], 5);
    words.set([mode !== 'hard' || floors ? 1 : 0, configs.length, domainsOf(topology), openOf(topology)], 12);
    configOf.set(key, configs.length);
    return configs.push({ rule: term.rule, mode, mending, level: term.level, weight: term.weight, words }) - 1;
  };

  for (const term of softCapacities) addConfig(term, -1, 'soft', term.mode === 'noWorse');

  const draft = (term: LinkedTerm, mode: KernelMode, mending: boolean): void => {
    const noWorse = term.mode === 'noWorse' && !mending;
    const during = term.when === 'during' ? 2 : 1;
    const domains = term.term === 'eligibility' ? 0 : domainsOf(term.topology);
    const none = { mask: -1, extra: -1, extraIn: 'tables', slack: -1, groupSlack: -1 } as const;
    switch (term.term) {
      case 'domainCount': {
        const config = addConfig(term, termKinds.domainCount, mode, mending);
        const { words, mask } = tableSize(domains, term.members.length * during);
        const histogram = term.maxSkew === undefined ? -1 : takeTable(term.members.length + 3);
        if (mode !== 'soft' && configs[config]!.words[12])
          floors.push({ record: drafts.length, members: term.members });
        drafts.push({
          config,
          table: takeTable(words),
          mask,
          extra: histogram,
          extraIn: 'tables',
          slack: noWorse ? takeConstants(words) : -1,
          groupSlack: noWorse ? takeConstants(4) : -1,
          members: term.members,
          parties: null,
        });
        return;
      }
      case 'conflict': {
        const config = addConfig(term, termKinds.conflict, mode, mending);
        const { words, mask } = tableSize(domains * 2, (term.membersA.length + term.membersB.length) * during);
        const slack = noWorse ? takeConstants(words) : -1;
        const both = bothGroups(term);
        drafts.push({ ...none, config, table: takeTable(words), mask, slack, ...both });
        return;
      }
      case 'exclusive': {
        const parties = term.owners.length + 1;
        const config = addConfig(term, termKinds.exclusive, mode, mending, parties);
        const partyOf = partiesOf(term, shapes.shapeOf.length);
        const { words, mask } = tableSize(domains * parties, partyOf.length * during);
        const slack = noWorse ? takeConstants(domains) : -1;
        const extra = takeTable(domains * 2);
        drafts.push({
          ...none,
          config,
          table: takeTable(words),
          mask,
          extra,
          slack,
          members: everyone,
          parties: partyOf,
        });
        return;
      }
      case 'domainCapacity': {
        const config = addConfig(term, termKinds.domainCapacity, mode, mending);
        const limit = noWorse ? startLimits(term, context, shapes) : term.limit;
        const extra = takeConstants(domains, limit);
        const members = withDemand(term, context, shapes);
        drafts.push({
          ...none,
          config,
          table: takeTable(domains * 2),
          extra,
          extraIn: 'constants',
          members,
          parties: null,
        });
        return;
      }
      case 'eligibility': {
        const config = addConfig(term, termKinds.eligibility, mode, mending);
        const bits = packAll(term, context.problem.hosts.length);
        const extra = takeConstants(bits.length, bits);
        const members = everyone.filter((w) => term.classOf[w]! >= 0);
        const parties = members.map((w) => term.classOf[w]!);
        drafts.push({ ...none, config, table: -1, extra, extraIn: 'constants', members, parties });
        return;
      }
    }
  };

  for (const term of terms) {
    if (term.term === 'capacity') continue;
    const deferred = term.term === 'domainCount' && term.minPerDomain !== undefined;
    // Hard eligibility is in the classes that the kernel tests for every workload.
    if (term.mode !== 'soft' && term.term !== 'eligibility') draft(term, deferred ? 'deferred' : 'hard', false);
    if (term.mode !== 'hard') draft(term, 'soft', term.mode === 'noWorse');
  }

  const links = drafts.reduce((count, { members }) => count + members.length, 0);
  return {
    configs,
    count: drafts.length,
    links,
    tablesBytes: tablesWords * 4,
    constantsBytes: constantsWords * 4,
    floors,
    startMatters: drafts.some(({ slack }) => slack >= 0),
    write(columns, at) {
      configs.forEach(({ words, weight }, index) => {
        columns.configRecords.set(words, index * CONFIG_WORDS);
        columns.configWeight[index] = weight;
      });
      for (const [word, values] of constants) columns.constants.set(values, word);
      const { termRecords } = columns;
      const address = (base: number, offset: number) => (offset < 0 ? 0 : base + offset);
      drafts.forEach((draft, index) => {
        const word = index * TERM_WORDS;
        termRecords[word] = at.configs + draft.config * CONFIG_WORDS * 4;
        termRecords[word + 1] = address(at.tables, draft.table);
        termRecords[word + 2] = draft.mask;
        termRecords[word + 7] = address(at[draft.extraIn], draft.extra);
        termRecords[word + 8] = address(at.constants, draft.slack);
        termRecords[word + 9] = address(at.constants, draft.groupSlack);
      });
      writeLinks(drafts, configs, columns, at.terms);
    },
  };
}

/** Links by workload, those of hard terms first; members by term. */
function writeLinks(drafts: readonly Draft[], configs: readonly Config[], columns: RecordColumns, terms: number): void {
  const { linkStart, linkLoose, links, memberStart, members } = columns;
  const isHard = ({ config }: Draft) => configs[config]!.mode === 'hard';
  for (const draft of drafts) {
    const hard = isHard(draft);
    const { members: own } = draft;
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
  for (let index = 0; index < drafts.length; index++) {
    const { members: own, parties } = drafts[index]!;
    const next = isHard(drafts[index]!) ? nextHard : nextLoose;
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
  memberStart[drafts.length] = member;
}

const NO_LIMITS = [UNLIMITED, 0, UNLIMITED, 0, UNLIMITED];

/** Which limit the term holds: it has exactly one. */
function limitIndex(term: DomainCountTerm): number {
  if (term.maxPerDomain !== undefined) return 0;
  if (term.minPerDomain !== undefined) return 1;
  if (term.maxSkew !== undefined) return 2;
  return term.minDomains !== undefined ? 3 : 4;
}

function limitsOf(term: DomainCountTerm): number[] {
  const { maxPerDomain, minPerDomain, maxSkew, minDomains, maxDomains } = term;
  return [maxPerDomain ?? UNLIMITED, minPerDomain ?? 0, maxSkew ?? UNLIMITED, minDomains ?? 0, maxDomains ?? UNLIMITED];
}

/** A plain array where that is no larger than a hash table at most half full. */
function tableSize(keys: number, used: number): { words: number; mask: number } {
  const slots = 2 ** (32 - Math.clz32(2 * Math.min(keys, used) + 1));
  return keys <= slots * 2 ? { words: keys, mask: -1 } : { words: slots * 2, mask: slots - 1 };
}

function partiesOf({ owners }: ExclusiveTerm, workloads: number): Int32Array {
  const partyOf = new Int32Array(workloads);
  owners.forEach((members, owner) => {
    for (let at = 0; at < members.length; at++) partyOf[members[at]!] = owner + 1;
  });
  return partyOf;
}

/** Members of A are party 1, of B 2, of both 3. */
function bothGroups({ membersA, membersB }: ConflictTerm): { members: Int32Array; parties: Int32Array } {
  const party = new Map<number, number>();
  for (const w of Array.from(membersA)) party.set(w, 1);
  for (const w of Array.from(membersB)) party.set(w, (party.get(w) ?? 0) | 2);
  return { members: Int32Array.from(party.keys()), parties: Int32Array.from(party.values()) };
}

/** Members that ask for the dimension at all. */
function withDemand(
  { members, dimension }: DomainCapacityTerm,
  { problem }: RuleContext,
  { demands, shapeOf }: Shapes,
): Int32Array {
  const own = members ? Int32Array.from(members) : Int32Array.from(shapeOf.keys());
  return own.filter((w) => demands[shapeOf[w]! * problem.dimensions.length + dimension]! > 0);
}

/** Per domain, the limit or what the start used, whichever is more. */
function startLimits(term: DomainCapacityTerm, context: RuleContext, { demands, shapeOf }: Shapes): Int32Array {
  const sums = new Float64Array(term.limit.length);
  const add = (w: number) => {
    const host = context.initialHostOf[w]!;
    const domain = host < 0 || term.topology < 0 ? host : context.domainOf[term.topology]![host]!;
    if (domain >= 0) sums[domain]! += demands[shapeOf[w]! * context.problem.dimensions.length + term.dimension]!;
  };
  if (term.members) for (let at = 0; at < term.members.length; at++) add(term.members[at]!);
  else for (let w = 0; w < shapeOf.length; w++) add(w);
  return term.limit.map((limit, domain) => Math.min(UNLIMITED, Math.max(limit, sums[domain]!)));
}

function packAll(term: EligibilityTerm, hosts: number): Int32Array {
  const words = bitWords(hosts);
  const bits = new Int32Array(term.allowed.length * words);
  term.allowed.forEach((allowed, own) => {
    packBits(allowed, bits, own * words);
  });
  return bits;
}
