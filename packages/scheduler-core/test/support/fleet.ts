import type { Group, Host, Problem, RuleSpec, Workload } from '../../src/problem/problem.ts';
import { createRandom } from '../../src/solve/random.ts';

/** A middling fleet: two sites, racks of ten, three zones; replicas on different hosts and racks. Not so full that room is short. */
export function fleet(hosts: number, workloads: number, seed: number, extra: readonly RuleSpec[] = []): Problem {
  const random = createRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const zones = ['a', 'b', 'c'].map((zone) => ({ zone }));
  const demands = [
    [1000, 1024],
    [2000, 4096],
    [4000, 6144],
    [1000, 8192],
  ];
  const placed: Workload[] = [];
  const groups: Group[] = [];
  while (placed.length < workloads) {
    const replicas = Math.min(workloads - placed.length, 1 + Math.floor(random() * 4));
    const [attributes, demand] = [pick(zones), pick(demands)];
    const members = Array.from({ length: replicas }, (_, at) => placed.length + at);
    for (const at of members) placed.push({ id: `w${at}`, demand, attributes });
    groups.push({ id: `g${groups.length}`, members });
  }
  return {
    formatVersion: '1.0',
    name: 'fleet',
    dimensions: ['cpuMilli', 'memMiB'],
    levels: ['site', 'rack'],
    hosts: Array.from({ length: hosts }, (_, at): Host => {
      const size = 1 + (at % 3);
      return {
        id: `h${at}`,
        capacity: [size * 8000, size * 20_480],
        domains: [`s${Math.floor(at / 10) % 2}`, `r${Math.floor(at / 10)}`],
        attributes: zones[Math.floor(at / 20) % 3]!,
      };
    }),
    workloads: placed,
    groups,
    rules: [
      { kind: 'capacity', id: 'capacity' },
      { kind: 'eligibility', id: 'zone', hostKey: 'zone', op: 'in', workloadKey: 'zone' },
      { kind: 'separate', id: 'apart', topology: 'host', groups: groups.map(({ id }) => id) },
      { kind: 'spread', id: 'racks', topology: 'rack', groups: groups.map(({ id }) => id), maxPerDomain: 1 },
      ...extra,
    ],
  };
}
