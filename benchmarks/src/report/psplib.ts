import { join } from 'node:path';
import { readCsv } from './csv.ts';
import { byKey, commitsOf, mean, type Suite } from './suite.ts';

/** Mean gap of one pass of the serial scheme. */
const ONE_PASS: Readonly<Record<string, string>> = { j30: '5.08 %', j60: '5.72 %', j120: '12.71 %' };

export const psplib: Suite = {
  name: 'psplib',
  data: 'psplib',
  commands: (dir, full) =>
    (full ? Object.keys(ONE_PASS) : ['j30']).map((set) => {
      return ['psplib', join(dir, set), '--seconds', full ? '1' : '0.1', '--seed', '1'];
    }),
  table(lines, dir) {
    const rows = dir ? readCsv(join(dir, 'best_known.csv')) : [];
    const best = new Map(rows.map((row) => [row.instance!, Number(row.best_ub)]));
    const setOf = (instance: string) => rows.find((row) => row.instance === instance)?.set ?? '-';
    const own = lines.map((line) => ({ ...line, set: setOf(String(line.instance)) }));
    return {
      title: 'Project scheduling (PSPLIB)',
      text: 'Gap of the makespan to the best known one, one thread, up to so many seconds an instance; beside it one pass of the serial scheme.',
      head: [
        'set',
        'instances',
        'mean gap',
        'one pass',
        'at the best known',
        'proved by our bound',
        'most seconds',
        'commit',
      ],
      rows: byKey(own, 'set').map(([set, runs]) => {
        const gaps = runs.map((run) => Number(run.makespan) / (best.get(String(run.instance)) ?? Number.NaN) - 1);
        return [
          set,
          `${runs.length} of ${rows.filter((row) => row.set === set).length}`,
          `${(100 * mean(gaps)).toFixed(3)} %`,
          ONE_PASS[set] ?? '-',
          gaps.filter((gap) => gap <= 0).length,
          runs.filter((run) => run.makespan === run.lowerBound).length,
          Math.max(...runs.map((run) => Number(run.seconds))).toFixed(1),
          commitsOf(runs),
        ];
      }),
    };
  },
};
