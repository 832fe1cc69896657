import type { Model } from '../compile/compile.ts';
import type { DomainCountTerm, ExclusiveTerm, Term } from '../compile/term.ts';
import { createVectorIndex } from '../compile/vector-index.ts';
import { createRows } from '../rules/support/context.ts';
import { type PackingBound, packingBound } from './packing-bound.ts';

export interface HostBound {
  /** No placement of all workloads uses fewer hosts; infinite where the hosts there are cannot hold all of them. */
  readonly hosts: number;
  /**
   * What says so: the demands in some dimensions against the capacities (`sum`), which demands fit together at all (`sizes`), members of
   * a group that must stand apart (`apart`), or the sum of such bounds over workloads that share no host (`parts`).
   */
  readonly by: PackingBound['by'] | 'apart' | 'parts';
  readonly dimensions?: readonly string[];
  readonly rule?: string;
}

/** Classes of eligibility, at most: beyond that all workloads are taken together. */
const MOST_CLASSES = 64;
/** Evaluations that the bounds of all classes may take together. */
const EFFORT = 6e6;

/** Fewest hosts that all workloads need under the hard rules that can be counted: capacity, eligibility, separation, exclusive owners. */
export function hostBound(model: Model): HostBound {
  const { terms, context } = model;
  // A rule about domains says something about hosts where every host is in one.
  const whole = context.domainOf.map((domainOf) => domainOf.every((domain) => domain >= 0));
  const reachesAll = (topology: number): boolean => topology < 0 || whole[topology]!;
  const parties = partiesOf(model, reachesAll);
  const shapes = hostShapes(model);
  const bounds = parties.map((party) => boundOfParty(model, shapes, party));
  let best = addUp(bounds);
  for (const term of terms) {
    if (term.mode !== 'hard' || term.term !== 'domainCount') continue;
    const hosts = reachesAll(term.topology) ? hostsForGroup(term) : 0;
    if (hosts > best.hosts) best = { hosts, by: 'apart', rule: context.problem.rules[term.rule]!.id };
  }
  return best;
}

function addUp(bounds: readonly HostBound[]): HostBound {
  const asking = bounds.filter(({ hosts }) => hosts > 0);
  if (asking.length === 1) return asking[0]!;
  return { hosts: asking.reduce((sum, { hosts }) => sum + hosts, 0), by: asking.length > 0 ? 'parts' : 'sum' };
}

/** Workloads that never share a host: the owners of one hard exclusive rule, and everybody else. */
function partiesOf({ terms, sizes }: Model, reachesAll: (topology: number) => boolean): Int32Array[] {
  const reaches = (term: Term): term is ExclusiveTerm =>
    term.term === 'exclusive' && term.mode === 'hard' && reachesAll(term.topology);
  const [exclusive] = terms.filter(reaches).sort((a, b) => b.owners.length - a.owners.length);
  const partyOf = new Int32Array(sizes.workloads);
  const owners = exclusive?.owners ?? [];
  owners.forEach((members, owner) => {
    for (let at = 0; at < members.length; at++) partyOf[members[at]!] ||= owner + 1;
  });
  const rows = createRows(owners.length + 1, (yieldPair) => {
    for (let w = 0; w < partyOf.length; w++) yieldPair(partyOf[w]!, w);
  });
  return Array.from({ length: owners.length + 1 }, (_, party) => rows.of(party));
}

/** Under `during` what moved also counts where it was, on a host that may have become empty. */
function hostsForGroup(term: DomainCountTerm): number {
  const { members, maxPerDomain, minDomains, when } = term;
  if (minDomains !== undefined && when === 'during') return 0;
  if (minDomains !== undefined) return Math.min(minDomains, members.length);
  if (maxPerDomain === undefined) return 0;
  if (maxPerDomain === 0) return members.length > 0 ? Number.POSITIVE_INFINITY : 0;
  return Math.ceil(members.length / maxPerDomain);
}

interface Claim {
  /** Bits of the hosts that these workloads may use. */
  readonly bits: Int32Array;
  readonly size: number;
  readonly bound: HostBound;
}

/**
 * Over the classes of eligibility, narrow ones first: who may only use hosts among those of a class needs them there; and classes that
 * share no host add up.
 */
