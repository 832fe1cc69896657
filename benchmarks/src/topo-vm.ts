import { join } from 'node:path';
import { createSession, type Group, type PlacePolicy, type Problem, type RuleSpec } from '@yunqian/scheduler-core';
import { type Row, readTable } from './table.ts';

export interface TopoVmOptions {
  /** Folder with pm_res.csv, topology.csv and vm_<sequence>.csv. */
  readonly dir: string;
  readonly sequence: string;
  readonly policy: PlacePolicy;
}

export interface TopoVmRun {
  readonly sequence: string;
  readonly policy: PlacePolicy;
  readonly placed: number;
  /** Requests before the first one that found no host. */
  readonly placedBeforeFirstFailure: number;
  readonly of: number;
  readonly hostsUsed: number;
  readonly seconds: number;
}

const CELLS = 'numa';

/**
 * Requests for VMs in their order of arrival, each placed once or never. Our reading of the rules, that of the data's README: host i of pm_res is host i of
 * the topology; a VM of two NUMA nodes takes half of its vCPUs and RAM on each; members of an anti-affinity group are on different hosts; of an affinity
 * group, in one rack; of a fault-domain group, in different racks where their domains differ.
 */
export async function runTopoVm({ dir, sequence, policy }: TopoVmOptions): Promise<TopoVmRun> {
  const problem = readProblem(dir, sequence);
  const session = await createSession(problem, undefined, { policy });
  const started = performance.now();
  const placed = problem.workloads.map((_, request) => session.place(request));
  const seconds = (performance.now() - started) / 1000;
  const failed = placed.indexOf(-1);
  return {
    sequence,
    policy,
    placed: placed.filter((host) => host >= 0).length,
    placedBeforeFirstFailure: failed < 0 ? placed.length : failed,
    of: placed.length,
    hostsUsed: new Set(placed.filter((host) => host >= 0)).size,
    seconds: Math.round(seconds * 1000) / 1000,
  };
}

function readProblem(dir: string, sequence: string): Problem {
  const rackOf = new Map(readTable(join(dir, 'topology.csv')).map(({ host_id, rack_id }) => [host_id!, rack_id!]));
  const requests = readTable(join(dir, `vm_${sequence}.csv`));
  const members = new Map<string, number[]>();
  const rules: RuleSpec[] = [
    { id: 'capacity', kind: 'capacity' },
    { id: 'cells', kind: 'card', cards: CELLS, dimensions: ['vcpus', 'ramGiB'] },
  ];
  const enrol = (id: string, request: number) => members.set(id, [...(members.get(id) ?? []), request]);
  requests.forEach(({ strategy, group, domain }, request) => {
    if (strategy === '') return;
    enrol(strategy === 'fault_domain' ? `fault_domain/${group}/${domain}` : `${strategy}/${group}`, request);
  });
  const groups: Group[] = [...members].map(([id, list]) => ({ id, members: list }));
  const of = (strategy: string) => groups.map(({ id }) => id).filter((id) => id.startsWith(`${strategy}/`));
  rules.push({ id: 'apart', kind: 'separate', topology: 'host', groups: of('anti-affinity') });
  rules.push({ id: 'together', kind: 'colocate', topology: 'rack', groups: of('affinity') });
  for (const [a, b] of pairs(of('fault_domain')))
    rules.push({ id: `${a} ${b}`, kind: 'conflict', topology: 'rack', groupA: a, groupB: b });
  return {
    formatVersion: '1.0',
    name: `topo-vm ${sequence}`,
    dimensions: ['vcpus', 'ramGiB'],
    levels: ['rack'],
    hosts: readTable(join(dir, 'pm_res.csv')).map((row) => {
      const [a, b] = cellsOf(row) as [number[], number[]];
      return {
        id: row.pm!,
        capacity: a.map((value, d) => value + b[d]!),
        domains: [`rack-${rackOf.get(row.pm!)}`],
        cards: { [CELLS]: [a, b] },
      };
    }),
    workloads: requests.map(({ seq, vcpus, ram, numa }) => ({
      id: seq!,
      demand: [Number(vcpus), Number(ram)],
      cards: { [CELLS]: Number(numa) },
    })),
    groups,
    rules,
  };
}

function cellsOf({ cpu1, ram1, cpu2, ram2 }: Row): number[][] {
  return [
    [Number(cpu1), Number(ram1)],
    [Number(cpu2), Number(ram2)],
  ];
}

/** Pairs of the domains of one group: ids that differ in the last part only. */
function* pairs(ids: readonly string[]): Generator<[string, string]> {
  for (const [at, a] of ids.entries()) {
    const own = a.slice(0, a.lastIndexOf('/') + 1);
    for (const b of ids.slice(at + 1)) if (b.slice(0, b.lastIndexOf('/') + 1) === own) yield [a, b];
  }
}
