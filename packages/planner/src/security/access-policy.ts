import { parseCidr } from '@yunqian/hw-model';
import type { AccessPolicy, AccessRule } from '../estate/network-schema.ts';

/** What two sets of permissions do not have in common; empty lists: they permit the same. */
export interface AccessDifference {
  /** Permitted at the source, not at the target: the service would break. */
  readonly missing: readonly string[];
  /** Permitted at the target alone: it would stand more open than before. */
  readonly added: readonly string[];
}

type Range = readonly [from: number, to: number];
type Permissions = ReadonlyMap<string, readonly Range[]>;

const everyPort: Range = [0, 65_535];
const protocols = ['icmp', 'tcp', 'udp'] as const;

/**
 * Compares what is permitted, not how it is written: order, repeats, neighbouring port ranges, `any` for all three
 * protocols and the host bits of address ranges make no difference. A peer that lies inside another one's range is
 * still a peer of its own.
 */
export function compareAccess({ source, target }: Pick<AccessPolicy, 'source' | 'target'>): AccessDifference {
  const before = permissions(source);
  const after = permissions(target);
  return { missing: beyond(before, after), added: beyond(after, before) };
}

export function permitsEverything(rules: readonly AccessRule[]): boolean {
  const permitted = permissions(rules);
  return protocols.every((protocol) => permitted.get(`in ${protocol} any`)?.some(([a, b]) => a <= 1 && b >= 65_535));
}

function permissions(rules: readonly AccessRule[]): Permissions {
  const all = new Map<string, Range[]>();
  for (const { direction, protocol, ports, peer } of rules) {
    for (const one of protocol === 'any' ? protocols : [protocol]) {
      const key = `${direction} ${one} ${peerName(peer)}`;
      const ranges = one === 'icmp' || ports === undefined ? [everyPort] : ports.map(portRange);
      all.set(key, [...(all.get(key) ?? []), ...ranges]);
    }
  }
  return new Map([...all].map(([key, ranges]) => [key, merge(ranges)]));
}

export function portRange(port: number | string): Range {
  if (typeof port === 'number') return [port, port];
  const [from, to] = port.split('-').map(Number);
  return [from!, to!];
}

/** Ranges of addresses by their first address and size; whole address space is `any`. */
function peerName(peer: string): string {
  const range = parseCidr(peer);
  if (range === undefined) return peer;
  const size = range.last - range.first + 1n;
  return size === 1n << (range.family === 4 ? 32n : 128n) ? 'any' : `${range.family}:${range.first}+${size}`;
}

/** Sorted, without overlaps, neighbours joined. */
function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 1) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}

/** What `these` permit and `those` do not, as text in key order. */
function beyond(these: Permissions, those: Permissions): string[] {
  return [...these]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, ranges]) => {
      const left = those.get(key) ?? [];
      return ranges.flatMap((range) => subtract(range, left)).map((range) => describe(key, range));
    });
}

/** The parts of a range that are in none of the others, which are merged and ascending. */
function subtract([from, to]: Range, others: readonly Range[]): Range[] {
  const parts: Range[] = [];
  let at = from;
  for (const [a, b] of others) {
    if (b < at || a > to) continue;
    if (a > at) parts.push([at, a - 1]);
    at = b + 1;
  }
  if (at <= to) parts.push([at, to]);
  return parts;
}

function describe(key: string, [from, to]: Range): string {
  const [direction, protocol, peer] = key.split(' ') as [string, string, string];
  const ports = from === 0 && to === 65_535 ? '' : from === to ? ` ${from}` : ` ${from}-${to}`;
  return `${direction} ${protocol}${ports} ${addressName(peer)}`;
}

function addressName(peer: string): string {
  const match = /^([46]):(\d+)\+(\d+)$/.exec(peer);
  if (match === null) return peer;
  const [family, first, size] = [match[1], BigInt(match[2]!), BigInt(match[3]!)];
  const bits = family === '4' ? 32 : 128;
  const prefix = bits - (size.toString(2).length - 1);
  const parts =
    family === '4'
      ? [24n, 16n, 8n, 0n].map((shift) => String((first >> shift) & 255n)).join('.')
      : Array.from({ length: 8 }, (_, i) => ((first >> BigInt(112 - 16 * i)) & 0xffffn).toString(16)).join(':');
  return prefix === bits ? parts : `${parts}/${prefix}`;
}
