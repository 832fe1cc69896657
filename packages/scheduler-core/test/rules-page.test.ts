import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PAGE, rulesPage } from '../scripts/generate-rules-page.ts';

it('docs/reference/rules.md is what the registry says (npm run docs:rules -w packages/scheduler-core)', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(rulesPage());
});
