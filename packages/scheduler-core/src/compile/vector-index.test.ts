import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createVectorIndex } from './vector-index.ts';

it('numbers equal vectors alike, in order of first appearance', () => {
  const vectors = fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer(), fc.integer({ min: 0, max: 1 })), {
    maxLength: 600,
  });
  fc.assert(
    fc.property(vectors, (list) => {
      const index = createVectorIndex(3);
      const known = new Map<string, number>();
      for (const vector of list) {
        const key = vector.join();
        if (!known.has(key)) known.set(key, known.size);
        expect(index.add(vector)).toBe(known.get(key));
      }
      expect(index.count).toBe(known.size);
      expect([...index.rows]).toEqual([...known.keys()].flatMap((key) => key.split(',').map(Number)));
    }),
  );
});
