/** Imports go one way, without cycles; the process is touched at the edge only. See ARCHITECTURE.md. */
const layers = ['scheduler-core', 'hw-model', 'planner', 'runbook', 'report', 'tui', 'cli'];
/** What each package may import of ours. */
const allowed = {
  'scheduler-core': [],
  'hw-model': [],
  planner: ['scheduler-core', 'hw-model'],
  runbook: ['planner'],
  report: ['planner', 'runbook', 'hw-model'],
  tui: ['planner', 'runbook', 'hw-model'],
  cli: ['scheduler-core', 'hw-model', 'planner', 'runbook', 'report', 'tui'],
};
const isTest = '(\\.test\\.tsx?$|/test/|/testing/)';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...layers.map((name) => ({
      name: `${name}-imports-one-way`,
      severity: 'error',
      from: { path: `^packages/${name}/src`, pathNot: isTest },
      to: { path: '^packages/', pathNot: `^packages/(${[name, ...allowed[name]].join('|')})/` },
    })),
    {
      name: 'packages-through-their-index',
      comment: 'Another package is reached through its public file only.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src', pathNot: isTest },
      to: { path: '^packages/[^/]+/src', pathNot: '^packages/($1/|[^/]+/src/(index\\.tsx?|sequence/index\\.ts|document/suggest\\.ts|solve/worker\\.node\\.ts|kernel/debug\\.ts)$)' },
    },
    {
      name: 'verifier-shares-no-code-with-the-solver',
      severity: 'error',
      from: { path: '^packages/scheduler-core/src/(verify|explain)/', pathNot: isTest },
      to: { path: '^packages/scheduler-core/src/(compile|kernel|solve)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'schedule-verifier-shares-no-code-with-the-solver',
      severity: 'error',
      from: { path: '^packages/scheduler-core/src/sequence/verify/', pathNot: isTest },
      to: { path: '^packages/scheduler-core/src/(?!sequence/verify/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'wave-verifier-shares-no-code-with-the-scheduler',
      severity: 'error',
      from: { path: '^packages/planner/src/waves/verify', pathNot: isTest },
      to: { path: '^packages/planner/src/waves/(?!verify|schema)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'service-verifier-shares-no-code-with-the-expansion',
      severity: 'error',
      from: { path: '^packages/planner/src/services/verify' },
      to: { path: '^packages/planner/src/services/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'node-at-the-edge',
      comment: 'node:* only in cli, tui and files named *.node.ts.',
      severity: 'error',
      from: { path: '^packages/(scheduler-core|hw-model|planner|runbook|report)/src', pathNot: `(${isTest}|\\.node\\.ts$|/fixtures/)` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-undeclared',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: isTest },
      // Between our packages the layers above decide.
      to: { pathNot: '^(packages/|node$)', dependencyTypes: ['unknown', 'undetermined', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/assembly/|/coverage/)' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'], extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
