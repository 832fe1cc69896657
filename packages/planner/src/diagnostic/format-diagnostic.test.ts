import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from './format-diagnostic.ts';

const base = {
  code: 'YQ1003',
  severity: 'error' as const,
  document: 'e.yaml',
  pointer: '/a',
  line: 2,
  column: 3,
  params: { key: 'k' },
};

describe('formatDiagnostic', () => {
  test('puts the mark under its column, past tabs and wide letters', () => {
    const lines = (source: string, column: number) =>
      formatDiagnostic({ ...base, column }, 'en', source)
        .split('\n')
        .slice(1, 3);
    expect(lines('x\n  k: 1\r\ny', 3)).toEqual(['    2 |   k: 1', '      |   ^']);
    expect(lines('x\n\tk: 1', 2)).toEqual(['    2 | \tk: 1', '      | \t^']);
    expect(lines('x\n名称: k', 5)).toEqual(['    2 | 名称: k', '      | \u3000\u3000  ^']);
  });

  test('shows the part of a long line around the column', () => {
    const [shown, mark] = formatDiagnostic({ ...base, column: 501 }, 'en', `x\n${'a'.repeat(500)}K${'b'.repeat(500)}`)
      .split('\n')
      .slice(1, 3);
    expect(shown!.length).toBeLessThan(140);
    expect(shown![mark!.indexOf('^')]).toBe('K');
  });

  test('does without what is not known', () => {
    expect(formatDiagnostic({ ...base, line: 0, column: 0 }, 'en').split('\n')[0]).toBe(
      'e.yaml#/a error YQ1003 The key `k` stands twice in the same mapping',
    );
    expect(formatDiagnostic({ ...base, document: '', pointer: '', line: 0, column: 0 }, 'zh-CN')).toMatch(
      /^错误 YQ1003 /,
    );
    expect(formatDiagnostic(base, 'en', 'only one line').split('\n')).toHaveLength(2);
  });
});
