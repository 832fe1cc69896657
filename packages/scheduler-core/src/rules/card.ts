import type { CardAsk } from '../compile/term.ts';
import { isQuantity } from '../problem/issue.ts';
import type { CardRule, Workload } from '../problem/problem.ts';
import type { HostTest, PlacementView, Rule, RuleContext } from './rule.ts';
import { dealCards } from './support/deal-cards.ts';
import { blockBase, termBase, violationBase, workloadIds } from './support/modifiers.ts';

/** As many as one word of the kernel has bits, without the sign. */
const MOST_CARDS = 31;

export const card: Rule<CardRule> = {
  kind: 'card',
  meaning:
    'Dimensions that lie on discrete cards of a host (accelerators, NUMA cells): a workload takes an equal part of its demand on each of `n` different cards, whole or shared.',
  amount: 'Per host: asked cards that find no room, when the cards are dealt as well as possible.',
  modes: ['hard'],
  whens: ['after'],
  schema: {
    type: 'object',
    required: ['cards', 'dimensions'],
    properties: {
      cards: {
        type: 'string',
        minLength: 1,
        description: 'Set of cards: the key in `cards` of hosts (what each card has) and of workloads (how many).',
      },
      dimensions: {
        type: 'array',
        items: { type: 'string', refersTo: 'dimension' },
        uniqueItems: true,
        description: 'What a card has. A workload asks for its demand, divided over its cards and rounded up.',
      },
    },
  },

  fault({ cards, dimensions }, { hosts, workloads }) {
    for (const host of hosts) {
      const own = host.cards?.[cards] ?? [];
      if (own.length > MOST_CARDS) return `host ${host.id} has ${own.length} ${cards}; ${MOST_CARDS} are the most`;
      if (!own.every((card) => card.length === dimensions.length && card.every(isQuantity)))
        return `each of the ${cards} of host ${host.id} needs ${dimensions.length} integers from 0`;
    }
    for (const { id, cards: asked } of workloads) {
      const count = asked?.[cards];
      if (count !== undefined && !(Number.isInteger(count) && count >= 0 && count <= MOST_CARDS))
        return `workload ${id} asks for ${count} ${cards}; it must be from 0 to ${MOST_CARDS}`;
    }
    return null;
  },

  lower(spec, context) {
    const asks = asksOf(spec, context);
    const members = Int32Array.from(asks.keys()).filter((w) => asks[w] !== null);
    if (members.length === 0) return [];
    return [
      {
        ...termBase(spec, context),
        term: 'card',
        cards: context.problem.hosts.map(({ cards }) => cards?.[spec.cards] ?? []),
        members,
        asks: Array.from(members, (w) => asks[w]!),
      },
    ];
  },

  check(spec, view) {
    const asks = asksOf(spec, view);
    return view.problem.hosts.flatMap(({ id }, host) => {
      const here = view.workloadsOn(host).filter((w) => asks[w] !== null);
      const amount = here.length > 0 ? unseatedOn(spec, view, asks, host, here) : 0;
      return amount > 0 ? { ...violationBase(spec), amount, host: id, workloads: workloadIds(view, here) } : [];
    });
  },

  block(spec, view) {
    const asks = asksOf(spec, view);
    return (workload) => {
      const ask = asks[workload];
      if (!ask) return [];
      const test: HostTest = (host) => {
        const others = view.workloadsOn(host).filter((w) => w !== workload && asks[w] !== null);
        const before = unseatedOn(spec, view, asks, host, others);
        const amount = unseatedOn(spec, view, asks, host, [...others, workload]) - before;
        if (amount <= 0) return null;
        const unresolvable = unseatedOn(spec, view, asks, host, [workload]) > 0;
        return { ...blockBase(spec), unresolvable, amount };
      };
      return [test];
    };
  },
};

function unseatedOn(
  { cards }: CardRule,
  { problem }: PlacementView,
  asks: readonly (CardAsk | null)[],
  host: number,
  workloads: ArrayLike<number>,
): number {
  const own = problem.hosts[host]!.cards?.[cards] ?? [];
  return dealCards(
    own,
    Array.from(workloads, (w) => asks[w]!),
  ).unseated;
}

/** What each workload asks of the cards, null where nothing; equal asks are one object. */
function asksOf({ cards, dimensions }: CardRule, { problem, dimensionIndex }: RuleContext): (CardAsk | null)[] {
  const indices = dimensions.flatMap((id) => dimensionIndex.get(id) ?? []);
  const known = new Map<string, CardAsk>();
  return problem.workloads.map((workload) => {
    const ask = askOf(workload, cards, indices);
    if (!ask) return null;
    const key = `${ask.count}:${ask.part}`;
    if (!known.has(key)) known.set(key, ask);
    return known.get(key)!;
  });
}

function askOf({ demand, cards }: Workload, set: string, dimensions: readonly number[]): CardAsk | null {
  const count = cards?.[set] ?? (dimensions.some((d) => demand[d]! > 0) ? 1 : 0);
  return count === 0 ? null : { count, part: dimensions.map((d) => Math.ceil(demand[d]! / count)) };
}