function boundOfParty(model: Model, hostShapes: HostShapes, party: Int32Array): HostBound {
  const { eligibility } = model;
  const { words } = eligibility;
  const usable = usableHosts(model);
  const present = new Uint8Array(eligibility.count);
  for (let at = 0; at < party.length; at++) present[eligibility.classOf[party[at]!]!] = 1;
  const rows = Array.from(present.keys()).filter((row) => present[row]);
  const bitsOf = (row: number) =>
    eligibility.bits.slice(row * words, (row + 1) * words).map((word, at) => word & usable[at]!);
  const everywhere = new Int32Array(words);
  const classes = rows.map((row) => ({ row, bits: bitsOf(row) }));
  for (const { bits } of classes) for (let at = 0; at < words; at++) everywhere[at]! |= bits[at]!;
  const wanted = distinct(
    rows.length <= MOST_CLASSES ? [...classes.map(({ bits }) => bits), everywhere] : [everywhere],
  );
  const claims: Claim[] = [];
  for (const bits of wanted.sort((a, b) => countBits(a) - countBits(b))) {
    const inside = new Uint8Array(eligibility.count);
    for (const { row, bits: own } of classes) if (isWithin(own, bits)) inside[row] = 1;
    const own = packed(model, hostShapes, party, inside, bits, EFFORT / wanted.length);
    const narrower = addUp(apart(claims.filter((claim) => isWithin(claim.bits, bits))).map(({ bound }) => bound));
    claims.push({ bits, size: countBits(bits), bound: narrower.hosts > own.hosts ? narrower : own });
  }
  return claims.at(-1)?.bound ?? { hosts: 0, by: 'sum' };
}

/** Claims that share no host, the ones that need most first. */
function apart(claims: readonly Claim[]): Claim[] {
  const chosen: Claim[] = [];
  const byNeed = [...claims].sort((a, b) => b.bound.hosts - a.bound.hosts || a.size - b.size);
  for (const claim of byNeed) if (chosen.every(({ bits }) => !overlaps(bits, claim.bits))) chosen.push(claim);
  return chosen;
}

/** Distinct capacities and which of them each host has. */
interface HostShapes {
  readonly rows: Int32Array;
  readonly shapeOf: Int32Array;
}

function hostShapes({ capacities, sizes }: Model): HostShapes {
  const { dimensions, hosts } = sizes;
  const index = createVectorIndex(dimensions);
  const shapeOf = new Int32Array(hosts);
  for (let host = 0; host < hosts; host++)
    shapeOf[host] = index.add(capacities.limit.subarray(host * dimensions, (host + 1) * dimensions));
  return { rows: index.rows, shapeOf };
}

function packed(
  model: Model,
  hostShapes: HostShapes,
  party: Int32Array,
  inside: Uint8Array,
  bits: Int32Array,
  effort: number,
): HostBound {
  const { shapes, eligibility, sizes, context } = model;
  const { dimensions } = sizes;
  const countOf = new Int32Array(shapes.count);
  for (let at = 0; at < party.length; at++) {
    const w = party[at]!;
    if (inside[eligibility.classOf[w]!]) countOf[shapes.shapeOf[w]!]!++;
  }
  const hostsOf = new Int32Array(hostShapes.rows.length / dimensions);
  for (let host = 0; host < sizes.hosts; host++)
    if (bits[host >> 5]! & (1 << (host & 31))) hostsOf[hostShapes.shapeOf[host]!]!++;
  const demands = occurring(shapes.demands, countOf, dimensions);
  const hosts = occurring(hostShapes.rows, hostsOf, dimensions);
  const packing = { dimensions, demands: demands.rows, counts: demands.counts, capacities: hosts.rows };
  const found = packingBound({ ...packing, hostCounts: hosts.counts }, effort);
  const names = found.dimensions.map((d) => context.problem.dimensions[d]!);
  return { hosts: found.hosts, by: found.by, ...(names.length > 0 ? { dimensions: names } : {}) };
}

/** Open hosts, and closed ones on which something stood at the start. */
function usableHosts({ context, eligibility }: Model): Int32Array {
  const usable = new Int32Array(eligibility.words);
  const set = (host: number) => {
    usable[host >> 5]! |= 1 << (host & 31);
  };
  context.problem.hosts.forEach(({ closed }, host) => {
    if (!closed) set(host);
  });
  for (const host of context.initialHostOf) if (host >= 0) set(host);
  return usable;
}

/** The rows that occur, and how often. */
function occurring(table: Int32Array, countOf: Int32Array, width: number) {
  let occur = 0;
  for (let row = 0; row < countOf.length; row++) if (countOf[row]! > 0) occur++;
  const rows = new Int32Array(occur * width);
  const counts = new Int32Array(occur);
  for (let row = 0, at = 0; row < countOf.length; row++) {
    if (countOf[row] === 0) continue;
    counts[at] = countOf[row]!;
    for (let d = 0; d < width; d++) rows[at * width + d] = table[row * width + d]!;
    at++;
  }
  return { rows, counts };
}

function distinct(sets: readonly Int32Array[]): Int32Array[] {
  return [...new Map(sets.map((bits) => [bits.join(), bits])).values()];
}

function isWithin(a: Int32Array, b: Int32Array): boolean {
  return a.every((word, at) => (word & ~b[at]!) === 0);
}

function overlaps(a: Int32Array, b: Int32Array): boolean {
  return a.some((word, at) => (word & b[at]!) !== 0);
}

function countBits(bits: Int32Array): number {
  let count = 0;
  for (let word of bits) for (; word !== 0; word &= word - 1) count++;
  return count;
}
