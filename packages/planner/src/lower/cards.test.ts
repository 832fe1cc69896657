import type { ExpandedFleet, FleetHost } from '@yunqian/hw-model';
import { checkProblem, type Problem, solve, verify } from '@yunqian/scheduler-core';
import { expect, it } from 'vitest';
import { createCards } from './cards.ts';
import type { Entry } from './resolve-entries.ts';

const accelerators = (model: string, count: number) => ({ accelerators: [{ model, count }] });
const fleetOf = (...hosts: object[]) => ({ hosts }) as unknown as ExpandedFleet;
const entriesOf = (...workloads: object[]) => workloads.map((workload) => ({ workload })) as unknown as Entry[];

it('makes cards of what is asked for, whole and in parts', () => {
  const fleet = fleetOf(accelerators('Atlas 300I', 2), accelerators('V100', 8), { accelerators: [] });
  const entries = entriesOf(accelerators('Atlas 300I', 0.5), accelerators('Atlas 300I', 2), { accelerators: [] });
  const cards = createCards(fleet, entries);
  expect(cards.rules).toEqual([
    { kind: 'card', id: 'card:Atlas 300I', mode: 'hard', cards: 'Atlas 300I', dimensions: ['gpuMilli:Atlas 300I'] },
  ]);
  expect(fleet.hosts.map((host) => cards.on(host))).toEqual([{ 'Atlas 300I': [[1000], [1000]] }, undefined, undefined]);
  expect(entries.map((entry) => cards.wanted(entry))).toEqual([{ 'Atlas 300I': 1 }, { 'Atlas 300I': 2 }, undefined]);
});

it('leaves hosts with more cards than the core tells apart to the count', () => {
  expect(createCards(fleetOf(accelerators('A', 40)), entriesOf(accelerators('A', 1))).rules).toEqual([]);
});

it('puts no two workloads of 0.6 cards on one card, though the sum would fit on two with a third', async () => {
  const fleet = fleetOf(accelerators('A', 2));
  const entries = entriesOf(accelerators('A', 0.6), accelerators('A', 0.6), accelerators('A', 0.6));
  const cards = createCards(fleet, entries);
  const problem: Problem = {
    formatVersion: '1.0',
    name: 'cards',
    dimensions: ['gpuMilli:A'],
    levels: [],
    hosts: [{ id: 'h', capacity: [2000], domains: [], cards: cards.on(fleet.hosts[0] as FleetHost)! }],
    workloads: entries.map((entry, at) => ({ id: `w${at}`, demand: [600], cards: cards.wanted(entry)! })),
    groups: [],
    rules: [{ kind: 'capacity', id: 'capacity' }, ...cards.rules],
  };
  expect(checkProblem(problem)).toEqual([]);
  const { hostOf, unplaced } = await solve(problem);
  expect(unplaced).toHaveLength(1);
  expect(verify(problem, hostOf)).toEqual([]);
  expect(verify(problem, [0, 0, 0])).toMatchObject([{ rule: 'card:A', amount: 1, host: 'h' }]);
});
