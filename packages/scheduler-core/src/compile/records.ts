import { termKinds } from '../kernel/term-kinds.gen.ts';
import type { RuleContext } from '../rules/rule.ts';
import { bitWords, packBits } from './eligibility.ts';
import type { Shapes } from './shapes.ts';
import type {
  CapacityTerm,
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
  readonly each: (link: (workload: number, party: number) => void) => void;
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
  const configOf = new Map<string, number>();
  const drafts: Draft[] = [];
  const floors: Floor[] = [];
  const constants: (readonly [number, Int32Array])[] = [];
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
    const limits = term.term === 'domainCount' ? limitsOf(term) : NO_LIMITS;
    const key = `${term.rule} ${mode} ${mending} ${limits} ${'dimension' in term ? term.dimension : ''}`;
    const known = configOf.get(key);
    if (known !== undefined) return known;
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
        const slack = noWorse ? { slack: takeConstants(words), groupSlack: takeConstants(4) } : {};
        const each = eachOf(term.members, 0);
        if (mode !== 'soft' && configs[config]!.words[12])
          floors.push({ record: drafts.length, members: term.members });
        drafts.push({ ...none, config, table: takeTable(words), mask, extra: histogram, ...slack, each });
        return;
      }
      case 'conflict': {
        const config = addConfig(term, termKinds.conflict, mode, mending);
        const { words, mask } = tableSize(domains * 2, (term.membersA.length + term.membersB.length) * during);
        const slack = noWorse ? takeConstants(words) : -1;
        const parties = new Map<number, number>();
        for (const w of Array.from(term.membersA)) parties.set(w, 1);
        for (const w of Array.from(term.membersB)) parties.set(w, (parties.get(w) ?? 0) | 2);
        const each: Draft['each'] = (link) => {
          for (const [w, party] of parties) link(w, party);
        };
        drafts.push({ ...none, config, table: takeTable(words), mask, slack, each });
        return;
      }
      case 'exclusive': {
        const parties = term.owners.length + 1;
        const config = addConfig(term, termKinds.exclusive, mode, mending, parties);
        const partyOf = partiesOf(term, shapes.shapeOf.length);
        const { words, mask } = tableSize(domains * parties, partyOf.length * during);
        const slack = noWorse ? takeConstants(domains) : -1;
        const each: Draft['each'] = (link) => {
          for (let w = 0; w < partyOf.length; w++) link(w, partyOf[w]!);
        };
        drafts.push({ ...none, config, table: takeTable(words), mask, extra: takeTable(domains * 2), slack, each });
        return;
      }
      case 'domainCapacity': {
        const config = addConfig(term, termKinds.domainCapacity, mode, mending);
        const limit = noWorse ? startLimits(term, context, shapes) : term.limit;
        const extra = takeConstants(domains, limit);
        const each = eachWithDemand(term, context, shapes);
        drafts.push({ ...none, config, table: takeTable(domains * 2), extra, extraIn: 'constants', each });
        return;
      }
      case 'eligibility': {
        const config = addConfig(term, termKinds.eligibility, mode, mending);
        const bits = packAll(term, context.problem.hosts.length);
        const extra = takeConstants(bits.length, bits);
        const each: Draft['each'] = (link) => {
          term.classOf.forEach((own, w) => {
            if (own >= 0) link(w, own);
          });
        };
        drafts.push({ ...none, config, table: -1, extra, extraIn: 'constants', each });
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

  let links = 0;
  for (const { each } of drafts) each(() => links++);
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
      drafts.forEach((record, index) => {
        const address = (base: number, offset: number) => (offset < 0 ? 0 : base + offset);
        const words = columns.termRecords.subarray(index * TERM_WORDS, (index + 1) * TERM_WORDS);
        words[0] = at.configs + record.config * CONFIG_WORDS * 4;
        words[1] = address(at.tables, record.table);
        words[2] = record.mask;
        words[7] = address(at[record.extraIn], record.extra);
        words[8] = address(at.constants, record.slack);
        words[9] = address(at.constants, record.groupSlack);
      });
      writeLinks(drafts, configs, columns, at.terms);
    },
  };
}

/** Links by workload, those of hard terms first; members by term. */
function writeLinks(drafts: readonly Draft[], configs: readonly Config[], columns: RecordColumns, terms: number): void {
  const { linkStart, linkLoose, links, memberStart, members } = columns;
  const isHard = (record: Draft) => configs[record.config]!.mode === 'hard';
  for (const record of drafts) {
    const hard = isHard(record);
    record.each((w) => {
      linkStart[w + 1]!++;
      if (hard) linkLoose[w]!++;
    });
  }
  for (let w = 0; w < linkLoose.length; w++) {
    linkStart[w + 1]! += linkStart[w]!;
    linkLoose[w]! += linkStart[w]!;
  }
  const nextHard = linkStart.slice(0, linkLoose.length);
  const nextLoose = linkLoose.slice();
  let member = 0;
  drafts.forEach((record, index) => {
    const next = isHard(record) ? nextHard : nextLoose;
    memberStart[index] = member;
    record.each((w, party) => {
      const link = next[w]!++;
      links[link * 2] = terms + index * TERM_WORDS * 4;
      links[link * 2 + 1] = party;
      members[member++] = w;
    });
  });
  memberStart[drafts.length] = member;
}

const NO_LIMITS = [UNLIMITED, 0, UNLIMITED, 0, UNLIMITED];

function limitsOf(term: DomainCountTerm): number[] {
  const { maxPerDomain, minPerDomain, maxSkew, minDomains, maxDomains } = term;
  return [maxPerDomain ?? UNLIMITED, minPerDomain ?? 0, maxSkew ?? UNLIMITED, minDomains ?? 0, maxDomains ?? UNLIMITED];
}

/** A plain array where that is no larger than a hash table at most half full. */
function tableSize(keys: number, used: number): { words: number; mask: number } {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * Math.min(keys, used) + 2)));
  return keys <= slots * 2 ? { words: keys, mask: -1 } : { words: slots * 2, mask: slots - 1 };
}

function eachOf(members: ArrayLike<number>, party: number): Draft['each'] {
  return (link) => {
    for (let at = 0; at < members.length; at++) link(members[at]!, party);
  };
}

function partiesOf({ owners }: ExclusiveTerm, workloads: number): Int32Array {
  const partyOf = new Int32Array(workloads);
  owners.forEach((members, owner) => {
    for (let at = 0; at < members.length; at++) partyOf[members[at]!] = owner + 1;
  });
  return partyOf;
}

function eachWithDemand(
  { members, dimension }: DomainCapacityTerm,
  { problem }: RuleContext,
  { demands, shapeOf }: Shapes,
): Draft['each'] {
  const asks = (w: number) => demands[shapeOf[w]! * problem.dimensions.length + dimension]! > 0;
  return (link) => {
    const count = members ? members.length : shapeOf.length;
    for (let at = 0; at < count; at++) {
      const w = members ? members[at]! : at;
      if (asks(w)) link(w, 0);
    }
  };
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
