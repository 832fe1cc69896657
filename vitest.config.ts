import { defineConfig } from 'vitest/config';

const packages = ['scheduler-core', 'hw-model', 'planner', 'runbook', 'report', 'tui', 'cli'];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: packages.map((name) => ({
      extends: true as const,
      test: { name, root: `packages/${name}`, include: ['{src,test}/**/*.test.{ts,tsx}'] },
    })),
    globalSetup: ['scripts/vitest-setup.ts'],
  },
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
});
