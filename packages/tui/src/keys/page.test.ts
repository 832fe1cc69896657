import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chinese, english } from '../../test/support/documents.ts';
import { keyPage } from './page.ts';

describe('pages of keys', () => {
  it('are as the table of keys is: else run packages/tui/scripts/key-pages.ts', () => {
    const page = (name: string) => readFileSync(new URL(`../../../../docs/reference/${name}`, import.meta.url), 'utf8');
    expect(page('keys.md')).toBe(keyPage(english));
    expect(page('keys.zh-CN.md')).toBe(keyPage(chinese));
  });
});
