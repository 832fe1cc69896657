import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const packages = ['scheduler-core', 'hw-model', 'planner', 'runbook', 'report', 'tui', 'cli'];

export default defineConfig({
  test: {
    // Longest test: some 30 s on a quiet machine; a busy one is given ten times that.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: packages.map((name) => ({
      extends: true as const,
      test: {
        name,
        root: `packages/${name}`,
        include: ['{src,test}/**/*.test.{ts,tsx}'],
        setupFiles: [resolve('scripts/vitest-seed.ts')],
      },
    })),
    globalSetup: ['scripts/vitest-setup.ts'],
  },
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
});
