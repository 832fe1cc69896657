import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strongComponents } from './strong-components.ts';

describe('strongComponents', () => {
  it('puts together exactly what can reach each other', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 8, maxLength: 8 }), (edges) => {
        const reach = edges.map((_, node) => {
          const seen = new Set([node]);
          for (const at of seen) for (const next of edges[at]!) seen.add(next);
          return seen;
        });
        const expected = edges.map((_, node) =>
          edges.flatMap((_, b) => (reach[node]!.has(b) && reach[b]!.has(node) ? [b] : [])),
        );
        const components = strongComponents(edges);
        expect(components.flat().sort()).toEqual(edges.map((_, node) => node));
        for (const component of components) expect(component).toEqual(expected[component[0]!]);
        expect(components.map((component) => component[0]!)).toEqual(
          components.map((c) => c[0]!).sort((a, b) => a - b),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('walks long chains without running out of stack', () => {
    const length = 200_000;
    const ring = Array.from({ length }, (_, i) => [(i + 1) % length]);
    expect(strongComponents(ring)).toHaveLength(1);
    expect(strongComponents(ring.map((to, i) => (i === length - 1 ? [] : to)))).toHaveLength(length);
  });
});
