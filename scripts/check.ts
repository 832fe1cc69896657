/**
 * The README's test command: every check and every test, one closing line `N passed, N failed`.
 * `node scripts/check.ts [--only name]`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'yunqian-check-'));

const checks: readonly { readonly name: string; run(): Count }[] = [
  { name: 'build', run: () => command('npm', ['run', '--silent', 'build']) },
  { name: 'types', run: () => command('npm', ['run', '--silent', 'typecheck']) },
  { name: 'lint and format', run: () => command('npm', ['run', '--silent', 'lint']) },
  { name: 'dependency rules and cycles', run: () => command('npm', ['run', '--silent', 'deps']) },
  { name: 'packed packages', run: () => command(process.execPath, ['scripts/check-packages.ts']) },
  { name: 'size', run: () => command('npm', ['run', '--silent', 'size']) },
  { name: 'tests', run: tests },
];

function command(file: string, args: readonly string[]): Count {
  const result = spawnSync(file, args, { stdio: 'inherit' });
  return result.status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function tests(): Count {
  const report = join(scratch, 'vitest.json');
  const result = spawnSync(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { stdio: 'inherit' },
  );
  try {
    const json = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numTodoTests: number;
    };
    // A file that fails to load has no failed test of its own; the exit status tells.
    const failed = Math.max(json.numFailedTests, result.status === 0 ? 0 : 1);
    return { passed: json.numPassedTests, failed, skipped: json.numPendingTests + json.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const only = process.argv[2] === '--only' ? process.argv[3] : undefined;
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const summary: string[] = [];
for (const check of checks.filter(({ name }) => only === undefined || name === only)) {
  const started = performance.now();
  console.log(`\n== ${check.name}`);
  const count = check.run();
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  summary.push(
    `${count.failed === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped, ${seconds} s)`,
  );
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${summary.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
