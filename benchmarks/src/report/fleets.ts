import { commitsOf, type Suite } from './suite.ts';

function throughputRun(hosts: string, mix: string, ...options: string[]): string[] {
  return ['throughput', '--hosts', hosts, '--workloads', String(Number(hosts) * 10), '--mix', mix, ...options];
}

export const throughput: Suite = {
  name: 'throughput',
  commands: (_, full) => [
    ...['500', '5000'].flatMap((hosts) =>
      ['capacity', 'zones', 'separate', 'all'].map((mix) => throughputRun(hosts, mix)),
    ),
    ...(full ? ['1000', '10000', '100000'].map((hosts) => throughputRun(hosts, 'all')) : []),
    ...(full ? [throughputRun('100000', 'all', '--distinct')] : []),
  ],
  table: (lines) => ({
    title: 'Throughput and scale',
    text:
      'Construction by the kernel beside a plain typed-array best fit in TypeScript under the same rules (on big fleets on a sample), and the whole solve from plain objects ' +
      'with reading, bounds and reduction; CPU time of all threads.',
    head: [
      'hosts',
      'workloads',
      'sizes',
      'rules',
      'construction: placements/s',
      'plain best fit/s',
      'ratio',
      'hosts used (construction / plain)',
      'whole solve: s',
      'of which reading',
      'us a workload',
      'hosts used',
      'bound',
      'peak MiB',
      'violations',
      'commit',
    ],
    rows: lines.map((line) => [
      line.hosts!,
      line.workloads!,
      line.distinct ? 'distinct' : 'flavors',
      line.mix!,
      line.kernelPerSecond!,
      line.plainPerSecond!,
      line.ratio!,
      `${line.kernelHostsUsed} / ${line.plainHostsUsed ?? '-'}`,
      Number(line.seconds).toFixed(2),
      Number(line.compileSeconds).toFixed(2),
      ((Number(line.seconds) / Number(line.workloads)) * 1e6).toFixed(1),
      line.hostsUsed!,
      line.hostsBound!,
      line.peakMiB!,
      line.violations!,
      commitsOf([line]),
    ]),
  }),
};

export const consolidate: Suite = {
  name: 'consolidate',
  commands(_, full) {
    const run = (hosts: string, ...options: string[]) => {
      return ['consolidate', '--hosts', hosts, '--workloads', `${hosts}0`, '--clock', 'cpu', ...options];
    };
    if (!full) return [run('100')];
    return [run('100'), run('1000'), run('1000', '--rules'), run('1000', '--budget', '100000000')];
  },
  table: (lines) => ({
    title: 'Consolidation of a live fleet',
    text: "OpenStack Watcher's basic consolidation, on fleets of the same numbers: 100 to 60 hosts by 329 moves in 2.2 s, and 1,000 to 582 hosts by 3,282 moves in 287 s.",
    head: [
      'hosts',
      'workloads',
      'rules',
      'budget',
      'hosts after',
      'bound',
      'moves',
      'CPU seconds',
      'violations',
      'commit',
    ],
    rows: lines.map((line) => [
      line.hosts!,
      line.workloads!,
      line.rules ? 'zones, replicas apart' : 'capacity',
      line.budget ?? 'default',
      line.hostsAfter!,
      line.lowerBound!,
      line.moves!,
      Number(line.seconds).toFixed(2),
      line.violations!,
      commitsOf([line]),
    ]),
  }),
};

export const session: Suite = {
  name: 'session',
  commands: (_, full) =>
    ['bestFit', 'leastFragmented'].map((policy) => {
      const [hosts, workloads] = full ? ['100000', '1000000'] : ['10000', '100000'];
      return ['session', '--hosts', hosts!, '--workloads', workloads!, '--policy', policy];
    }),
  table: (lines) => ({
    title: 'Live session',
    text:
      'Wall time of one call on a filled fleet with all rules. Beside it: Nova places 2.3 to 2.7 instances a second on 5,000 hosts; the floors that kube-scheduler sets itself on 5,000 ' +
      'nodes are 680 to 810 pods a second plain, 60 with anti-affinity, 35 with affinity.',
    head: [
      'hosts',
      'workloads',
      'policy',
      'place, median us',
      'place, 99th percentile us',
      'remove, median us',
      'places/s',
      'commit',
    ],
    rows: lines.map((line) => [
      line.hosts!,
      line.workloads!,
      line.policy!,
      Number(line.placeMicrosecondsMedian).toFixed(1),
      Number(line.placeMicrosecondsP99).toFixed(1),
      Number(line.removeMicrosecondsMedian).toFixed(1),
      Math.round(1e6 / Number(line.placeMicrosecondsMedian)),
      commitsOf([line]),
    ]),
  }),
};
