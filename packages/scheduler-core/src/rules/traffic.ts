import type { TrafficRule } from '../problem/problem.ts';
import type { PlacementView, Rule, RuleContext, Violation } from './rule.ts';
import { lazy } from './support/context.ts';
import { membersOf } from './support/members.ts';
import { blockBase, termBase, violationBase, workloadIds } from './support/modifiers.ts';

export const traffic: Rule<TrafficRule> = {
  kind: 'traffic',
  meaning:
    'Workloads that talk to each other pay for their distance: nothing on one host, less within a rack than between sites.',
  amount:
    'Per group in `rates`: kbit/s x price, summed over what its members exchange with others. Workloads without a place exchange nothing.',
  modes: ['soft'],
  whens: ['after'],
  schema: {
    type: 'object',
    required: ['rates'],
    properties: {
      rates: {
        type: 'object',
        propertyNames: { refersTo: 'group' },
        additionalProperties: {
          type: 'object',
          propertyNames: { refersTo: 'group' },
          additionalProperties: { type: 'integer', minimum: 0 },
        },
        description:
          'By group id and group id: kbit/s between each member of the one and each other workload of the other. A pair written both ways counts twice.',
      },
      prices: {
        type: 'object',
        propertyNames: { refersTo: 'level' },
        additionalProperties: { type: 'integer', minimum: 0 },
        description:
          'By level id: price of a kbit/s between hosts that share a domain of the level; where they share several, the least. On one host it is 0.',
      },
      apart: { type: 'integer', minimum: 0, default: 1, description: 'Price where they share none.' },
    },
  },

  lower(spec, context) {
    const pairs = pairsOf(spec, context).map(({ a, b, kbps }) => ({
      a: membersOf(context, a),
      b: membersOf(context, b),
      kbps,
    }));
    if (pairs.length === 0) return [];
    const distances = distancesOf(spec, context).map(({ level, price }) => ({ topology: level, price }));
    return [{ ...termBase(spec, context), term: 'traffic', pairs, distances, apart: spec.apart ?? 1 }];
  },

  check(spec, view) {
    const price = pricesOf(spec, view);
    const pairs = pairsOf(spec, view);
    return [...new Set(pairs.map(({ a }) => a))].flatMap((group): Violation[] => {
      let amount = 0;
      const apart = new Set<number>();
      for (const { b, kbps } of pairs.filter(({ a }) => a === group)) {
        for (const one of Array.from(membersOf(view, group))) {
          for (const other of Array.from(membersOf(view, b))) {
            const cost = one === other ? 0 : kbps * price(view.hostOf[one]!, view.hostOf[other]!);
            if (cost > 0) apart.add(one).add(other);
            amount += cost;
          }
        }
      }
      return amount > 0 ? [{ ...violationBase(spec), amount, group, workloads: workloadIds(view, [...apart]) }] : [];
    });
  },

  block(spec, view) {
    const price = pricesOf(spec, view);
    const peers = lazy(() => peersOf(spec, view));
    return (workload) => {
      const own = peers().get(workload);
      if (!own) return [];
      return [
        (host) => {
          const amount = own.reduce((sum, { other, kbps }) => sum + kbps * price(host, view.hostOf[other]!), 0);
          return amount > 0 ? { ...blockBase(spec), unresolvable: false, amount } : null;
        },
      ];
    };
  },
};

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly kbps: number;
}

/** Every rate between groups that exist. */
function pairsOf({ rates }: TrafficRule, { groupIndex }: RuleContext): Pair[] {
  return Object.entries(rates).flatMap(([a, others]) =>
    Object.entries(others).flatMap(([b, kbps]) =>
      kbps > 0 && groupIndex.has(a) && groupIndex.has(b) ? { a, b, kbps } : [],
    ),
  );
}

/** The levels that have a price, cheapest first. */
function distancesOf({ prices = {} }: TrafficRule, { levelIndex }: RuleContext) {
  return Object.entries(prices)
    .flatMap(([id, price]) => {
      const level = levelIndex.get(id) ?? -1;
      return level < 0 ? [] : { level, price };
    })
    .sort((a, b) => a.price - b.price || a.level - b.level);
}

/** Price of a kbit/s between two hosts; 0 where one is missing. */
function pricesOf(spec: TrafficRule, context: RuleContext): (a: number, b: number) => number {
  const distances = distancesOf(spec, context).map(({ level, price }) => ({
    domainOf: context.domainOf[level]!,
    price,
  }));
  return (a, b) => {
    if (a < 0 || b < 0 || a === b) return 0;
    const near = distances.find(({ domainOf }) => domainOf[a]! >= 0 && domainOf[a] === domainOf[b]);
    return near ? near.price : (spec.apart ?? 1);
  };
}

/** Per workload: whom it talks to, and at which rate. */
function peersOf(spec: TrafficRule, view: PlacementView): Map<number, { other: number; kbps: number }[]> {
  const peers = new Map<number, { other: number; kbps: number }[]>();
  const add = (workload: number, other: number, kbps: number) => {
    const own = peers.get(workload);
    if (own) own.push({ other, kbps });
    else peers.set(workload, [{ other, kbps }]);
  };
  for (const { a, b, kbps } of pairsOf(spec, view)) {
    for (const one of Array.from(membersOf(view, a))) {
      for (const other of Array.from(membersOf(view, b))) {
        if (one === other) continue;
        add(one, other, kbps);
        add(other, one, kbps);
      }
    }
  }
  return peers;
}
