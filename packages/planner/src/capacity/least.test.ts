import fc from 'fast-check';
import { expect, test } from 'vitest';
import { least } from './least.ts';

test('finds the threshold, in few questions, and asks once where nothing can be saved', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(5000), fc.nat(5000), async (a, b) => {
      const [threshold, start] = [Math.min(a, b), Math.max(a, b)];
      const asked: number[] = [];
      const found = await least(start, async (count) => {
        asked.push(count);
        return count >= threshold;
      });
      expect(found).toBe(threshold);
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked.length).toBeLessThanOrEqual(2 * Math.log2(start - threshold + 1) + 2);
    }),
  );
});
