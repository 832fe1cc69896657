import { cloudServices, expandFleet, roleFootprint, withNeeded } from '@yunqian/hw-model';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { estateOf, fleetDocument, fleetOf, policyOf, profileOf } from '../../test/support/documents.ts';
import { readDocument } from '../document/read-document.ts';
import { checkEstate } from '../estate/check-estate.ts';
import type { EstateInput } from '../estate/schema.ts';
import { exportPlan } from '../export/exporters.ts';
import { lower } from '../lower.ts';
import { overview } from '../overview/overview.ts';
import { createPlan } from '../plan/create-plan.ts';
import { verifyPlan } from '../plan/verify-plan.ts';
import { withServiceDevices } from './devices.ts';
import { withServices } from './expand-services.ts';
import { withoutServices } from './labels.ts';
import { verifyServices } from './verify-services.ts';

type Services = NonNullable<EstateInput['services']>;

const systems: NonNullable<EstateInput['systems']> = [
  { id: 'permits', tenant: 'bureau', zone: 'public', mlps: 3 },
  { id: 'operations', tenant: 'bureau', zone: 'management', mlps: 3, platform: true },
];
const estateWith = (services: Services, more: Partial<EstateInput> = {}) =>
  estateOf({
    tenants: [{ id: 'bureau' }],
    systems,
    workloads: [{ id: 'web', system: 'permits', vcpus: 2, memMiB: 4096 }],
    services,
    ...more,
  });

const zones = [
  { id: 'internet', kind: 'internet' as const, mlps: 3 },
  { id: 'public', kind: 'public' as const, mlps: 3 },
  { id: 'management', kind: 'management' as const, mlps: 3 },
];
const fleet = fleetOf(
  ['internet', 'public', 'management'].map((zone) => ({
    id: zone,
    zone,
    count: 2,
    hosts: [{ id: 'h', count: 3, profile: 'large' }],
    ...(zone === 'internet' && { devices: [{ id: 'waf', count: 1, model: 'waf/WAF5000' }] }),
  })),
  {
    zones,
    profiles: [profileOf('large', 64, 512)],
    storagePools: [
      { id: 'ssd', type: 'ssd', usableGiB: 100_000 },
      { id: 'sas', type: 'sas', usableGiB: 100_000 },
    ],
  },
);
const policy = policyOf();

