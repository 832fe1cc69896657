import { fleetSchema } from '@yunqian/hw-model';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { estateOf, policyOf } from '../../test/support/documents.ts';
import { checkEstate } from '../estate/check-estate.ts';
import { type Estate, type EstateInput, estateSchema } from '../estate/schema.ts';
import { withServices } from '../services/expand-services.ts';
import { shenzhenEstate } from '../shenzhen/estate.ts';
import { shenzhenPhase2Estate, shenzhenPhase2Fleet } from '../shenzhen/phase-2.ts';
import { shenzhenPhase3Estate, shenzhenPhase3Fleet } from '../shenzhen/phase-3.ts';
import { shenzhenPhases } from '../shenzhen/phases.ts';
import { minimalEstate, minimalFleet } from '../templates/minimal.ts';
import { applyChanges } from './apply-changes.ts';
import { checkPhases } from './check-phases.ts';
import { diffEstates } from './diff-estates.ts';
import { estateChangesSchema } from './estate-changes-schema.ts';
import { planPhase } from './plan-phase.ts';
import { phasesSchema } from './schema.ts';
import { boughtBetween, summarisePhase } from './summary.ts';

const changesOf = (value: object) => estateChangesSchema.parse(value);
const sorted = (estate: Estate) =>
  Object.fromEntries(
    Object.entries(estate).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((one) => JSON.stringify(Object.entries(one).sort())).sort() : value,
    ]),
  );

describe('changes of an estate', () => {
  it('what is not written stays, null takes away, with a system go its workloads and dependencies', () => {
    const estate = estateOf({
      tenants: [{ id: 't' }] as never,
      systems: [
        { id: 'a', tenant: 't', dr: 'async', components: [{ id: 'web' }] },
        { id: 'b', tenant: 't' },
      ],
      workloads: [
        { id: 'a1', system: 'a', vcpus: 2, memMiB: 1024, volumes: [{ sizeGiB: 10 }] },
        { id: 'b1', system: 'b', vcpus: 2, memMiB: 1024 },
      ],
      dependencies: [{ from: 'system:a', to: 'workload:b1' }],
    });
    const { estate: next, findings } = applyChanges(
      estate,
      changesOf({
        change: {
          systems: [{ ids: ['a'], set: { dr: null, mlps: 3 } }],
          workloads: [{ ids: ['a1'], set: { vcpus: 8 } }],
        },
        remove: { systems: ['b'] },
      }),
    );
    expect(findings).toEqual([]);
    expect(next.systems).toEqual([{ ...estate.systems[0], dr: undefined, mlps: 3 }]);
    expect('dr' in next.systems[0]!).toBe(false);
    expect(next.workloads).toEqual([{ ...estate.workloads[0], vcpus: 8 }]);
    expect(next.dependencies).toEqual([]);
    expect(checkEstate(next).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('services come, change and go, with what is said of their servers', () => {
    const estate = withServices(
      estateOf({
        systems: [{ id: 'a' }, { id: 'b' }],
        workloads: [{ id: 'a1', system: 'a', vcpus: 2, memMiB: 1024 }],
        services: [
          { id: 'db', service: 'rds', system: 'a' },
          { id: 'cache', service: 'dcs', system: 'a' },
          { id: 'other', service: 'dcs', system: 'b' },
        ],
        dependencies: [
          { from: 'workload:a1', to: 'workload:db-db' },
          { from: 'workload:a1', to: 'workload:cache-cache' },
        ],
      }),
    );
    const { estate: next, findings } = applyChanges(
      estate,
      changesOf({
        add: { services: [{ id: 'queue', service: 'dms', system: 'a' }] },
        change: { services: [{ ids: ['cache'], set: { size: 16 } }] },
        remove: { services: ['db'], systems: ['b'] },
      }),
    );
    expect(findings).toEqual([]);
    expect(next.services?.map(({ id, size }) => [id, size])).toEqual([
      ['cache', 16],
      ['queue', undefined],
    ]);
    expect(next.workloads.map(({ id }) => id)).toEqual(['a1']);
    expect(next.dependencies.map(({ to }) => to)).toEqual(['workload:cache-cache']);
    expect(checkEstate(next)).toEqual([]);
  });

  it('names what is not there, and what comes twice', () => {
    const { findings } = applyChanges(
      estateSchema.parse(minimalEstate()),
      changesOf({
        add: { systems: [{ id: minimalEstate().systems![0]!.id }] },
        change: { workloads: [{ ids: ['nobody'], set: { vcpus: 1 } }] },
        remove: { tenants: ['nobody'] },
      }),
    );
    expect(findings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'YQ1905 /remove/tenants/0',
      'YQ1906 /add/systems/0/id',
      'YQ1905 /change/workloads/0/ids/0',
    ]);
  });

  test('any two estates: the changes from one lead to the other', () => {
    const estate = fc
      .uniqueArray(
        fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), vcpus: fc.nat(4), os: fc.constantFrom('x', 'y') }),
        {
          selector: ({ id }) => id,
        },
      )
      .chain((list) =>
        fc.record({
          list: fc.constant(list),
          uses: fc.array(fc.record({ to: fc.constantFrom('workload:a', 'workload:b'), port: fc.nat(2) }), {
            maxLength: 4,
          }),
        }),
      )
      .map(
        ({ list, uses }): EstateInput => ({
          kind: 'estate',
          formatVersion: '1.0',
          name: `of ${list.length}`,
          workloads: list.map(({ os, ...one }) => ({ ...one, memMiB: 1, ...(os === 'x' && { os }) })),
          dependencies: uses
            .map((use) => ({ from: 'system:s', ...use }))
            .filter(({ to }) => list.some(({ id }) => to === `workload:${id}`)),
        }),
      );
    fc.assert(
      fc.property(estate, estate, (before, after) => {
        const { estate: reached, findings } = applyChanges(
          estateSchema.parse(before),
          changesOf(diffEstates(before, after)),
        );
        expect(findings).toEqual([]);
        expect(sorted(reached)).toEqual(sorted(estateSchema.parse(after)));
      }),
    );
  });

  it('the phases of the reference set lead to its estates', () => {
    const { phases } = phasesSchema.parse(shenzhenPhases());
    let estate = estateSchema.parse(shenzhenEstate());
    for (const [at, wanted] of [shenzhenPhase2Estate(), shenzhenPhase3Estate()].entries()) {
      const applied = applyChanges(estate, phases[at + 1]!.changes!);
      expect(applied.findings).toEqual([]);
      estate = applied.estate;
      expect(sorted(estate)).toEqual(
        sorted({ ...estateSchema.parse(wanted), ...(estate.note && { note: estate.note }) }),
      );
    }
  });
});

