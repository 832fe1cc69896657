import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinese, citySample, english, sample, smallModel, stateAt } from '../../test/support/documents.ts';
import { bindings } from '../keys/bindings.ts';
import { createModel } from '../model/model.ts';
import { itemCount } from './navigate.ts';
import { type Outcome, onKey } from './on-key.ts';
import type { State } from './state.ts';

const model = smallModel();

function press(state: State, ...keys: string[]): Outcome {
  return keys.reduce<Outcome>(
    (outcome, key) => onKey(outcome.state, model, english, { name: key, text: key.length === 1 ? key : '' }),
    { state },
  );
}

describe('keys', () => {
  it('goes to screens by number and by Tab, both ways round', () => {
    expect(press(stateAt(80, 24), '3').state.screen).toBe('waves');
    expect(press(stateAt(80, 24), 'tab', 'tab', 'tab').state.screen).toBe('fleet');
    expect(press(stateAt(80, 24), 'shift+tab').state.screen).toBe('waves');
  });

  it('opens rack, host and workloads, and comes back to where it was', () => {
    const rack = press(stateAt(80, 24), 'j', 'j', 'return').state;
    expect(rack.fleet.rack).toBe('city/meilin/room-1/r-02');
    const host = press(rack, 'j', 'return').state;
    expect(host.fleet).toMatchObject({ host: 'city/meilin/room-1/r-02/h-01', cursor: 0 });
    expect(press(host, 'escape').state.fleet).toMatchObject({ host: null, cursor: 0 });
    expect(press(host, 'escape', 'escape').state.fleet).toMatchObject({ rack: null, cursor: 2 });
  });

  it('filters while it is typed, in Chinese too, and takes the filter away again', () => {
    const typed = press(stateAt(80, 24, { screen: 'plan' }), 'v', '/', '0', '0', '2').state;
    expect(typed).toMatchObject({ filtering: true, plan: { filter: '002' } });
    expect(itemCount(typed, model)).toBe(2);
    expect(press(typed, 'q', 'backspace').state.plan.filter).toBe('002');
    const kept = press(typed, 'return').state;
    expect(kept).toMatchObject({ filtering: false, plan: { filter: '002' } });
    expect(press(kept, 'escape').state.plan.filter).toBe('');
    expect(press(typed, 'escape').state).toMatchObject({ filtering: false, plan: { filter: '' } });
    const pasted = onKey(press(stateAt(80, 24, { screen: 'plan' }), 'v', '/').state, smallModel('zh-CN'), chinese, {
      name: '公安',
      text: '公安',
    }).state;
    expect(itemCount(pasted, smallModel('zh-CN'))).toBe(2);
  });

  it('says why a key can do nothing', () => {
    const board = press(stateAt(80, 24), '3', 'return').state;
    expect(press(board, 'a').state.notice).toEqual({ tone: 'warn', text: english.blocked.noRun });
    const empty = press(stateAt(80, 24, { screen: 'plan' }), '/', 'z', 'z', 'return', 'return').state;
    expect(empty.notice?.text).toBe(english.blocked.nothingToOpen);
    const none = onKey(
      stateAt(80, 24, { screen: 'waves' }),
      createModel({ ...sample(citySample), waves: undefined } as never, 'en'),
      english,
      { name: 's', text: 's' },
    );
    expect(none.state.notice?.text).toBe(english.blocked.noWave);
  });

  it('opens at the last level a page with everything, and closes it again', () => {
    const page = press(stateAt(80, 24), '2', 'return', 'down', 'down', 'up').state;
    expect(page.dialog).toEqual({ kind: 'page', what: 'detail', scroll: 1 });
    expect(press(page, 'escape').state.dialog).toBeNull();
    expect(press(stateAt(80, 24), '3', 'return', 'return').state.dialog).toMatchObject({ what: 'detail' });
  });

  it('asks before it starts, and does it only on yes', () => {
    const asked = press(stateAt(80, 24), '3', 's');
    expect(asked.state.dialog).toMatchObject({ kind: 'confirm', command: { kind: 'start', wave: 'wave-1' } });
    expect(asked.effect).toBeUndefined();
    expect(press(asked.state, 'x').state.dialog).not.toBeNull();
    expect(press(asked.state, 'n')).toEqual({ state: { ...asked.state, dialog: null } });
    expect(press(asked.state, 'y').effect).toEqual({ kind: 'run', command: { kind: 'start', wave: 'wave-1' } });
  });

  it('quits on q and Ctrl+C, but types q into a filter', () => {
    expect(press(stateAt(80, 24), 'q').effect).toEqual({ kind: 'quit' });
    expect(press(stateAt(80, 24), '/', 'q').effect).toBeUndefined();
    expect(press(stateAt(80, 24), '/', 'ctrl+c').effect).toEqual({ kind: 'quit' });
  });

  it('keeps every cursor on a row, whatever is pressed', () => {
    const keys = fc.constantFrom(
      ...bindings.flatMap((binding) => binding.keys).filter((key) => key !== 'q'),
      'y',
      'n',
      'z',
    );
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 40 }), (pressed) => {
        const { state } = press(stateAt(80, 24), ...pressed);
        for (const screen of ['fleet', 'plan', 'waves'] as const) {
          const count = itemCount({ ...state, screen }, model);
          expect(state[screen].cursor).toBeGreaterThanOrEqual(0);
          expect(state[screen].cursor).toBeLessThan(Math.max(1, count));
        }
      }),
    );
  });
});
