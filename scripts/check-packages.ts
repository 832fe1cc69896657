/** Packs every published package and looks at the tarballs as their users get them: publint, are-the-types-wrong, an install into an empty project. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const scratch = mkdtempSync(join(tmpdir(), 'yunqian-pack-'));
const bin = (name: string): string => resolve('node_modules/.bin', name);
let failed = 0;

function check(name: string, file: string, args: readonly string[], cwd = process.cwd()): void {
  const result = spawnSync(file, args, { cwd, encoding: 'utf8' });
  if (result.status === 0) console.log(`ok      ${name}`);
  else {
    failed += 1;
    console.log(`FAILED  ${name}\n${result.stdout}\n${result.stderr}`);
  }
}

try {
  const tarballs: string[] = [];
  for (const name of readdirSync('packages').sort()) {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--pack-destination', scratch], {
        cwd: join('packages', name),
        encoding: 'utf8',
      }),
    ) as [{ filename: string }];
    const tarball = join(scratch, packed.filename);
    tarballs.push(tarball);
    check(`publint ${name}`, bin('publint'), [tarball, '--strict']);
    // The command's package has no types to offer; the .wasm entry is not a module to TypeScript.
    if (name !== 'cli')
      check(`types ${name}`, bin('attw'), [tarball, '--profile', 'esm-only', '--exclude-entrypoints', 'wasm', 'debug']);
  }
  const project = join(scratch, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"name":"project","private":true,"type":"module"}');
  check(
    'install into an empty project',
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs],
    project,
  );
  check('the command runs there', process.execPath, [join(project, 'node_modules/.bin/yunqian'), '--version'], project);
  writeFileSync(
    join(project, 'use.mjs'),
    `import { solve, verify } from '@yunqian/scheduler-core';
const problem = { formatVersion: '1.0', name: 'two', dimensions: ['memMiB'], levels: [], groups: [],
  hosts: [{ id: 'h', capacity: [8], domains: [] }],
  workloads: [{ id: 'a', demand: [4] }, { id: 'b', demand: [4] }],
  rules: [{ id: 'capacity', kind: 'capacity' }] };
const solution = await solve(problem);
if (solution.status !== 'complete' || verify(problem, solution.hostOf).length > 0) throw new Error(JSON.stringify(solution));\n`,
  );
  check('the core solves there', process.execPath, ['use.mjs'], project);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
