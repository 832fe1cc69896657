import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './csv.ts';

export type Line = Readonly<Record<string, string | number>>;

/** One family: the bench commands whose lines it keeps, and what it makes of them. */
export interface Suite {
  readonly name: string;
  /** Folder under the shared data that it needs; without it the suite is passed over. */
  readonly data?: string;
  commands(dir: string, full: boolean): readonly (readonly string[])[];
  /** Rows of its table in RESULTS.md beside published and trivial baselines. */
  table(
    lines: readonly Line[],
    dir: string | null,
  ): {
    readonly title: string;
    readonly text: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  };
}

const roadefInstances = ['a1_2', 'a1_4', 'a2_2', 'a2_5', 'b_1', 'b_3', 'b_5', 'b_8', 'b_9'];
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const byKey = (lines: readonly Line[], key: string): [string, Line[]][] => [
  ...Map.groupBy(lines, (line) => String(line[key])),
];

const roadef: Suite = {
  name: 'roadef2012',
  data: 'roadef2012',
  commands: (dir, full) =>
    (full ? [1, 2, 3] : [1]).map((seed) => [
      'roadef2012',
      dir,
      ...(full ? roadefInstances : ['a1_2', 'a2_5', 'b_1']),
      '--seconds',
      full ? '60' : '10',
      '--seed',
      String(seed),
      '--clock',
      'cpu',
    ]),
  table(lines, dir) {
    const known = new Map((dir ? readCsv(join(dir, 'known.csv')) : []).map((row) => [row.instance!, row]));
    let total = 0;
    const rows = byKey(lines, 'instance').map(([instance, runs]) => {
      const row = known.get(instance);
      const cost = median(runs.map((run) => Number(run.cost)));
      const best = Number(row?.best_known);
      const points = (100 * (cost - best)) / Number(row?.initial);
      total += points;
      return [
        instance,
        cost,
        best,
        points.toFixed(3),
        runs.length,
        mean(runs.map((run) => Number(run.seconds))).toFixed(0),
      ];
    });
    const seconds = Math.round(mean(lines.map((line) => Number(line.seconds))));
    return {
      title: 'Machine reassignment (ROADEF/EURO 2012)',
      text: `Sum of 100 x (cost - best known) / initial over ${rows.length} instances: **${total.toFixed(2)}** after ${seconds} CPU-seconds on one core, median of the seeds. Native C++ solvers of the challenge at 60 CPU-seconds over nine instances (a1_2 a1_4 a2_2 a2_5 b_1 b_3 b_5 b_8 b_9): 11.92 (S38), 15.32 (S41, the winner), 38.6 (J33), 9.63 for the best of four each.`,
      head: ['instance', 'cost', 'best known', 'points', 'seeds', 'seconds'],
      rows,
    };
  },
};

const vbp: Suite = {
  name: 'vbp',
  data: 'vbp-mommessin',
  commands: (dir, full) =>
    readdirSync(dir)
      .filter((file) => file.endsWith('.jsonl'))
      .map((file) => [
        'vbp',
        join(dir, file),
        '--seconds',
        '1',
        '--seed',
        '1',
        '--clock',
        'cpu',
        '--every',
        full ? '1' : '20',
      ]),
  table(lines, dir) {
    const known = new Map<string, { family: string; opt: number | null; best: number }>();
    for (const file of dir ? readdirSync(dir).filter((name) => name.endsWith('.jsonl')) : []) {
      for (const text of readFileSync(join(dir!, file), 'utf8').split('\n').filter(Boolean)) {
        const { name, opt, best } = JSON.parse(text) as { name: string; opt: number | null; best: number };
        known.set(name, { family: file.split('_')[0]!, opt, best });
      }
    }
    const rows = byKey(
      lines
        .filter(({ instance }) => known.has(String(instance)))
        .map((line) => ({ ...line, family: known.get(String(line.instance))!.family })),
      'family',
    ).map(([family, runs]) => {
      const of = (run: Line) => known.get(String(run.instance))!;
      const proven = runs.filter((run) => of(run).opt !== null);
      const sum = (list: readonly Line[], value: (run: Line) => number) =>
        list.reduce((total, run) => total + value(run), 0);
      const bins = (run: Line) => Number(run.bins);
      const over = (value: number) => ((value / sum(proven, (run) => of(run).opt!) - 1) * 100).toFixed(2);
      return [
        family,
        runs.length,
        sum(runs, bins),
        sum(runs, (run) => of(run).best),
        `${over(sum(proven, bins))} %`,
        `${over(sum(proven, (run) => of(run).best))} %`,
        runs.filter((run) => run.bins === run.lowerBound).length,
      ];
    });
    return {
      title: 'Vector bin packing',
      text: 'One CPU-second an instance, items shuffled, against the best of 351 published heuristics for each instance (Mommessin et al., 2025).',
      head: [
        'family',
        'instances',
        'bins',
        'best of 351',
        'over known optima',
        'best of 351 over them',
        'proved by our bound',
      ],
      rows,
    };
  },
};

