import { expect, test } from 'vitest';
import { fuzzDocuments } from './support/fuzz-documents.ts';

test('mutated documents are read or refused, never thrown over (more: scripts/fuzz-documents.ts)', async () => {
  const report = await fuzzDocuments({ count: 400, seed: 1 });
  expect(report.failures).toEqual([]);
  expect(report.valid).toBeGreaterThan(60);
});
