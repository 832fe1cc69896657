import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Compiles the kernel before any test runs: tests resolve packages from source, the WASM is the one thing that must be built. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/pack-wasm.mjs'], {
    cwd: fileURLToPath(new URL('../packages/scheduler-core', import.meta.url)),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
