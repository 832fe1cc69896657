import { defineConfig } from 'tsup';

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/debug.ts',
    'src/sequence/index.ts',
    'src/solve/worker.node.ts',
    'src/solve/worker-entry.node.ts',
    'src/solve/web-worker.ts',
    'src/solve/web-worker-entry.ts',
  ],
  format: ['esm'],
  target: 'node22',
  dts: false,
  clean: true,
  sourcemap: true,
  outDir: 'dist',
  // Small, but with the names that stack traces show.
  esbuildOptions(options) {
    options.minifyWhitespace = true;
    options.minifySyntax = true;
  },
});