describe('expansion', () => {
  test('any services asked for: what comes is exactly their footprint, labelled, once for each control plane', () => {
    const instance = fc
      .record({
        service: fc.constantFrom(...cloudServices()),
        plan: fc.nat(3),
        share: fc.nat(100),
        count: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ service, plan, share, count }) => ({
        service,
        plan: service.plans[plan % service.plans.length]!,
        size: service.size && service.size.least + Math.floor(((service.size.most - service.size.least) * share) / 100),
        count,
      }));
    fc.assert(
      fc.property(fc.array(instance, { minLength: 1, maxLength: 6 }), (list) => {
        const services = list.map(({ service, plan, size, count }, i) => ({
          id: `s${i}`,
          service: service.id,
          plan: plan.id,
          count,
          system: 'permits',
          ...(size !== undefined && { size }),
        }));
        const estate = withServices(estateWith(services));
        expect(checkEstate(estate)).toEqual([]);
        const of = (id: string) => estate.workloads.filter(({ labels }) => labels.serviceInstance === id);
        list.forEach(({ service, plan, size, count }, i) => {
          const sum = (pick: (one: ReturnType<typeof roleFootprint>) => number) =>
            count *
            plan.roles.reduce(
              (total, role) => total + pick(roleFootprint(role, size ?? 1)) * roleFootprint(role, size ?? 1).count,
              0,
            );
          const all = of(`s${i}`);
          const total = (pick: (one: (typeof all)[number]) => number) =>
            all.reduce((n, one) => n + pick(one) * one.count, 0);
          expect(total(({ vcpus }) => vcpus)).toBe(sum(({ vcpus }) => vcpus));
          expect(total(({ memMiB }) => memMiB)).toBe(sum(({ memMiB }) => memMiB));
          expect(total(({ volumes }) => volumes.reduce((n, { sizeGiB }) => n + sizeGiB, 0))).toBe(
            sum(({ volumes }) => volumes.reduce((n, { sizeGiB }) => n + sizeGiB, 0)),
          );
          expect(all.every(({ labels, system }) => labels.service === service.id && system === 'permits')).toBe(true);
        });
        const control = of('control').map(({ labels }) => labels.service);
        const wanted = withNeeded(services.map(({ service }) => service)).filter((one) => one.control.length > 0);
        expect([...control].sort()).toEqual(wanted.map(({ id }) => id).sort());
        expect(withServices(estate)).toEqual(estate);
        expect(withoutServices(estate)).toEqual(estateWith(services));
      }),
      { numRuns: 60 },
    );
  });

  it('an instance of a tenant alone is a system of its own; without a platform its control planes have one made', () => {
    const estate = withServices(
      estateWith([{ id: 'lake', service: 'obs', tenant: 'bureau', zone: 'public' }], { systems: [systems[0]!] }),
    );
    expect(estate.systems.map(({ id, tenant, zone }) => [id, tenant, zone])).toEqual([
      ['permits', 'bureau', 'public'],
      ['lake', 'bureau', 'public'],
      ['cloud-services', undefined, undefined],
    ]);
    expect(lower(estate, fleet, policy).diagnostics.map(({ code }) => code)).toContain('YQ1930');
  });

  it('servers stand in the network that their tenant has in their zone, where that is clear', () => {
    const networks = [
      { id: 'bureau-public', tenant: 'bureau', zone: 'public' },
      { id: 'bureau-management-1', tenant: 'bureau', zone: 'management' },
      { id: 'bureau-management-2', tenant: 'bureau', zone: 'management' },
    ];
    const estate = withServices(estateWith([{ id: 'db', service: 'rds', system: 'permits' }], { networks }));
    expect(estate.workloads.flatMap(({ id, networks: own }) => own.map((network) => [id, network]))).toEqual([
      ['db-db', 'bureau-public'],
    ]);
    expect(checkEstate(estate)).toEqual([]);
  });

  it('has a control plane in each cloud in which a service is asked for, none in the others', () => {
    const estate = withServices(
      estateWith(
        [
          { id: 'a', service: 'dcs', system: 'north' },
          { id: 'b', service: 'dcs', system: 'south' },
          { id: 'c', service: 'kms', system: 'south' },
        ],
        {
          tenants: [{ id: 'bureau' }, { id: 'n', homeCloud: 'north' }, { id: 'below', parent: 'n' }],
          systems: [
            { id: 'north', tenant: 'below' },
            { id: 'south', clouds: { home: 'south' } },
            { id: 'south-operations', clouds: { home: 'south' }, platform: true },
          ],
          workloads: [],
        },
      ),
    );
    const control = estate.workloads.filter(({ labels }) => labels.serviceInstance?.startsWith('control'));
    expect(control.map(({ id, system }) => [id, system]).sort()).toEqual([
      ['north-dcs-control', 'cloud-services-north'],
      ['north-manageone-control', 'cloud-services-north'],
      ['south-dcs-control', 'south-operations'],
      ['south-kms-control', 'south-operations'],
      ['south-manageone-control', 'south-operations'],
    ]);
  });
});

test('every plan of every service, at any size, is what the verifier counts by itself', () => {
  const some = fc.record({ at: fc.nat(1000), count: fc.integer({ min: 1, max: 2 }) });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 5 }), ({ length, ...list }) => {
      const services = cloudServices().flatMap((service, n) =>
        service.plans.map((plan, p) => {
          const { at, count } = list[(n + p) % length]!;
          const { least, most } = service.size ?? { least: 1, most: 1 };
          const size = least + Math.floor(((most - least) * ((at * (n + 1)) % 1000)) / 1000);
          return {
            id: `s${n}-${p}`,
            service: service.id,
            plan: plan.id,
            count,
            system: 'permits',
            ...(service.size && { size }),
          };
        }),
      );
      const estate = withServices(estateWith(services));
      const found = verifyServices({ placements: [] } as never, estate, fleet);
      expect(found.filter(({ code }) => code !== 'YQ1934')).toEqual([]);
      expect(found.length).toBe(estate.workloads.filter(({ labels }) => labels.service !== undefined).length);
    }),
    { numRuns: 30 },
  );
});

