import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './csv.ts';
import { byKey, commitsOf, type Line, type Suite, sum } from './suite.ts';

interface Known {
  readonly family: string;
  readonly opt: number | null;
  readonly best: number;
}

const filesOf = (dir: string) => readdirSync(dir).filter((file) => file.endsWith('.jsonl'));

export const vbp: Suite = {
  name: 'vbp',
  data: 'vbp-mommessin',
  commands: (dir, full) =>
    filesOf(dir).map((file) => {
      const options = ['--seconds', '1', '--seed', '1', '--clock', 'cpu', '--every', full ? '1' : '20'];
      return ['vbp', join(dir, file), ...options];
    }),
  table(lines, dir) {
    const known = readKnown(dir);
    const own = lines.filter(({ instance }) => known.has(String(instance)));
    const of = (run: Line): Known => known.get(String(run.instance))!;
    const simple = dir ? readCsv(join(dir, 'baselines.csv')) : [];
    return {
      title: 'Vector bin packing',
      text:
        'One CPU-second an instance at most, one thread, items shuffled. Beside it the best of 351 published heuristics for each instance (Mommessin et al., 2025) ' +
        'and first fit, items as they come and by decreasing size, over the whole family. Proved: our own bound is the number of bins.',
      head: [
        'family',
        'instances',
        'bins',
        'best of 351',
        'first fit',
        'first fit decreasing',
        'over known optima',
        'best of 351 over them',
        'at a known optimum',
        'proved',
        'fewer / more than best of 351',
        'commit',
      ],
      rows: byKey(
        own.map((line) => ({ ...line, family: of(line).family })),
        'family',
      ).map(([family, runs]) => {
        const solved = runs.filter((run) => of(run).opt !== null);
        const over = (value: (run: Line) => number) =>
          `${((sum(solved.map(value)) / sum(solved.map((run) => of(run).opt!)) - 1) * 100).toFixed(2)} %`;
        const bins = (run: Line) => Number(run.bins);
        const best = (run: Line) => of(run).best;
        const all = [...known.values()].filter((one) => one.family === family).length;
        const plain = (column: string) =>
          sum(simple.filter(({ file }) => file?.startsWith(family)).map((row) => Number(row[column])));
        const fewer = runs.filter((run) => bins(run) < best(run)).length;
        const more = runs.filter((run) => bins(run) > best(run)).length;
        return [
          family,
          `${runs.length} of ${all}`,
          sum(runs.map(bins)),
          sum(runs.map(best)),
          plain('FF'),
          plain('FFD-L2'),
          over(bins),
          over(best),
          `${solved.filter((run) => bins(run) === of(run).opt).length} of ${solved.length}`,
          runs.filter((run) => run.bins === run.lowerBound).length,
          `${fewer} / ${more}`,
          commitsOf(runs),
        ];
      }),
    };
  },
};

function readKnown(dir: string | null): Map<string, Known> {
  const known = new Map<string, Known>();
  if (!dir) return known;
  for (const file of filesOf(dir)) {
    for (const text of readFileSync(join(dir, file), 'utf8').split('\n').filter(Boolean)) {
      const { name, opt, best } = JSON.parse(text) as Omit<Known, 'family'> & { readonly name: string };
      known.set(name, { family: file.split('_')[0]!, opt, best });
    }
  }
  return known;
}