describe('phases', () => {
  it('need a beginning, an order and one origin of each estate', () => {
    const phases = phasesSchema.parse({
      kind: 'phases',
      formatVersion: '1.0',
      name: 'p',
      phases: [
        { id: 'a', from: '2020-01-01', changes: {} },
        { id: 'a', from: '2019-01-01', fleet: 'f', estate: 'e', changes: {} },
      ],
    });
    expect(checkPhases(phases).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'YQ1903 /phases/0',
      'YQ1903 /phases/0',
      'YQ1901 /phases/1/id',
      'YQ1902 /phases/1/from',
      'YQ1904 /phases/1/changes',
    ]);
    expect(checkPhases(phasesSchema.parse(shenzhenPhases()))).toEqual([]);
  });

  it('what ran stays where it ran; what comes starts; every failure declared is played', async () => {
    const estate = estateSchema.parse(minimalEstate());
    const fleet = fleetSchema.parse(minimalFleet());
    const policy = policyOf({
      recovery: { failures: [{ topology: 'host' }], clauses: { instances: 'off', copies: 'off' } },
    });
    const first = await planPhase({ estate, fleet, policy });
    expect(first).toMatchObject({ verified: true, plan: { summary: { unplaced: 0 } } });
    expect(first.outcomes.length).toBe(first.plan!.summary.hosts);
    const { estate: next } = applyChanges(
      estate,
      changesOf({ add: { workloads: [{ id: 'new', system: estate.systems[0]!.id, vcpus: 1, memMiB: 1024 }] } }),
    );
    const second = await planPhase({ estate: next, fleet, policy }, { from: first.plan });
    expect(second.verified).toBe(true);
    expect(summarisePhase(second.plan!, fleet, fleet)).toMatchObject({ moved: 0, started: 1, stopped: 0, bought: [] });
    const at = new Map(second.plan!.placements.map(({ workload, host }) => [workload, host]));
    expect(first.plan!.placements.filter(({ workload, host }) => at.get(workload) !== host)).toEqual([]);
  });

  it('what is bought between two fleets and what becomes free are each other with the sign turned', () => {
    const [two, three] = [shenzhenPhase2Fleet(), shenzhenPhase3Fleet()].map((fleet) => fleetSchema.parse(fleet));
    const bought = boughtBetween(two, three!);
    expect(bought).toContainEqual(
      expect.objectContaining({ what: 'server', model: 'ai-server/Atlas 800 9000', count: 4 }),
    );
    expect(bought.every(({ count }) => count > 0)).toBe(true);
    const back = boughtBetween(three, two!).map((line) => ({
      ...line,
      count: -line.count,
      units: -line.units,
      powerW: -line.powerW,
    }));
    const key = (line: object) => JSON.stringify(line);
    expect(back.map(key).sort()).toEqual(bought.map(key).sort());
  });
});
