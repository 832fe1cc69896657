import { defineConfig, type Options } from 'tsup';

/** How every package is bundled: ESM for Node 22 and newer, types by tsc. */
export const bundle = (options: Options = {}) =>
  defineConfig({
    entry: ['src/index.ts'],
    format: ['esm'],
    target: 'node22',
    dts: false,
    // node:sqlite has no name without the prefix.
    removeNodeProtocol: false,
    clean: true,
    sourcemap: true,
    outDir: 'dist',
    ...options,
  });
