import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './csv.ts';
import { byKey, commitsOf, mean, median, numbers, type Suite } from './suite.ts';

const SEEDS = Array.from({ length: 10 }, (_, at) => String(42 + at));

export const openb: Suite = {
  name: 'openb',
  data: 'openb-gpu',
  commands: (dir, full) =>
    readdirSync(dir)
      .filter((file) => file.startsWith('openb_pod_list_') && (full || file.includes('default')))
      .flatMap((file) =>
        (full ? SEEDS : SEEDS.slice(0, 1)).map((seed) => {
          const files = ['--nodes', join(dir, 'openb_node_list_gpu_node.csv'), '--pods', join(dir, file)];
          return ['openb', ...files, '--seed', seed, '--clock', 'cpu'];
        }),
      ),
  table(lines, dir) {
    const published = dir ? readCsv(join(dir, 'published_results.csv')) : [];
    const mostly = (workload: string, policy: string) => {
      const rows = published.filter((row) => row.workload === workload && row.policy?.endsWith(policy));
      return rows.length === 0 ? '-' : mean(rows.map((row) => Number(row.alloc_pct_at_130))).toFixed(2);
    };
    return {
      title: 'GPU cluster (openb)',
      text:
        'Share of the GPUs that is allocated in the end; pods online, each placed once or dropped, in the protocol of FGD (USENIX ATC 2023), whose published results ' +
        'are beside ours, all as means of the seeds. First fit reaches 94.52 % on the default pods.',
      head: ['pods', 'allocated %', 'FGD %', 'best fit %', 'random %', 'pods/s of CPU time, median', 'seeds', 'commit'],
      rows: byKey(lines, 'workload').map(([workload, runs]) => {
        const name = workload.replace('openb_pod_list_', '');
        return [
          name,
          mean(numbers(runs, 'allocatedPct')).toFixed(2),
          mostly(name, 'FGD'),
          mostly(name, 'BestFit'),
          mostly(name, 'Random'),
          Math.round(median(numbers(runs, 'podsPerSecond'))),
          runs.length,
          commitsOf(runs),
        ];
      }),
    };
  },
};
