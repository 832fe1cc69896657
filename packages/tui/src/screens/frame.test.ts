import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinese, citySample, english, sample, smallSample, stateAt } from '../../test/support/documents.ts';
import { createModel } from '../model/model.ts';
import type { Runs } from '../runs/snapshot.ts';
import { onKey } from '../state/on-key.ts';
import type { State } from '../state/state.ts';
import { lineWidth, textOf } from '../text/line.ts';
import { frame } from './frame.ts';

const documents = sample(citySample);
const models = { en: createModel(documents, 'en'), 'zh-CN': createModel(documents, 'zh-CN') };
const texts = { en: english, 'zh-CN': chinese };
const runs: Runs = new Map([['wave-1', { view: documents.runs[0]!, tail: [], driving: true }]]);

const sizes = [
  [80, 24],
  [120, 40],
  [200, 60],
] as const;
const langs = ['en', 'zh-CN'] as const;

const views: Readonly<Record<string, readonly string[]>> = {
  fleet: [],
  rack: ['down', 'return'],
  host: ['down', 'return', 'down', 'return'],
  plan: ['2'],
  violations: ['2', 'v', 'v'],
  waves: ['3'],
  board: ['3', 'return'],
  rollback: ['3', 'return', 'r'],
  help: ['?'],
  explained: ['2', 'return'],
};

function shown(cols: number, rows: number, lang: 'en' | 'zh-CN', keys: readonly string[]): State {
  return keys.reduce<State>(
    (state, name) => onKey(state, models[lang], texts[lang], { name, text: '' }).state,
    stateAt(cols, rows, { runs }),
  );
}

describe('frames', () => {
  for (const [cols, rows] of sizes) {
    for (const lang of langs) {
      for (const [view, keys] of Object.entries(views)) {
        it(`${view} at ${cols}x${rows} in ${lang}`, async () => {
          const lines = frame(shown(cols, rows, lang, keys), models[lang], texts[lang]);
          expect(lines).toHaveLength(rows);
          for (const line of lines) expect(lineWidth(line)).toBe(cols);
          const text = `${lines.map((line) => textOf(line).trimEnd()).join('\n')}\n`;
          await expect(text).toMatchFileSnapshot(`../../test/frames/${view}-${cols}x${rows}-${lang}.txt`);
        });
      }
    }
  }

  it('leaves no English in the Chinese frames but names and units', () => {
    const allowed =
      /city|meilin|pingshan|room|sys|System|Asia\/Shanghai|Pilot|Wave|wave|run-1|sample|plan|zones?|ha|headroom|spread|racks|capacity|web|compute|management|internet|public|business|private|shared|vCPU|GiB|TiB|Mbit|kW|source|powerW|Enter|Esc|Tab|Shift|Home|End|PgUp|PgDn|Ctrl|vm|H|x86_64|approval/g;
    for (const [view, keys] of Object.entries(views)) {
      const text = frame(shown(200, 60, 'zh-CN', keys), models['zh-CN'], chinese)
        .map(textOf)
        .join('\n');
      expect(text.replace(allowed, '').match(/[A-Za-z]{4,}/g), view).toBeNull();
    }
  });

  it('says so on a terminal that is too small', () => {
    const lines = frame(stateAt(50, 10), models.en, english);
    expect(lines.map(textOf).join(' ')).toContain('50 x 10');
    expect(lines).toHaveLength(10);
  });

  it('does without waves: says how to make them', () => {
    const { waves: _, programme: __, ...plan } = documents;
    const model = createModel(plan, 'en');
    for (const keys of [['3'], ['3', 'return'], ['3', 's'], ['3', 'p']]) {
      const state = keys.reduce<State>(
        (before, name) => onKey(before, model, english, { name, text: '' }).state,
        stateAt(80, 24),
      );
      expect(frame(state, model, english).map(textOf).join('\n')).toContain('yunqian wave create');
    }
  });

  it('keeps its shape at any size, under any names', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('\u001b[2J', '系统'.repeat(40), 'x\r\ny', '\u202eabc'),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 240 }),
        fc.integer({ min: 5, max: 70 }),
        name,
        fc.constantFrom(...Object.values(views)),
        (cols, rows, hostile, keys) => {
          const renamed = sample(smallSample);
          for (const system of renamed.estate.systems) system.name = hostile;
          for (const wave of renamed.waves.waves) wave.name = hostile;
          for (const row of renamed.plan.unplaced) row.blockedBy = [{ rule: hostile, reason: hostile, hosts: 1 }];
          renamed.plan.name = hostile;
          const model = createModel(renamed, 'en');
          const state = keys.reduce<State>(
            (before, key) => onKey(before, model, english, { name: key, text: '' }).state,
            stateAt(cols, rows),
          );
          const lines = frame(state, model, english);
          expect(lines).toHaveLength(rows);
          for (const line of lines) {
            expect(lineWidth(line)).toBe(cols);
            expect(textOf(line)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
