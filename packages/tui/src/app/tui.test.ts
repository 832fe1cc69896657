import { openMemoryStore, viewOf } from '@yunqian/runbook';
import { afterEach, describe, expect, it } from 'vitest';
import { citySample, sample, smallSample } from '../../test/support/documents.ts';
import { openTerminal, type TestTerminal } from '../../test/support/terminal.ts';
import { runTui, type TuiOptions } from '../index.ts';

const documents = sample(smallSample);
let terminal: TestTerminal;
let ended: Promise<unknown> = Promise.resolve();

/** Opens the screens over the small sample; runs go as fast as they can. */
function open(cols: number, rows: number, options: Partial<TuiOptions> = {}): { store: TuiOptions['store'] } {
  terminal = openTerminal(cols, rows);
  const store = options.store ?? openMemoryStore();
  ended = runTui({
    ...documents,
    wavesSha256: 'sha',
    store,
    actor: 'li',
    speed: Number.POSITIVE_INFINITY,
    lang: 'en',
    env: { TERM: 'xterm-256color' },
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    ...options,
  });
  return { store };
}

async function quit(): Promise<void> {
  await terminal.press('esc', 'esc', 'q');
  await ended;
}

afterEach(async () => {
  await terminal.press('ctrl+c');
  await ended;
});