const openb: Suite = {
  name: 'openb',
  data: 'openb-gpu',
  commands: (dir, full) =>
    readdirSync(dir)
      .filter((file) => file.startsWith('openb_pod_list_') && (full || file.includes('default')))
      .flatMap((file) =>
        (full ? [42, 43, 44, 45, 46, 47, 48, 49, 50, 51] : [42]).map((seed) => [
          'openb',
          '--nodes',
          join(dir, 'openb_node_list_gpu_node.csv'),
          '--pods',
          join(dir, file),
          '--seed',
          String(seed),
        ]),
      ),
  table(lines, dir) {
    const published = (dir ? readCsv(join(dir, 'published_results.csv')) : []).filter(({ policy }) =>
      policy?.includes('FGD'),
    );
    return {
      title: 'GPU cluster (openb)',
      text: 'Online, no reordering, protocol of FGD (USENIX ATC 2023); first fit reaches 94.52 % on the default pods.',
      head: ['pods', 'allocated %', 'FGD, published %', 'pods/s (median)', 'seeds'],
      rows: byKey(lines, 'workload').map(([workload, runs]) => [
        workload,
        mean(runs.map((run) => Number(run.allocatedPct))).toFixed(2),
        mean(published.filter((row) => row.workload === workload).map((row) => Number(row.alloc_pct_at_130))).toFixed(
          2,
        ),
        Math.round(median(runs.map((run) => Number(run.podsPerSecond)))),
        runs.length,
      ]),
    };
  },
};

const topoVm: Suite = {
  name: 'topo-vm',
  data: 'huawei-topo-vm',
  commands: (dir) => ['c1', 'c2', 'c3'].map((sequence) => ['topo-vm', '--dir', dir, '--sequence', sequence]),
  table: (lines) => ({
    title: 'Topology-aware VMs (Huawei Cloud)',
    text: 'Requests in their order, each placed once or never; reading of the rules in `src/topo-vm.ts`.',
    head: ['sequence', 'placed', 'of', 'dot product', 'before the first failure', 'hosts'],
    rows: lines.map((line) => [
      line.sequence!,
      line.placed!,
      line.of!,
      { c1: 4946, c2: 4936, c3: 4924 }[String(line.sequence)] ?? '-',
      line.placedBeforeFirstFailure!,
      line.hostsUsed!,
    ]),
  }),
};

