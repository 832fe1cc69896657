import fc from 'fast-check';
import type { Estate, EstateInput } from '../../src/estate/schema.ts';
import { estateSchema } from '../../src/estate/schema.ts';
import type { Plan } from '../../src/plan/schema.ts';
import type { WavesInput } from '../../src/waves/findings.ts';
import { methods, objectiveLevels } from '../../src/waves/programme-schema.ts';
import type { ProgrammeInput } from '../../src/waves/schema.ts';
import { programmeSchema } from '../../src/waves/schema.ts';

export const inputs = [
  { kind: 'estate', path: 'estate.yaml', sha256: 'a'.repeat(64) },
  { kind: 'programme', path: 'programme.yaml', sha256: 'b'.repeat(64) },
];

/** Documents of a case; every workload has a place but those in `unplaced`. */
export function wavesCase(
  estate: Omit<EstateInput, 'kind' | 'formatVersion' | 'name'>,
  programme: Partial<ProgrammeInput> = {},
  unplaced: readonly string[] = [],
): WavesInput {
  const read = estateSchema.parse({ kind: 'estate', formatVersion: '1.0', name: 'test', ...estate });
  return {
    estate: read,
    plan: planOf(read, unplaced),
    programme: programmeSchema.parse({
      kind: 'programme',
      formatVersion: '1.0',
      name: 'test',
      start: '2026-01-05',
      links: [{ id: 'line', bandwidthMbps: 1000 }],
      ...programme,
    }),
    inputs,
  };
}

function planOf(estate: Estate, unplaced: readonly string[]): Plan {
  const ids = estate.workloads.flatMap(({ id, count }) =>
    count === 1 ? [id] : Array.from({ length: count }, (_, i) => `${id}-${i + 1}`),
  );
  const placed = ids.filter((id) => !unplaced.includes(id));
  return {
    kind: 'plan',
    formatVersion: '1.0',
    name: 'test',
    engine: { name: 'test', version: '0', kernelSha256: '' },
    seed: 1,
    budget: 1,
    status: 'complete',
    inputs: [],
    summary: {
      workloads: ids.length,
      placed: placed.length,
      unplaced: unplaced.length,
      hosts: 1,
      hostsUsed: 1,
      hardViolations: 0,
      softViolations: 0,
    },
    placements: placed.map((workload, i) => ({ workload, host: i % 3 === 1 ? 'host' : 'other', volumes: [] })),
    unplaced: unplaced.map((workload) => ({ workload, verdict: 'contended', hosts: 1, blockedBy: [], nearest: null })),
    utilisation: { dimensions: [], total: [], hosts: [] },
    omitted: [],
    violations: [],
    assumptions: [],
  } as unknown as Plan;
}

const clock = fc.constantFrom('00:00', '06:30', '12:00', '18:00', '22:00', '24:00');