describe('the terminal UI', () => {
  it('drives a whole wave by keys: start, pause, approve, roll back, complete', async () => {
    const { store } = open(120, 40);
    await terminal.until('All sites');
    await terminal.press('3', 'enter');
    await terminal.until('not started');
    await terminal.press('s');
    await terminal.until('Start wave-1');
    await terminal.press('y');
    await terminal.until('To approve 3');

    await terminal.press('p', 'y');
    await terminal.until('‖ paused');
    await terminal.press('a', 'y');
    await terminal.until('To approve 2');
    expect(
      viewOf(store.read('wave-1'))
        .steps.filter((step) => step.kind === 'cutover')
        .map((step) => step.attempts),
    ).toEqual([0, 0, 0]);
    await terminal.press('p', 'y');
    await terminal.until('Done 1');
    expect(terminal.text()).toContain('✔ sys-001');

    await terminal.press('left', 'j', 'r');
    await terminal.until('Roll back sys-003');
    await terminal.press('enter');
    await terminal.until('A reason is needed');
    await terminal.press(...'源库异常', 'enter');
    await terminal.until('↺ sys-003');

    await terminal.press('A', 'y');
    await terminal.until('✔ completed');
    expect(terminal.text()).toContain('wave-1 is completed.');
    const view = viewOf(store.read('wave-1'));
    expect(view.groups.map((group) => group.state)).toEqual(['committed', 'committed', 'rolledBack']);
    expect(view.groups[2]?.rollback).toEqual({ actor: 'li', reason: '源库异常' });
    expect(
      store
        .read('wave-1')
        .filter((event) => event.body.type === 'step.approved')
        .map((event) => event.actor),
    ).toEqual(['li', 'li']);

    await terminal.press('s');
    await terminal.until('This run is over.');
    await quit();
    expect(terminal.alternate).toBe(false);
  });

  it('never scrolls a page past its end', async () => {
    open(80, 24);
    await terminal.until('All sites');
    await terminal.press('?', ...Array<string>(60).fill('j'));
    await terminal.until(/cancel run/);
    await terminal.press('k');
    const before = terminal.text();
    await terminal.press('k');
    await terminal.until((text) => text !== before);
    await quit();
  });

  it('takes keys that come in one chunk, and pasted text as text', async () => {
    open(80, 24);
    await terminal.until('All sites');
    await terminal.press('3sy');
    await terminal.until('Started');
    await terminal.press('2v/');
    await terminal.press('\u001b[200~002\r\u001b[201~');
    await terminal.until('/002');
    expect(terminal.text()).not.toContain('sys-001-vm-1');
    await quit();
  });

  it('cancels only when the wave is named', async () => {
    const { store } = open(80, 24);
    await terminal.until('All sites');
    await terminal.press('3', 's', 'y', 'enter');
    await terminal.until('To approve 3');
    await terminal.press('C', ...'wave-2', 'enter');
    await terminal.until('nothing was done');
    expect(viewOf(store.read('wave-1')).state).toBe('active');
    await terminal.press('C', ...'wave-1', 'enter');
    await terminal.until('↺ cancelled');
    await quit();
  });

  it('takes a run up again where another process left it, after asking', async () => {
    const { store } = open(80, 24);
    await terminal.until('All sites');
    await terminal.press('3', 's', 'y', 'enter');
    await terminal.until('To approve 3');
    await quit();
    const left = store.read('wave-1').length;
    open(80, 24, { store });
    await terminal.until('All sites');
    await terminal.press('3', 'enter');
    await terminal.until('nobody drives it here');
    await terminal.press('A', 'y');
    await terminal.until(/Cutting over 3/);
    await terminal.press('s');
    await terminal.until('li drove it last');
    await terminal.press('y');
    await terminal.until('✔ completed');
    expect(store.read('wave-1').length).toBeGreaterThan(left);
    await quit();
  });

  it('draws in xterm exactly what the frame says, in Chinese, and follows a resize', async () => {
    open(80, 24, { ...sample(citySample), lang: 'zh-CN' });
    await terminal.until('全部站点');
    const separator = terminal.rows().find((row) => row.startsWith('──'));
    expect(separator).toBe('─'.repeat(80));
    terminal.resize(200, 60);
    await terminal.until((text) => text.includes(' │ ') && text.split('\n').length === 60);
    // The rule between list and detail stands in one column on every row, however wide the characters before it are.
    const columns = terminal
      .rows()
      .slice(2, 58)
      .map((row) => columnOf(row, '│'));
    expect(new Set(columns).size).toBe(1);
    terminal.resize(50, 12);
    await terminal.until('50 x 12');
    terminal.resize(80, 24);
    await terminal.until('全部站点');
    await quit();
  });

  it('writes no colour when NO_COLOR is set', async () => {
    open(80, 24, { env: { TERM: 'xterm-256color', NO_COLOR: '1' } });
    await terminal.until('All sites');
    await terminal.press('2');
    await terminal.until('Not placed');
    await quit();
    expect(terminal.written()).not.toMatch(/\u001b\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/);
  });

  it('restores the screen on q, on Ctrl+C, on a signal and when the terminal breaks', async () => {
    open(80, 24);
    await terminal.until('All sites');
    expect(terminal.alternate).toBe(true);
    await quit();
    expect(terminal.alternate).toBe(false);
    open(80, 24);
    await terminal.until('All sites');
    await terminal.press('/', 'ctrl+c');
    await ended;
    expect(terminal.alternate).toBe(false);
    const stop = new AbortController();
    open(80, 24, { signal: stop.signal });
    await terminal.until('All sites');
    stop.abort();
    await ended;
    expect(terminal.alternate).toBe(false);
    open(80, 24);
    await terminal.until('All sites');
    terminal.stdout.emit('error', Object.assign(new Error('EIO'), { code: 'EIO' }));
    await ended;
  });

  it('refuses without a terminal', async () => {
    const piped = openTerminal(80, 24);
    Object.assign(piped.stdin, { isTTY: false });
    const result = await runTui({
      ...documents,
      store: openMemoryStore(),
      actor: 'li',
      speed: 1,
      lang: 'zh-CN',
      stdin: piped.stdin,
      stdout: piped.stdout,
    });
    expect(result).toMatchObject({ ok: false, code: 'noTerminal', message: expect.stringContaining('终端') });
    expect(piped.written()).toBe('');
  });
});

/** Terminal column of the first occurrence of a character. */
function columnOf(row: string, wanted: string): number {
  let column = 0;
  for (const character of row) {
    if (character === wanted) return column;
    column += /[\u2e80-\uffef]/.test(character) ? 2 : 1;
  }
  return -1;
}