describe('checks', () => {
  it('names every problem at once, at its line, with what was probably meant', () => {
    const text = [
      'kind: estate',
      'formatVersion: "1.0"',
      'name: test',
      'tenants: [{id: bureau}, {id: other}]',
      'systems: [{id: permits, tenant: bureau}]',
      'workloads: [{id: clash-db-1, system: permits, vcpus: 1, memMiB: 1024}]',
      'services:',
      '  - {id: a, service: rdss, system: permits}',
      '  - {id: b, service: rds, plan: smal, system: permits}',
      '  - {id: c, service: rds, size: 5000, system: permits}',
      '  - {id: d, service: kms, size: 5, system: permits}',
      '  - {id: e, service: rds}',
      '  - {id: f, service: rds, plan: single, system: permits, overrides: {apart: rack}}',
      '  - {id: g, service: rds, system: permit}',
      '  - {id: h, service: rds, system: permits, tenant: other}',
      '  - {id: clash, service: rds, system: permits}',
      '  - {id: a, service: kms, system: permits}',
      '  - {id: control, service: kms, system: permits}',
    ].join('\n');
    const { value, diagnostics } = readDocument(text, { kind: 'estate', path: 'estate.yaml' });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, line, params }) => [line, code, params.near ?? params.other ?? ''])).toEqual([
      [8, 'YQ1920', 'rds'],
      [9, 'YQ1921', 'small'],
      [10, 'YQ1922', ''],
      [11, 'YQ1923', ''],
      [12, 'YQ1924', ''],
      [13, 'YQ1926', ''],
      [14, 'YQ1104', 'permits'],
      [15, 'YQ1931', ''],
      [16, 'YQ1102', 'clash-db-1'],
      [17, 'YQ1101', 'a'],
      [18, 'YQ1933', ''],
    ]);
  });

  it('knows zones, levels and devices of the fleet', () => {
    const found = (services: Services, more: Partial<EstateInput> = {}) =>
      lower(estateWith(services, more), fleet, policy).diagnostics.map(({ code, pointer, params }) => [
        code,
        pointer,
        params.need ?? '',
      ]);
    expect(found([{ id: 'db', service: 'rds', system: 'permits', zone: 'internet' }])).toEqual([
      ['YQ1927', '/services/0/zone', ''],
    ]);
    expect(found([{ id: 'ip', service: 'eip', system: 'permits' }])).toEqual([['YQ1927', '/services/0', '']]);
    expect(found([{ id: 'ip', service: 'eip', system: 'permits', zone: 'internet' }])).toEqual([]);
    const secret = { systems: [{ ...systems[0]!, mlps: 4 as const }, systems[1]!] };
    expect(found([{ id: 'db', service: 'rds', system: 'permits' }], secret)).toContainEqual([
      'YQ1928',
      '/services/0',
      '',
    ]);
    const waf = (size: number) => ({
      id: 'waf',
      service: 'waf',
      plan: 'appliance',
      size,
      system: 'permits',
      zone: 'internet',
    });
    expect(found([waf(400)])).toEqual([]);
    expect(found([waf(300), { ...waf(101), id: 'waf-2' }])).toEqual([['YQ1929', '/services/0/plan', 3]]);
  });
});

it('what a service makes is left out of what is created or moved by hand, and lines of the overview name it', async () => {
  const estate = withServices(
    estateWith([
      { id: 'db', service: 'rds', system: 'permits' },
      { id: 'ip', service: 'eip', system: 'permits', zone: 'internet' },
    ]),
  );
  const { plan } = await createPlan({ estate, fleet, policy, budget: 100_000 });
  const { leftOut, files } = exportPlan('terraform', { plan: plan!, estate, fleet });
  expect(leftOut).toContainEqual({ workload: 'db-db-1', reason: 'made by the cloud service rds' });
  expect(files[0]!.text).toContain('web');
  expect(files[0]!.text).not.toContain('db-db-1');
  const { rows } = overview('service', plan!, estate, fleet, lower(estate, fleet, policy));
  expect(rows.map(({ category, id, workloads }) => [category, id, workloads])).toEqual([
    ['management', 'manageone', 3],
    ['database', 'rds', 4],
    ['compute', 'ecs', 1],
    ['network', 'eip', 0],
  ]);
});

it('devices that services lack are bought with the fleet', () => {
  const document = fleetDocument([{ id: 'r', hosts: [{ id: 'h', profile: 'small' }] }]);
  const waf = { service: 'waf', plan: 'appliance', size: 250, system: 'permits' };
  const bought = withServiceDevices(
    document,
    estateWith([
      { id: 'a', ...waf },
      { id: 'b', ...waf },
    ]),
  );
  expect(expandFleet(bought).devices).toEqual([{ cloud: 'c', site: 'c/s', model: 'waf/WAF5000', count: 3 }]);
  expect(withServiceDevices(bought, estateWith([{ id: 'a', ...waf }]))).toBe(bought);
});

