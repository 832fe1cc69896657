import { expect, it } from 'vitest';
import { underRule } from '../../test/support/small.ts';
import { createProblem } from '../problem/builder.ts';
import { checkProblem } from '../problem/check-problem.ts';
import type { RuleSpec } from '../problem/problem.ts';
import { dealCards } from './support/deal-cards.ts';

const RULE: RuleSpec = { id: 'cards', kind: 'card', cards: 'npu', dimensions: ['npuMilli'] };
const whole = [1000];

/** Hosts a with two cards, b with one; c has none. */
const npus = () =>
  createProblem('npus')
    .dimension('npuMilli')
    .host('a', { capacity: { npuMilli: 2000 }, cards: { npu: [whole, whole] } })
    .host('b', { capacity: { npuMilli: 1000 }, cards: { npu: [whole] } })
    .host('c', { capacity: {} })
    .workload('two', { demand: { npuMilli: 2000 }, cards: { npu: 2 } })
    .workload('most', { demand: { npuMilli: 700 } })
    .workload('more', { demand: { npuMilli: 600 } })
    .workload('rest', { demand: { npuMilli: 400 } })
    .workload('none', { demand: {} });

it('counts asked cards without room, however the cards are dealt', () => {
  const { breaches } = underRule(npus(), RULE);
  expect(breaches('a b c c c')).toEqual(['2 c: more rest']);
  expect(breaches('- a a a c')).toEqual([]);
  expect(breaches('- b - b -')).toEqual(['1 b: most rest']);
  expect(breaches('a - a - -')).toEqual(['1 a: two more']);
});

it('says where the cards stop a workload, and where nothing can help', () => {
  const { stops } = underRule(npus(), RULE);
  expect(stops('- b - - -', 'rest')).toEqual(['b cards 1', 'c cards 1!']);
  expect(stops('- b - - -', 'two')).toEqual(['b cards 2!', 'c cards 2!']);
  expect(stops('- b - - -', 'none')).toEqual([]);
});

it('names what is wrong with cards', () => {
  const problem = { ...npus().build(), rules: [RULE] };
  const issues = (change: object) => checkProblem({ ...problem, ...change }).map(({ message }) => message);
  expect(issues({})).toEqual([]);
  expect(issues({ hosts: [{ ...problem.hosts[0]!, cards: { npu: [[1, 2]] } }] })).toEqual([
    'each of the npu of host a needs 1 integers from 0',
  ]);
  expect(issues({ workloads: [{ ...problem.workloads[0]!, cards: { npu: 32 } }] })).toEqual([
    'workload two asks for 32 npu; it must be from 0 to 31',
  ]);
});

it('deals unlike cells so that halves land on both', () => {
  const cells = [
    [8, 16],
    [4, 8],
  ];
  const asks = [
    { count: 2, part: [4, 8] },
    { count: 1, part: [4, 8] },
  ];
  expect(dealCards(cells, asks)).toEqual({ unseated: 0, cardsOf: [[0, 1], [0]] });
});
