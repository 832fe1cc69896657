/**
 * Imports mutated copies of the importers' fixtures and reports every case that throws, hangs, or breaks a promise:
 *
 *   node --conditions=source scripts/fuzz-importers.ts --count 20000 --seed 1 [--format rvtools]
 *
 * `--count` is shared evenly by the formats. A failure names the seed that repeats it with `--count 1`.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Importer, ImportFile } from '../packages/planner/src/import/importer.ts';
import { importers } from '../packages/planner/src/import/index.ts';
import { fuzzImporter } from '../packages/planner/test/support/fuzz.ts';
import { fixtureFiles } from '../packages/planner/test/support/inventory.ts';
import { workbookOf } from '../packages/planner/test/support/xlsx.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string' },
  },
});
const chosen = Object.values<Importer>(importers).filter(
  ({ format }) => values.format === undefined || values.format === format,
);
if (chosen.length === 0) throw new Error(`no importer for ${values.format}`);

/** All fixtures together, each alone, and for formats of tables also as a workbook. */
function groupsOf(format: string): ImportFile[][] {
  const folder = new URL(`../packages/planner/src/import/${format}/`, import.meta.url);
  if (!existsSync(new URL('fixtures', folder))) return [];
  const files = fixtureFiles(folder.href);
  const csv = files.filter(({ path }) => path.endsWith('.csv'));
  const groups = [files, ...files.map((file) => [file])];
  return csv.length === 0 ? groups : [...groups, [workbookOf('mutated.xlsx', csv)]];
}

let failed = 0;
let cases = 0;
for (const importer of chosen) {
  const groups = groupsOf(importer.format);
  if (groups.length === 0) {
    console.error(`${importer.format}: no fixtures`);
    failed++;
    continue;
  }
  const count = Math.ceil(Number(values.count) / chosen.length);
  const start = performance.now();
  const report = await fuzzImporter(importer, groups, { count, seed: Number(values.seed) });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${importer.format}: ${report.cases} cases in ${seconds} s, ${report.withEstate} with an estate, slowest ${report.slowestMs} ms, ${report.failures.length} failures`,
  );
  for (const failure of report.failures.slice(0, 10))
    console.log(`  seed ${failure.seed} ${failure.file}: ${failure.problem}`);
  failed += report.failures.length;
  cases += report.cases;
}
console.log(`${cases} cases, ${failed} failures`);
process.exitCode = failed === 0 ? 0 : 1;
