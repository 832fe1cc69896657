import { isQuantity } from '../problem/issue.ts';
import type { ActivationRule, Problem } from '../problem/problem.ts';
import type { PlacementView, Rule } from './rule.ts';
import { lazy } from './support/context.ts';
import { blockBase, termBase, violationBase, workloadIds } from './support/modifiers.ts';
import { createPresence, workloadsIn } from './support/presence.ts';

export const activation: Rule<ActivationRule> = {
  kind: 'activation',
  meaning:
    'A price for each host that carries anything: its power, a licence, a purchase. Hosts that stay empty are free.',
  amount: 'Per host in use: its price.',
  schema: {
    type: 'object',
    properties: {
      price: { type: 'integer', minimum: 0, default: 1, description: 'Of a host without a price of its own.' },
      hostKey: { type: 'string', minLength: 1, description: 'Attribute of the host that holds its price.' },
    },
  },
  fault({ hostKey }, { hosts }) {
    if (hostKey === undefined) return null;
    const wrong = hosts.find(({ attributes: { [hostKey]: own } = {} }) => own !== undefined && !isQuantity(own));
    return wrong
      ? `${hostKey} of host ${JSON.stringify(wrong.id)} is no price: ${JSON.stringify(wrong.attributes?.[hostKey])}`
      : null;
  },

  lower: (spec, context) => [
    { ...termBase(spec, context), term: 'activation', prices: pricesOf(spec, context.problem) },
  ],

  check(spec, view) {
    const topology = view.topologies.get('host')!;
    const prices = pricesOf(spec, view.problem);
    return view.problem.hosts.flatMap(({ id }, host) => {
      if (prices[host] === 0) return [];
      const here = workloadsIn(spec, view, topology, host);
      if (here.length === 0) return [];
      return { ...violationBase(spec), amount: prices[host]!, host: id, workloads: workloadIds(view, here) };
    });
  },

  block(spec, view) {
    const topology = view.topologies.get('host')!;
    const presence = createPresence(spec, view, topology);
    const prices = pricesOf(spec, view.problem);
    const counts = lazy(() => countOn(spec, view));
    const start = lazy(() => (spec.mode === 'noWorse' ? countOn(spec, view.initial) : null));
    return (workload) => {
      const own = view.hostOf[workload]!;
      const ownLeft = presence.left(workload, own);
      const priceAt = (host: number): number => {
        if (host < 0 || (start()?.[host] ?? 0) > 0) return 0;
        return counts()[host]! - Number(host === own || host === ownLeft) > 0 ? 0 : prices[host]!;
      };
      return [
        (host) => {
          const amount = priceAt(host) + priceAt(presence.left(workload, host));
          return amount > 0 ? { ...blockBase(spec), unresolvable: true, amount } : null;
        },
      ];
    };
  },
};

function pricesOf({ price = 1, hostKey }: ActivationRule, { hosts }: Problem): Int32Array {
  return Int32Array.from(hosts, ({ attributes }) => {
    const own = hostKey === undefined ? undefined : attributes?.[hostKey];
    return own === undefined ? price : Number(own);
  });
}

/** Workloads that count on each host. */
function countOn(spec: ActivationRule, view: PlacementView): Int32Array {
  const presence = createPresence(spec, view, view.topologies.get('host')!);
  const counts = new Int32Array(view.problem.hosts.length);
  view.hostOf.forEach((host, workload) => {
    const left = presence.left(workload, host);
    if (host >= 0) counts[host]!++;
    if (left >= 0) counts[left]!++;
  });
  return counts;
}
