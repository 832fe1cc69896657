import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textFile } from '../../../test/support/inventory.ts';
import type { PolicyRule } from '../../policy/schema.ts';
import { policyRuleSchema } from '../../policy/schema.ts';
import { kubernetes } from './importer.ts';

/** Deployments with labels x and y, each with terms that select one value of one label. */
interface Case {
  readonly sets: readonly {
    replicas: number;
    labels: { x: string; y: string };
    terms: readonly { key: 'x' | 'y'; value: string }[];
  }[];
  /** Host of each pod, by set and replica. */
  readonly hosts: readonly (readonly number[])[];
}

const value = fc.constantFrom('1', '2');
const set = fc.record({
  replicas: fc.integer({ min: 1, max: 3 }),
  labels: fc.record({ x: value, y: value }),
  terms: fc.array(fc.record({ key: fc.constantFrom('x' as const, 'y' as const), value }), { maxLength: 2 }),
});
const cases: fc.Arbitrary<Case> = fc.record({
  sets: fc.array(set, { minLength: 1, maxLength: 4 }),
  hosts: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }), {
    minLength: 4,
    maxLength: 4,
  }),
});

const id = (index: number) => `default/deployment/d${index}`;
const selects = (term: { key: 'x' | 'y'; value: string }, { labels }: Case['sets'][number]) =>
  labels[term.key] === term.value;
const pods = ({ sets, hosts }: Case) =>
  sets.flatMap((each, s) => Array.from({ length: each.replicas }, (_, r) => ({ s, r, host: hosts[s]![r]! })));

async function rulesOf({ sets }: Case, kind: 'podAffinity' | 'podAntiAffinity'): Promise<PolicyRule[]> {
  const items = sets.map(({ replicas, labels, terms }, index) => ({
    kind: 'Deployment',
    metadata: { name: `d${index}` },
    spec: {
      replicas,
      template: {
        metadata: { labels },
        spec: {
          containers: [{ name: 'c' }],
          affinity: {
            [kind]: {
              requiredDuringSchedulingIgnoredDuringExecution: terms.map((term) => ({
                labelSelector: { matchLabels: { [term.key]: term.value } },
                topologyKey: 'kubernetes.io/hostname',
              })),
            },
          },
        },
      },
    },
  }));
  const { estate } = await kubernetes.read([
    textFile('a.json', JSON.stringify({ kind: 'List', apiVersion: 'v1', items })),
  ]);
  return (estate?.rules ?? []).map((rule) => policyRuleSchema.parse(rule));
}

/** Whether a placement keeps a rule, read from the rule's definition. */
function keeps(rule: PolicyRule, instance: Case): boolean {
  const hostsOf = (ids: readonly string[] | undefined) =>
    pods(instance)
      .filter(({ s }) => ids?.includes(id(s)))
      .map(({ host }) => host);
  switch (rule.rule) {
    case 'separate': {
      const hosts = hostsOf(rule.select.workloads);
      return new Set(hosts).size === hosts.length;
    }
    case 'conflict': {
      const b = new Set(hostsOf(rule.b.workloads));
      return hostsOf(rule.a.workloads).every((host) => !b.has(host));
    }
    case 'colocate':
      return new Set(hostsOf(rule.select.workloads)).size <= rule.maxDomains;
    default:
      throw new Error(`unexpected rule ${rule.rule}`);
  }
}

it('required anti-affinity: the rules forbid exactly what Kubernetes forbids', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (instance) => {
      const all = pods(instance);
      const allowed = all.every((pod) =>
        all.every(
          (other) =>
            pod === other ||
            pod.host !== other.host ||
            instance.sets[pod.s]!.terms.every((term) => !selects(term, instance.sets[other.s]!)),
        ),
      );
      const rules = await rulesOf(instance, 'podAntiAffinity');
      expect(rules.every((rule) => keeps(rule, instance))).toBe(allowed);
    }),
    { numRuns: 500, seed: 1 },
  );
});

it('required affinity: what Kubernetes allows keeps the rules', async () => {
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(cases, async (instance) => {
      // A term that selects nobody can never be met in Kubernetes; there is nothing to compare.
      fc.pre(
        instance.sets.every(({ terms }) => terms.every((term) => instance.sets.some((other) => selects(term, other)))),
      );
      fc.pre(feasible(instance));
      kept++;
      const rules = await rulesOf(instance, 'podAffinity');
      for (const rule of rules) expect(keeps(rule, instance), rule.id).toBe(true);
    }),
    { numRuns: 300, seed: 1, maxSkipsPerRun: 10_000 },
  );
  expect(kept).toBe(300);
});

/** Some order of arrival lets every pod find, on its host, a pod that each of its terms selects; the first of its kind may found a group. */
function feasible(instance: Case): boolean {
  const all = pods(instance);
  const arrived: typeof all = [];
  let waiting = all;
  for (;;) {
    const next = waiting.find((pod) =>
      instance.sets[pod.s]!.terms.every((term) => {
        const matching = arrived.filter(({ s }) => selects(term, instance.sets[s]!));
        if (matching.length === 0) return selects(term, instance.sets[pod.s]!);
        return matching.some(({ host }) => host === pod.host);
      }),
    );
    if (next === undefined) return waiting.length === 0;
    arrived.push(next);
    waiting = waiting.filter((pod) => pod !== next);
  }
}
