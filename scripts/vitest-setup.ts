import { execFileSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const core = fileURLToPath(new URL('../packages/scheduler-core', import.meta.url));

/** Compiles the kernel before tests when its sources are newer: packages resolve from source, the WASM is the one thing that must be built. */
export default function setup(): void {
  const sources = globSync(['assembly/**/*.ts', 'scripts/*.mjs'], { cwd: core }).map((file) => join(core, file));
  const built = join(core, 'pkg/package.json');
  const newest = Math.max(0, ...sources.map((file) => statSync(file).mtimeMs));
  if (sources.length === 0 || (existsSync(built) && statSync(built).mtimeMs >= newest)) return;
  execFileSync(process.execPath, ['scripts/pack-wasm.mjs'], { cwd: core, stdio: ['ignore', 'ignore', 'inherit'] });
}
