import { readdirSync, readFileSync } from 'node:fs';
import { expect, describe as suite, test } from 'vitest';
import { describe, messages } from './describe.ts';

const folder = new URL('./messages/', import.meta.url);
const sources = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'message.ts');

suite('messages', () => {
  test('every code has a text and an action in both languages, with the same parameters', () => {
    const parameters = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [code, message] of Object.entries(messages)) {
      expect(code).toMatch(/^YQ\d{4}$/);
      const en = message.en.text + message.en.action;
      const zh = message['zh-CN'].text + message['zh-CN'].action;
      for (const part of [message.en, message['zh-CN']]) {
        expect(part.text.trim(), code).not.toBe('');
        expect(part.action.trim(), code).not.toBe('');
      }
      expect(zh, `${code} in Chinese`).toMatch(/[\u4e00-\u9fff]/);
      expect(en, `${code} in English`).not.toMatch(/[\u4e00-\u9fff]/);
      expect(parameters(zh), code).toEqual(parameters(en));
    }
  });

  test('no code is defined twice, and every file is registered', () => {
    const codes = sources
      .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').match(/^ {2}YQ\d{4}(?=:)/gm) ?? [])
      .map((code) => code.trim());
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.sort()).toEqual(Object.keys(messages).sort());
  });

  test('describe fills in the parameters and knows every code that it is asked for', () => {
    expect(describe('YQ1003', { key: 'name' }, 'en').text).toBe('The key `name` stands twice in the same mapping');
    expect(() => describe('YQ9999', {}, 'en')).toThrow(TypeError);
  });
});
