import { readdirSync, readFileSync } from 'node:fs';
import { expandFleet } from '@yunqian/hw-model';
import { describe, expect, test } from 'vitest';
import { createPlan, type DocumentKind, documentKinds, jsonSchema, readDocument, verifyPlan } from '../src/index.ts';
import { findFaults } from './support/plan-oracle.ts';

const root = new URL('../../../', import.meta.url);
const folders = readdirSync(new URL('examples/', root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => readdirSync(new URL(`examples/${name}/`, root)).includes('estate.yaml'));

function load<K extends DocumentKind>(example: string, kind: K) {
  const path = `examples/${example}/${kind}.yaml`;
  const result = readDocument(readFileSync(new URL(path, root), 'utf8'), { kind, path });
  expect(result.diagnostics).toEqual([]);
  return result.value!;
}

async function planOf(example: string) {
  const documents = {
    estate: load(example, 'estate'),
    fleet: expandFleet(load(example, 'fleet')),
    policy: load(example, 'policy'),
  };
  const { plan, diagnostics } = await createPlan(documents);
  return { plan: plan!, diagnostics, ...documents };
}

test('there are examples', () => {
  expect(folders).toEqual(expect.arrayContaining(['mixed-cluster', 'three-tier', 'tight-fleet']));
});

describe.each(folders)('example %s', (example) => {
  test('is free of problems, plans, and its plan holds', async () => {
    const { plan, diagnostics, estate, fleet, policy } = await planOf(example);
    expect(diagnostics).toEqual([]);
    const verified = verifyPlan({ plan, estate, fleet, policy });
    expect(verified.diagnostics).toEqual([]);
    expect(verified.violations.filter(({ mode }) => mode !== 'soft')).toEqual([]);
    expect(findFaults(plan, estate, fleet, policy)).toEqual([]);
  });
});

test('three-tier: everything is placed, databases in two racks', async () => {
  const { plan } = await planOf('three-tier');
  expect(plan.summary).toMatchObject({ workloads: 11, placed: 11, softViolations: 0 });
  const racks = plan.placements
    .filter(({ workload }) => workload.startsWith('portal-db'))
    .map(({ host }) => host.split('/').at(-2));
  expect(new Set(racks).size).toBe(2);
});

test('cloud-services: what is asked for by name stands as servers, apart, in its zone, with control planes', async () => {
  const { plan } = await planOf('cloud-services');
  expect(plan.status).toBe('complete');
  const placesOf = (prefix: string) =>
    plan.placements.filter(({ workload }) => workload.startsWith(prefix)).map(({ host }) => host.split('/').slice(-2));
  const databases = placesOf('permits-db-db');
  expect(new Set(databases.map(([rack]) => rack)).size).toBe(2);
  expect(databases.every(([rack]) => rack!.startsWith('core'))).toBe(true);
  const control = placesOf('manageone-control');
  expect(new Set(control.map((place) => place.join('/'))).size).toBe(3);
  expect(control.every(([rack]) => rack!.startsWith('platform'))).toBe(true);
});

test('mixed-cluster: each kind where it belongs, and the goal that cannot be met is named', async () => {
  const { plan } = await planOf('mixed-cluster');
  expect(plan.status).toBe('complete');
  const hostsOf = (prefix: string) =>
    plan.placements
      .filter(({ workload }) => workload.startsWith(prefix))
      .map(({ host }) => host.split('/').at(-1)?.split('-')[0]);
  expect(new Set(hostsOf('map-api'))).toEqual(new Set(['arm']));
  expect(new Set(hostsOf('map-tiles'))).toEqual(new Set(['x86']));
  expect(new Set(hostsOf('vision'))).toEqual(new Set(['ai']));
  expect(hostsOf('ledger')).toEqual(['metal', 'metal']);
  expect(plan.violations.map(({ rule }) => rule)).toEqual(['inference-apart']);
});

test('tight-fleet: the least important stays out, and what no host can take is told apart', async () => {
  const { plan } = await planOf('tight-fleet');
  expect(plan.unplaced.map(({ workload, verdict }) => [workload, verdict])).toEqual([
    ['spare-app-4', 'contended'],
    ['classified-app', 'unresolvable'],
  ]);
});

test.each(documentKinds)(
  'the committed JSON Schema of %s is fresh (node --conditions=source scripts/generate-schemas.ts)',
  (kind) => {
    const committed = readFileSync(new URL(`docs/reference/schemas/${kind}.schema.json`, root), 'utf8');
    expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(jsonSchema(kind))));
  },
);
