import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Violation } from '@yunqian/scheduler-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomDocuments } from '../../test/support/random-documents.ts';
import type { Estate } from '../estate/schema.ts';
import { createPlan } from '../plan/create-plan.ts';
import type { Plan } from '../plan/schema.ts';
import { verifyPlan } from '../plan/verify-plan.ts';
import type { Policy } from '../policy/schema.ts';

const runs = { numRuns: Number(process.env.YUNQIAN_RUNS ?? 150) };

interface Documents {
  readonly estate: Estate;
  readonly fleet: ExpandedFleet;
  readonly policy: Policy;
}

const level = fc.constantFrom(3, 4);
/** Multiples of twelve, so that shares of up to four replicas are whole. */
const amount = fc.integer({ min: 1, max: 20 }).map((n) => n * 12);
const extras = fc.record({
  level,
  management: fc.boolean(),
  boundary: fc.option(
    fc.record({
      throughputMbps: fc.constantFrom(0, 100, 400),
      sessions: fc.constantFrom(0, 150),
      ports: fc.constantFrom([], [[1, 50]] as const),
      way: fc.constantFrom('a>b', 'b>a', 'both'),
    }),
  ),
  flows: fc.array(
    fc.record({
      from: fc.nat(),
      to: fc.nat(),
      bandwidthMbps: amount,
      sessions: amount,
      port: fc.constantFrom(undefined, 7, 80),
    }),
    { maxLength: 4 },
  ),
  spineMbps: fc.constantFrom(0, 300, 2000),
  uplinkMbps: fc.constantFrom(0, 250, 1500),
  oversubscription: fc.constantFrom(1, 1.5),
  iops: fc.constantFrom(0, 2000, 9000),
});

/** Documents with networks, boundaries, level 4 and a management zone; flows that no boundary allows are left out. */
const secured = fc.tuple(randomDocuments, extras).map(([{ estate, fleet, policy }, more]): Documents => {
  const { boundary } = more;
  const kind = (id: string) => (more.management && id === 'b' ? 'management' : 'business');
  const zones = fleet.zones.map((zone) => ({
    ...zone,
    kind: kind(zone.id),
    ...(zone.id === 'a' && { mlps: more.level }),
  }));
  const levelOf = new Map(zones.map(({ id, mlps }) => [id, mlps]));
  const ways = {
    'a>b': [['a', 'b']],
    'b>a': [['b', 'a']],
    both: [
      ['a', 'b'],
      ['b', 'a'],
    ],
  } as const;
  const workload = (n: number) => estate.workloads[n % estate.workloads.length]!.id;
  const dependencies = more.flows.map(({ from, to, port, ...figures }) => ({
    from: `workload:${workload(from)}`,
    to: `workload:${workload(to)}`,
    strength: 'weak' as const,
    ...figures,
    ...(port !== undefined && { port }),
  }));
  const documents: Documents = {
    estate: {
      ...estate,
      systems: estate.systems.map((system) => (system.id === 's0' ? { ...system, mlps: more.level } : system)),
      dependencies,
    },
    fleet: {
      ...fleet,
      zones,
      hosts: fleet.hosts.map((host) => ({ ...host, mlps: levelOf.get(host.zone) ?? 0 })),
      rooms: fleet.rooms.map((room) => ({
        ...room,
        spineMbps: more.spineMbps,
        oversubscription: more.oversubscription,
      })),
      sites: fleet.sites.map((site) => ({
        ...site,
        uplinkMbps: more.uplinkMbps,
        oversubscription: more.oversubscription,
      })),
      storagePools: fleet.storagePools.map((pool) => ({
        ...pool,
        iops: more.iops,
        iopsOversubscription: more.oversubscription,
      })),
      boundaries:
        boundary === null
          ? []
          : [
              {
                id: 'fw',
                site: 'c/s',
                kind: 'firewall',
                zones: ['a', 'b'],
                devices: 2,
                carrying: 1,
                throughputMbps: boundary.throughputMbps,
                sessions: boundary.sessions,
                allow: ways[boundary.way].map(([from, to]) => ({ from, to, ports: boundary.ports })),
              },
            ],
    },
    policy,
  };
  return documents;
});

/** What the core's rules and the reading of the documents both judge, under the names of the latter. */
function bothWays(plan: Plan, documents: Documents): { readonly core: string[]; readonly read: string[] } {
  const { violations, diagnostics } = verifyPlan({ plan, ...documents });
  const core = violations.filter(({ mode }) => mode === 'hard').flatMap(nameOf);
  const read = diagnostics
    .filter(({ code, severity }) => /^YQ31/.test(code) && code !== 'YQ3112' && severity === 'error')
    .filter(({ params }) => params.unit !== 'IOPS')
    .flatMap(({ code, params }) => `${code} ${params.workload ?? params.host ?? params.what ?? ''}`)
    .map((text) => (/^YQ310[24]/.test(text) ? text.slice(0, 6) : text));
  return { core: [...new Set(core)].sort(), read: [...new Set(read)].sort() };
}

function nameOf({ rule, kind, dimension, host, domain, workloads }: Violation): string[] {
  if (rule === 'mlps') return [`YQ3101 ${workloads[0]}`];
  if (rule === 'plane') return [`YQ3109 ${workloads[0]}`];
  if (rule === 'boundary') return ['YQ3102'];
  if (rule === 'level4Pool') return ['YQ3104'];
  if (kind === 'capacity' && (dimension === 'cpuMilli' || dimension === 'memMiB')) return [`YQ3111 ${host}`];
  if (/^(rackUplink|spine|siteUplink)$|^boundaryLoad:/.test(rule)) return [`YQ3115 ${domain}`];
  return [];
}

test('plans hold by the second reading; when workloads are moved about, both readings find the same', async () => {
  let planned = 0;
  let broken = 0;
  await fc.assert(
    fc.asyncProperty(
      secured,
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }),
      async (documents, moves) => {
        const { plan, diagnostics } = await createPlan(documents);
        if (plan === undefined) {
          expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toContain(
            'YQ2101',
          );
          return;
        }
        planned++;
        const verified = verifyPlan({ plan, ...documents });
        expect(verified.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const { hosts } = documents.fleet;
        const other = structuredClone(plan);
        const all = [...other.placements];
        for (const { workload } of other.unplaced.splice(0)) all.push({ workload, host: hosts[0]!.id, volumes: [] });
        other.placements = all;
        for (const [at, to] of moves) if (all.length > 0) all[at % all.length]!.host = hosts[to % hosts.length]!.id;
        const { core, read } = bothWays(other, documents);
        expect(read).toEqual(core);
        if (core.length > 0) broken++;
      },
    ),
    runs,
  );
  expect(planned).toBeGreaterThan(runs.numRuns / 2);
  expect(broken).toBeGreaterThan(runs.numRuns / 10);
});
