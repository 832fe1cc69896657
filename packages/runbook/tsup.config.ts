import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm'],
  target: 'node22',
  dts: false,
  // node:sqlite has no name without the prefix.
  removeNodeProtocol: false,
  clean: true,
  sourcemap: true,
  outDir: 'dist',
});
