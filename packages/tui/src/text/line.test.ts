import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { clean, fit, fitLine, lineWidth, span, textOf, wrap } from './line.ts';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('深圳市政务服务数据管理局', '交通 office 3', '👩‍👩‍👧 family', 'e\u0301a', ''),
);

describe('text in columns', () => {
  it('counts Chinese as two, keeps graphemes whole', () => {
    expect(fit('政务云', 8)).toBe('政务云  ');
    expect(fit('政务云平台', 6)).toBe('政务… ');
    expect(fit('7', 4, 'end')).toBe('   7');
    expect(textOf(fitLine([span('政务', 'title'), span('云平台')], 7))).toBe('政务云…');
  });

  it('is exactly as wide as asked', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 50 }), (text, columns) => {
        expect(stringWidth(fit(text, columns))).toBe(columns);
        expect(lineWidth(fitLine([span(text), span(text, 'muted')], columns))).toBe(columns);
      }),
    );
  });

  it('wraps within its columns and loses nothing but spaces', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 50 }), (text, columns) => {
        const lines = wrap(text, columns);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        expect(lines.join('').replace(/\s/g, '')).toBe(clean(text).replace(/\s/g, ''));
      }),
    );
  });

  it('lets no escape code and no line break through', () => {
    expect(clean('a\u001b[31mb\r\nc\u202ed\u0007')).toBe('a\ufffd[31mb\ufffd\ufffdc\ufffdd\ufffd');
    fc.assert(fc.property(texts, (text) => !/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(clean(text))));
  });
});