const psplib: Suite = {
  name: 'psplib',
  data: 'psplib',
  commands: (dir, full) =>
    (full ? ['j30', 'j60', 'j120'] : ['j30']).map((set) => [
      'psplib',
      join(dir, set),
      '--seconds',
      full ? '1' : '0.1',
      '--seed',
      '1',
    ]),
  table(lines, dir) {
    const best = new Map(
      (dir ? readCsv(join(dir, 'best_known.csv')) : []).map((row) => [row.instance!, Number(row.best_ub)]),
    );
    const sets = byKey(
      lines.map((line) => ({ ...line, set: /^j(30|60|90|120)/.exec(String(line.instance))?.[0] ?? '' })),
      'set',
    );
    const onePass: Readonly<Record<string, string>> = { j30: '5.08 %', j60: '5.72 %', j120: '12.71 %' };
    return {
      title: 'Project scheduling (PSPLIB)',
      text: 'Mean gap of the makespan to the best known one.',
      head: ['set', 'instances', 'mean gap', 'one-pass serial scheme', 'proved by our bound'],
      rows: sets.map(([set, runs]) => [
        set,
        runs.length,
        `${(100 * mean(runs.map((run) => Number(run.makespan) / (best.get(String(run.instance)) ?? Number.NaN) - 1))).toFixed(3)} %`,
        onePass[set] ?? '-',
        runs.filter((run) => run.makespan === run.lowerBound).length,
      ]),
    };
  },
};

const throughput: Suite = {
  name: 'throughput',
  commands: (_, full) => [
    ...['500', '5000'].flatMap((hosts) =>
      ['capacity', 'zones', 'separate', 'all'].map((mix) => throughputRun(hosts, mix)),
    ),
    ...(full ? ['1000', '10000', '100000'].map((hosts) => throughputRun(hosts, 'all')) : []),
  ],
  table: (lines) => ({
    title: 'Throughput',
    text: 'Construction by the kernel beside a plain typed-array best fit in TypeScript under the same rules (on big fleets on a sample), and the whole solve with bounds and reduction; CPU time.',
    head: [
      'hosts',
      'workloads',
      'rules',
      'construction: placements/s',
      'plain best fit/s',
      'ratio',
      'hosts used (construction / plain)',
      'whole solve: s',
      'hosts used',
      'bound',
      'peak MiB',
      'violations',
    ],
    rows: lines.map((line) => [
      line.hosts!,
      line.workloads!,
      line.mix!,
      line.kernelPerSecond!,
      line.plainPerSecond!,
      line.ratio!,
      `${line.kernelHostsUsed} / ${line.plainHostsUsed ?? '-'}`,
      Number(line.seconds).toFixed(2),
      line.hostsUsed!,
      line.hostsBound!,
      line.peakMiB!,
      line.violations!,
    ]),
  }),
};

function throughputRun(hosts: string, mix: string): string[] {
  return ['throughput', '--hosts', hosts, '--workloads', String(Number(hosts) * 10), '--mix', mix];
}

const consolidate: Suite = {
  name: 'consolidate',
  commands: (_, full) => [
    ['consolidate', '--hosts', full ? '1000' : '100', '--workloads', full ? '10000' : '1000', '--clock', 'cpu'],
  ],
  table: (lines) => ({
    title: 'Consolidation of a live fleet',
    text: "OpenStack Watcher's basic consolidation on 1,000 hosts and 10,000 VMs: 1,000 to 582 hosts by 3,282 moves in 287 s.",
    head: Object.keys(lines[0] ?? {}),
    rows: lines.map((line) =>
      Object.values(line).map((value) => (typeof value === 'object' ? JSON.stringify(value) : value)),
    ),
  }),
};

const session: Suite = {
  name: 'session',
  commands: (_, full) =>
    ['bestFit', 'leastFragmented'].map((policy) => {
      const [hosts, workloads] = full ? ['100000', '1000000'] : ['10000', '100000'];
      return ['session', '--hosts', hosts!, '--workloads', workloads!, '--policy', policy];
    }),
  table: (lines) => ({
    title: 'Live session',
    text: 'Time of one call on a filled fleet.',
    head: ['hosts', 'workloads', 'policy', 'place, median us', 'place, 99th percentile us', 'remove, median us'],
    rows: lines.map((line) => [
      line.hosts!,
      line.workloads!,
      line.policy!,
      Number(line.placeMicrosecondsMedian).toFixed(1),
      Number(line.placeMicrosecondsP99).toFixed(1),
      Number(line.removeMicrosecondsMedian).toFixed(1),
    ]),
  }),
};

export const suites: readonly Suite[] = [roadef, vbp, openb, topoVm, consolidate, throughput, session, psplib];
