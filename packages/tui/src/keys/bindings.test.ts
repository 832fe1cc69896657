import { describe, expect, it } from 'vitest';
import { chinese, english } from '../../test/support/documents.ts';
import { bindingFor, bindings } from './bindings.ts';
import { bindingIds } from './ids.ts';
import { keyPresses, pasted } from './key-name.ts';

describe('the table of keys', () => {
  it('binds every command, each once', () => {
    expect(bindings.map(({ id }) => id).sort()).toEqual([...bindingIds].sort());
  });

  it('gives no key two meanings in one place', () => {
    for (const screen of ['fleet', 'plan', 'waves', 'board'] as const) {
      const active = screen === 'board' ? (['all', 'waves', 'board'] as const) : (['all', screen] as const);
      const keys = bindings
        .filter(({ scope }) => (active as readonly string[]).includes(scope))
        .flatMap((binding) => binding.keys);
      expect(new Set(keys).size, screen).toBe(keys.length);
    }
  });

  it('asks before everything that acts on a run', () => {
    expect(
      bindings
        .filter(({ acts }) => acts)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['approve', 'approveAll', 'cancel', 'pause', 'reject', 'retry', 'rollback', 'start']);
  });

  it('says what each does, in both languages', () => {
    for (const { id } of bindings) {
      expect(english.keys[id]).not.toBe('');
      expect(chinese.keys[id]).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('finds a binding by the key that was pressed', () => {
    const none = {
      upArrow: false,
      downArrow: false,
      leftArrow: false,
      rightArrow: false,
      pageDown: false,
      pageUp: false,
      home: false,
      end: false,
      return: false,
      escape: false,
      ctrl: false,
      shift: false,
      tab: false,
      backspace: false,
      delete: false,
      meta: false,
      super: false,
      hyper: false,
      capsLock: false,
      numLock: false,
    };
    const names = (input: string, key = none) => keyPresses(input, key).map(({ name }) => name);
    expect(names('', { ...none, tab: true, shift: true })).toEqual(['shift+tab']);
    expect(names('c', { ...none, ctrl: true })).toEqual(['ctrl+c']);
    expect(keyPresses('云', none)).toEqual([{ name: '云', text: '云' }]);
    expect(names('\rsy\u007f')).toEqual(['return', 's', 'y', 'backspace']);
    expect(pasted('a\r\nq')).toEqual({ name: '', text: 'a q' });
    expect(bindingFor('a', ['all', 'fleet'])).toBeUndefined();
    expect(bindingFor('a', ['all', 'waves', 'board'])?.id).toBe('approve');
  });
});
