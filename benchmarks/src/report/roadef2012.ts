import { join } from 'node:path';
import { readCsv } from './csv.ts';
import { byKey, commitsOf, mean, median, numbers, type Suite } from './suite.ts';

/** The instances of the sum: those that tell solvers apart. */
const COUNTED = ['a1_2', 'a1_4', 'a2_2', 'a2_5', 'b_1', 'b_3', 'b_5', 'b_8', 'b_9'];
/** Held besides: all 18 run. */
const OTHERS = ['a1_1', 'a1_3', 'a1_5', 'a2_1', 'a2_3', 'a2_4', 'b_2', 'b_4', 'b_6'];

export const roadef2012: Suite = {
  name: 'roadef2012',
  data: 'roadef2012',
  commands(dir, full) {
    const run = (instances: readonly string[], seconds: string, seed: string) => {
      const options = ['--seconds', seconds, '--seed', seed, '--clock', 'cpu'];
      return ['roadef2012', dir, ...instances, ...options];
    };
    if (!full) return [run(['a1_2', 'a2_5', 'b_1'], '10', '1')];
    return [...['1', '2', '3'].map((seed) => run(COUNTED, '60', seed)), run(OTHERS, '60', '1')];
  },
  table(lines, dir) {
    const known = new Map((dir ? readCsv(join(dir, 'known.csv')) : []).map((row) => [row.instance!, row]));
    const results = byKey(lines, 'instance')
      .map(([instance, runs]) => {
        const row = known.get(instance);
        const [initial, best] = [Number(row?.initial), Number(row?.best_known)];
        const points = (value: number) => (100 * (value - best)) / initial;
        const costs = numbers(runs, 'cost');
        return { instance, runs, best, costs, points, initial, challenge: Number(row?.s41_challenge) };
      })
      .sort((a, b) => order(a.instance) - order(b.instance));
    const counted = results.filter(({ instance }) => COUNTED.includes(instance));
    const total = counted.reduce((all, { points, costs }) => all + points(median(costs)), 0);
    const whole = counted.length === COUNTED.length ? 'all nine' : `only ${counted.length}`;
    return {
      title: 'Machine reassignment (ROADEF/EURO 2012)',
      text:
        `Points are 100 x (cost - best known) / initial cost, the median of the seeds; one thread, CPU seconds. Sum over ${whole} of ` +
        `${COUNTED.join(' ')}: **${total.toFixed(2)}**. Native C++ solvers of the challenge, 60 CPU-seconds on one core, the same nine: ` +
        '11.92 (S38, the runner-up), 15.32 (S41, the winner), 38.6 (J33), 9.63 for the best of four for each instance. The column of S41 has its ' +
        'published costs after 300 s.',
      head: [
        'instance',
        'median cost',
        'best known',
        'points',
        'points, best and worst seed',
        'points of S41, 300 s',
        'points of the start',
        'seeds',
        'seconds',
        'commit',
      ],
      rows: results.map(({ instance, runs, best, costs, points, initial, challenge }) => [
        instance,
        median(costs),
        best,
        points(median(costs)).toFixed(3),
        `${points(Math.min(...costs)).toFixed(3)} to ${points(Math.max(...costs)).toFixed(3)}`,
        points(challenge).toFixed(3),
        points(initial).toFixed(1),
        runs.length,
        mean(numbers(runs, 'seconds')).toFixed(0),
        commitsOf(runs),
      ]),
    };
  },
};

function order(instance: string): number {
  const at = [...COUNTED, ...OTHERS].indexOf(instance);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
