import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mutual } from './mutual.ts';

it('finds the sets of nodes that reach each other', () => {
  const graph = fc
    .integer({ min: 1, max: 9 })
    .chain((nodes) => fc.array(fc.array(fc.nat(nodes - 1), { maxLength: 3 }), { minLength: nodes, maxLength: nodes }));
  fc.assert(
    fc.property(graph, (edges) => {
      const reach = edges.map((_, from) => {
        const seen = new Set([from]);
        for (const node of seen) for (const to of edges[node]!) seen.add(to);
        return seen;
      });
      const together = edges.map((_, a) => edges.flatMap((_, b) => (reach[a]!.has(b) && reach[b]!.has(a) ? [b] : [])));
      const expected = new Set(together.filter(({ length }) => length > 1).map((set) => set.join()));
      expect(new Set(mutual(edges).map((set) => set.join()))).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

it('follows long chains', () => {
  const chain = Array.from({ length: 50_000 }, (_, at) => [(at + 1) % 50_000]);
  expect(mutual(chain)[0]).toHaveLength(50_000);
});
