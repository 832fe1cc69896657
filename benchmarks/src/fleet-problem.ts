import type { Attributes, Group, Host, Problem, RuleSpec, Workload } from '@yunqian/scheduler-core';
import { createRandom } from './random.ts';

export interface FleetProblemOptions {
  readonly hosts: number;
  readonly workloads: number;
  readonly seed: number;
  /** Every workload a size of its own, instead of the flavours. */
  readonly distinct?: boolean;
  /** Which of the rules hold. Default `all`. */
  readonly mix?: RuleMix;
  /** Share of the fleet that all workloads take together. Default 0.75. */
  readonly fill?: number;
}

/** `capacity` alone; with `zones`; with replicas on different hosts (`separate`); or `all`, with spread over racks and sites. */
export const RULE_MIXES = ['capacity', 'zones', 'separate', 'all'] as const;
export type RuleMix = (typeof RULE_MIXES)[number];

const DIMENSIONS = ['cpuMilli', 'memMiB', 'diskGiB', 'bandwidthMbps'];
/** vCPU, GiB, share: the mix derived in the facts on government clouds (over two thirds 1 vCPU below 2 GiB). */
const FLAVORS = [
  { cpu: 1, mem: 1, share: 0.38 },
  { cpu: 1, mem: 2, share: 0.3 },
  { cpu: 2, mem: 4, share: 0.2 },
  { cpu: 4, mem: 8, share: 0.1 },
  { cpu: 8, mem: 16, share: 0.02 },
];
/** Relative size and memory per vCPU of the host types. */
const HOST_TYPES = [
  { size: 0.8, memory: 0.9 },
  { size: 1, memory: 1 },
  { size: 1.2, memory: 1.2 },
];
const ZONES = [
  { id: 'government', share: 0.4 },
  { id: 'internet', share: 0.25 },
  { id: 'dedicated', share: 0.15 },
  { id: 'data', share: 0.12 },
  { id: 'dmz', share: 0.08 },
];
const SITES = 3;
const RACK_SIZE = 16;
const FILL = 0.75;

/**
 * A fleet of three sites, racks of 16, five zones and three host types, filled to about three quarters: capacity, zones,
 * replicas of two thirds of the workloads on different hosts, half of those on different racks, and large groups even over the sites.
 */
export function createFleetProblem({
  hosts,
  workloads,
  seed,
  distinct = false,
  mix = 'all',
  fill = FILL,
}: FleetProblemOptions): Problem {
  const random = createRandom(seed);
  const placed = createWorkloads(workloads, random, distinct);
  const scale = DIMENSIONS.map(
    (_, d) => placed.workloads.reduce((sum, { demand }) => sum + demand[d]!, 0) / hosts / fill,
  );
  return {
    formatVersion: '1.0',
    name: `throughput ${hosts} x ${workloads}, seed ${seed}`,
    dimensions: DIMENSIONS,
    levels: ['site', 'rack'],
    hosts: createHosts(hosts, scale),
    workloads: placed.workloads,
    groups: placed.groups,
    rules: rulesOf(placed).slice(0, RULE_COUNT[mix]),
  };
}

const RULE_COUNT: Readonly<Record<RuleMix, number>> = { capacity: 1, zones: 2, separate: 3, all: 5 };

function rulesOf({ groups, spread, even }: ReturnType<typeof createWorkloads>): RuleSpec[] {
  return [
    { kind: 'capacity', id: 'capacity' },
    { kind: 'eligibility', id: 'zone', hostKey: 'zone', op: 'in', workloadKey: 'zone' },
    { kind: 'separate', id: 'hosts', topology: 'host', groups: groups.map(({ id }) => id) },
    { kind: 'spread', id: 'racks', topology: 'rack', groups: spread, maxPerDomain: 1 },
    { kind: 'spread', id: 'sites', topology: 'site', groups: even, maxSkew: 1 },
  ];
}

function createHosts(count: number, scale: readonly number[]): Host[] {
  const zoneOf = zoneByTurn();
  const attributes = new Map(ZONES.map(({ id }) => [id, { zone: id } satisfies Attributes]));
  const capacities = HOST_TYPES.map(({ size, memory }) =>
    scale.map((average, d) =>
      Math.max(d === 0 ? 8000 : d === 1 ? 16384 : 1, Math.round(average * size * (d === 1 ? memory : 1))),
    ),
  );
  const racks = Math.ceil(count / RACK_SIZE);
  const zoneOfRack = Array.from({ length: Math.ceil(racks / SITES) }, zoneOf);
  return Array.from({ length: count }, (_, index) => {
    const rack = Math.floor(index / RACK_SIZE);
    return {
      id: `host-${index}`,
      capacity: capacities[index % HOST_TYPES.length]!,
      domains: [`site-${rack % SITES}`, `rack-${rack}`],
      attributes: attributes.get(zoneOfRack[Math.floor(rack / SITES)]!)!,
    };
  });
}

/** Zones in turn, so that any stretch has about their shares. */
function zoneByTurn(): () => string {
  const owed = ZONES.map(() => 0);
  return () => {
    ZONES.forEach(({ share }, zone) => {
      owed[zone]! += share;
    });
    const zone = owed.indexOf(Math.max(...owed));
    owed[zone]! -= 1;
    return ZONES[zone]!.id;
  };
}

function createWorkloads(count: number, random: () => number, distinct: boolean) {
  const workloads: Workload[] = [];
  const groups: Group[] = [];
  const spread: string[] = [];
  const even: string[] = [];
  const demands = FLAVORS.map(({ cpu, mem }) => [cpu * 1000, mem * 1024, 20 + 20 * cpu, 10 * cpu]);
  const attributes = new Map(ZONES.map(({ id }) => [id, { zone: id } satisfies Attributes]));
  const vary = (demand: readonly number[]) =>
    demand.map((value) => Math.max(1, Math.round(value * (0.75 + 0.5 * random()))));
  while (workloads.length < count) {
    const zone = attributes.get(pick(ZONES, random).id)!;
    const flavor = demands[FLAVORS.indexOf(pick(FLAVORS, random))]!;
    const replicas = Math.min(count - workloads.length, random() < 0.4 ? 2 + Math.floor(random() * 3) : 1);
    const first = workloads.length;
    for (let replica = 0; replica < replicas; replica++) {
      const demand = distinct ? vary(flavor) : flavor;
      workloads.push({ id: `vm-${workloads.length}`, demand, attributes: zone });
    }
    if (replicas === 1) continue;
    const id = `set-${groups.length}`;
    groups.push({ id, members: Int32Array.from({ length: replicas }, (_, replica) => first + replica) });
    if (groups.length % 2 === 0) spread.push(id);
    if (replicas > 2 && groups.length % 3 === 0) even.push(id);
  }
  return { workloads, groups, spread, even };
}

function pick<T extends { readonly share: number }>(entries: readonly T[], random: () => number): T {
  let left = random() * entries.reduce((sum, { share }) => sum + share, 0);
  for (const entry of entries) {
    left -= entry.share;
    if (left < 0) return entry;
  }
  return entries[entries.length - 1]!;
}
