import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSuggester, suggest } from './suggest.ts';

describe('suggest', () => {
  test.each([
    ['vcpu', 'vcpus'],
    ['memMib', 'memMiB'],
    ['memMBi', 'memMiB'],
    ['zoen', 'zone'],
    ['whatever', undefined],
    ['', undefined],
  ])('%j means %j', (word, expected) => {
    expect(suggest(word, ['vcpus', 'memMiB', 'zone', 'labels'])).toBe(expected);
  });

  test('one letter lost, added, changed or swapped is always found', () => {
    const name = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom('lose', 'add', 'change', 'swap'), (word, at, how) => {
        const i = at % (word.length - 1);
        const slip = {
          lose: word.slice(0, i) + word.slice(i + 1),
          add: `${word.slice(0, i)}q${word.slice(i)}`,
          change: `${word.slice(0, i)}q${word.slice(i + 1)}`,
          swap: word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
        }[how];
        expect(suggest(slip, ['zzzzzzzzzzzzzzzzzzzz', word])).toBe(word);
      }),
    );
  });

  test('a suggester stops after a hundred words', () => {
    const next = createSuggester();
    const found = Array.from({ length: 150 }, () => next('vcpu', ['vcpus']));
    expect(found.filter((name) => name !== undefined)).toHaveLength(100);
  });
});