const programmeArbitrary = fc.record(
  {
    timeZone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'UTC'),
    start: fc.constantFrom('2026-01-05', '2026-03-01', '2026-10-20'),
    deadline: fc.constantFrom('2026-11-05', '2026-12-31', '2027-12-31'),
    links: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('north', 'south', 'west'),
        bandwidthMbps: fc.integer({ min: 50, max: 10_000 }),
        efficiency: fc.constantFrom(0.5, 0.7, 1),
        patterns: fc.oneof(
          { weight: 2, arbitrary: fc.constant([]) },
          {
            weight: 1,
            arbitrary: fc.array(
              fc.record({
                days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
                from: clock,
                to: clock,
                share: fc.constantFrom(0, 0.2, 0.5),
              }),
              { minLength: 1, maxLength: 2 },
            ),
          },
        ),
      }),
      { minLength: 1, selector: (link) => link.id },
    ),
    concurrentCopies: fc.integer({ min: 1, max: 6 }),
    teams: fc.oneof(
      fc.integer({ min: 1, max: 3 }),
      fc.uniqueArray(
        fc.record(
          {
            id: fc.constantFrom('red', 'green', 'blue'),
            members: fc.integer({ min: 1, max: 2 }),
            skills: fc.subarray(['database', 'network']),
            windows: fc.constant([{ days: [1, 2, 3, 4, 5, 6], from: '18:00', to: '06:00' }]),
            away: fc.constantFrom([], [{ from: '2026-03-02', to: '2026-03-20' }]),
            onHolidays: fc.boolean(),
          },
          { requiredKeys: ['id', 'members'] },
        ),
        { minLength: 1, selector: (team) => team.id },
      ),
    ),
    appliances: fc.uniqueArray(
      fc.record(
        {
          id: fc.constantFrom('proxy', 'agent'),
          links: fc.constantFrom(['north'], ['north', 'south', 'west']),
          methods: fc.subarray(['warm' as const, 'cold' as const], { minLength: 1 }),
          concurrentCopies: fc.integer({ min: 1, max: 4 }),
          bandwidthMbps: fc.integer({ min: 50, max: 2000 }),
        },
        { requiredKeys: ['id', 'concurrentCopies'] },
      ),
      { maxLength: 2, selector: (appliance) => appliance.id },
    ),
    ownWindows: fc.array(
      fc.record({
        systems: fc.subarray(['s1', 's3', 's4']),
        tenants: fc.subarray(['t0', 't1']),
        windows: fc.constant([{ days: [2, 6], from: '12:00', to: '02:00' }]),
      }),
      { maxLength: 2 },
    ),
    holidays: fc.constantFrom([], [{ from: '2026-02-10', to: '2026-02-24', name: 'holiday' }]),
    systems: fc.uniqueArray(
      fc.record(
        {
          system: fc.constantFrom('s0', 's1', 's2', 's3', 's4', 's5'),
          strategy: fc.constantFrom('rehost' as const, 'rehost' as const, 'retain' as const, 'replatform' as const),
          method: fc.constantFrom(...methods),
          changeMbps: fc.integer({ min: 0, max: 100 }),
          cutoverMinutes: fc.constantFrom(30, 90),
          skills: fc.subarray(['database', 'network']),
          risk: fc.integer({ min: 0, max: 6 }),
          notBefore: fc.constantFrom('2026-02-01', '2026-04-01'),
          due: fc.constantFrom('2026-03-01', '2026-06-01'),
        },
        { requiredKeys: ['system'] },
      ),
      { maxLength: 3, selector: ({ system }) => system },
    ),
    maxCutoversPerTenant: fc.integer({ min: 1, max: 2 }),
    maxRiskPerWave: fc.integer({ min: 3, max: 12 }),
    reuse: fc.constantFrom([], [{ host: 'host', sources: ['old'], rebuildHours: 24 }]),
    objective: fc.constantFrom(['misses' as const, 'makespan' as const], [...objectiveLevels]),
    windows: fc.array(
      fc.record({
        days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        from: clock,
        to: clock,
      }),
      { minLength: 1, maxLength: 3 },
    ),
    freezes: fc.array(
      fc.constantFrom(
        { from: '2026-02-16', to: '2026-02-23', reason: 'Spring Festival' },
        { from: '2026-10-25', to: '2026-11-02', reason: 'quarter' },
      ),
      { maxLength: 2 },
    ),
    pilot: fc.subarray(['s0', 's1', 's2']),
    maxGroupsPerWave: fc.integer({ min: 1, max: 5 }),
    waveDays: fc.integer({ min: 1, max: 20 }),
    cutoverMinutes: fc.constantFrom(30, 60, 240),
    settleHours: fc.constantFrom(0, 3.5, 24),
  },
  { requiredKeys: ['windows'] },
) as unknown as fc.Arbitrary<Partial<ProgrammeInput>>;

/** Random estates of systems and lone workloads with dependencies and shared disks, and programmes for them. */
export const wavesCases: fc.Arbitrary<WavesInput> = fc
  .record({
    workloads: fc.array(
      fc.record(
        {
          system: fc.constantFrom('s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7'),
          count: fc.integer({ min: 1, max: 3 }),
          sizeGiB: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 30_000 })),
          sharedId: fc.constantFrom('d0', 'd1', 'd2'),
          changeMbps: fc.integer({ min: 0, max: 200 }),
          unplaced: fc.constantFrom(true, false, false, false, false),
        },
        { requiredKeys: ['count', 'sizeGiB'] },
      ),
      { minLength: 1, maxLength: 25 },
    ),
    edges: fc.array(
      fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom('strong' as const, 'strong' as const, 'weak' as const)),
      {
        maxLength: 14,
      },
    ),
    loneEdges: fc.array(fc.tuple(fc.nat(24), fc.nat(7)), { maxLength: 4 }),
    programme: programmeArbitrary,
  })
  .map(({ workloads, edges, loneEdges, programme }) => {
    const estate = {
      tenants: [{ id: 't0' }, { id: 't1' }],
      systems: Array.from({ length: 8 }, (_, i) => ({
        id: `s${i}`,
        tenant: `t${i % 2}`,
        ...(i % 3 === 0 ? { wavePriority: i } : {}),
      })),
      workloads: workloads.map(({ system, count, sizeGiB, sharedId, changeMbps }, i) => ({
        id: `vm${i}`,
        count,
        vcpus: 1,
        memMiB: 1024,
        ...(i === 0 ? { sourceHost: 'old' } : {}),
        ...(system === undefined ? {} : { system }),
        volumes: [{ sizeGiB, ...(sharedId === undefined || i % 4 > 0 ? {} : { sharedId }) }],
        ...(changeMbps === undefined ? {} : { measured: { changeMbps } }),
      })),
      dependencies: [
        ...edges.map(([from, to, strength]) => ({ from: `system:s${from}`, to: `component:s${to}/web`, strength })),
        ...loneEdges.map(([from, to]) => ({
          from: `workload:vm${from}`,
          to: `system:s${to}`,
          strength: 'strong' as const,
        })),
      ],
    };
    const unplaced = workloads.flatMap((workload, i) => (workload.unplaced && workload.count === 1 ? [`vm${i}`] : []));
    return wavesCase(estate, programme, unplaced.slice(0, 2));
  });