describe('a plan with services', async () => {
  const services: Services = [
    { id: 'db', service: 'rds', plan: 'medium', size: 300, count: 2, system: 'permits', overrides: { apart: 'rack' } },
    { id: 'queue', service: 'dms', system: 'permits' },
  ];
  const estate = withServices(estateWith(services));
  const { plan, diagnostics } = await createPlan({ estate, fleet, policy, budget: 100_000 });
  const codes = (changed: Partial<Parameters<typeof verifyPlan>[0]>) =>
    verifyPlan({ plan: plan!, estate, fleet, policy, ...changed })
      .diagnostics.map(({ code }) => code)
      .filter((code) => /^YQ19/.test(code));
  const move = (workload: string, host: string) => ({
    ...plan!,
    placements: plan!.placements.map((one) => (one.workload === workload ? { ...one, host } : one)),
  });
  const hostOf = (workload: string) => plan!.placements.find((one) => one.workload === workload)!.host;

  it('places everything, promises kept, and says what is assumed', () => {
    expect(diagnostics).toEqual([]);
    expect(plan!.summary).toMatchObject({ unplaced: 0, hardViolations: 0 });
    expect(codes({})).toEqual([]);
    expect(plan!.rules?.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['service-replicas-apart', 'service-replicas-over-racks']),
    );
    expect(plan!.assumptions.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['control plane of rds', 'control plane of manageone']),
    );
    // The classes of RDS are published; its system disk and its bandwidth are not.
    expect(plan!.assumptions).toContainEqual({
      subject: 'service rds medium, 300 GiB',
      field: 'db',
      value: '40 GiB sas + 300 GiB ssd, 200 Mbit/s',
      reason: 'the page does not state it',
    });
  });

  it('has its promises read a second time: replicas that meet, racks and zones that do not serve', () => {
    expect(codes({ plan: move('db-1-db-2', hostOf('db-1-db-1')) })).toEqual(['YQ1936', 'YQ1936']);
    const beside = fleet.hosts.find(
      ({ id, rack }) =>
        rack === fleet.hosts.find((h) => h.id === hostOf('db-1-db-1'))!.rack && id !== hostOf('db-1-db-1'),
    )!;
    expect(codes({ plan: move('db-1-db-2', beside.id) })).toEqual(['YQ1936']);
    const elsewhere = fleet.hosts.find(({ zone }) => zone === 'internet')!.id;
    expect(codes({ plan: move('queue-broker-1', elsewhere) })).toEqual(['YQ1937']);
  });

  it('counts replicas, amounts and control planes in the estate that was planned', () => {
    // `verifyServices` sees what a faulty expansion would have left.
    const faulty = (
      change: (one: (typeof estate.workloads)[number]) => (typeof estate.workloads)[number] | undefined,
    ) => ({
      ...estate,
      workloads: estate.workloads.flatMap((one) => change(one) ?? []),
    });
    const found = (changed: typeof estate) => verifyServices(plan!, changed, fleet).map(({ code }) => code);
    expect(found(estate)).toEqual([]);
    expect(found(faulty((one) => (one.id === 'queue-broker' ? { ...one, count: 2 } : one)))).toContain('YQ1935');
    expect(found(faulty((one) => (one.id === 'db-2-db' ? undefined : one)))).toEqual(['YQ1935']);
    expect(found(faulty((one) => (one.id === 'db-2-db' ? { ...one, memMiB: one.memMiB - 1 } : one)))).toEqual([
      'YQ1939',
    ]);
    expect(found(faulty((one) => (one.id === 'db-2-db' ? { ...one, volumes: one.volumes.slice(1) } : one)))).toEqual([
      'YQ1939',
    ]);
    expect(found(faulty((one) => (one.id === 'dms-control' ? undefined : one)))).toEqual(['YQ1938']);
    const { placements } = plan!;
    const partial = { ...plan!, placements: placements.filter(({ workload }) => workload !== 'db-1-db-1') };
    expect(verifyServices(partial, estate, fleet).map(({ code }) => code)).toEqual(['YQ1934']);
  });
});
