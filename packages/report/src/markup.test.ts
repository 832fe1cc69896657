import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, markup } from './markup.ts';

describe('markup', () => {
  it('escapes values, keeps markup, joins lists, drops what is absent', () => {
    const row = markup`<b>${'a<b'}</b>`;
    expect(markup`<p title="${'"&\''}">${[row, 1, null, undefined, false]}</p>`.text).toBe(
      '<p title="&quot;&amp;&#39;"><b>a&lt;b</b>1</p>',
    );
  });

  it('replaces control characters, lone surrogates and direction overrides', () => {
    expect(escapeText('a\u0000b\ud800c\u202ed\u2066e')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde');
    expect(escapeText('政务云 😀\n\t')).toBe('政务云 😀\n\t');
  });

  it('never lets a character through that could end a text or an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
        expect(escaped.isWellFormed()).toBe(true);
      }),
    );
  });
});
