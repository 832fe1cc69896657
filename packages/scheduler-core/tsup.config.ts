import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/debug.ts', 'src/solve/worker.node.ts', 'src/solve/worker-entry.node.ts'],
  format: ['esm'],
  target: 'node22',
  dts: false,
  removeNodeProtocol: false,
  clean: true,
  sourcemap: true,
  outDir: 'dist',
});
