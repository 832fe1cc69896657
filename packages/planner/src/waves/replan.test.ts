import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wavesCase, wavesCases } from '../../test/support/waves-case.ts';
import { createWaves } from './create-waves.ts';
import { verifyWaves } from './verify-waves.ts';
import { suppose } from './what-if.ts';

const vm = (id: string, more: object = {}) => ({ id, vcpus: 1, memMiB: 1024, volumes: [{ sizeGiB: 100 }], ...more });
const estate = { workloads: Array.from({ length: 8 }, (_, i) => vm(`vm${i}`)) };
const nights = { teams: 1, windows: [{ days: [5, 6], from: '22:00', to: '04:00' }] };
const timesOf = (waves: ReturnType<typeof createWaves>['waves']) =>
  waves.activities.map(({ group, seedStart, cutoverStart, link }) => ({ group, seedStart, cutoverStart, link }));
const quick = { budget: 1000 };

describe('createWaves from an earlier schedule', () => {
  it('changes nothing where nothing changed', () => {
    fc.assert(
      fc.property(wavesCases, (input) => {
        const { waves } = createWaves(input, quick);
        const again = createWaves(input, { ...quick, from: waves, seed: 2 });
        expect(timesOf(again.waves)).toEqual(timesOf(waves));
        expect(again.changes).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('never moves what is done or pinned, and holds', () => {
    fc.assert(
      fc.property(wavesCases, fc.nat(7), (input, turn) => {
        const { waves } = createWaves(input, quick);
        fc.pre(waves.activities.length > 0);
        const done = waves.activities[turn % waves.activities.length]!.group;
        const links = input.programme.links.map((link) => ({ ...link, bandwidthMbps: link.bandwidthMbps * 1.5 }));
        const changed = { ...input, programme: { ...input.programme, links, settleHours: 30 } };
        const again = createWaves(changed, { ...quick, from: waves, done: [done] }).waves;
        const of = (document: typeof waves) => timesOf(document).find(({ group }) => group === done);
        expect(of(again)).toEqual(of(waves));
      }),
      { numRuns: 30 },
    );
  });

  it('moves only what a freeze hits, and says that it was the freeze', () => {
    const input = wavesCase(estate, nights);
    const { waves } = createWaves(input);
    const hit = waves.activities.filter(({ cutoverStart }) => cutoverStart.startsWith('2026-01-10'));
    expect(hit.length).toBeGreaterThan(0);
    const freezes = [{ from: '2026-01-10', to: '2026-01-10', reason: 'audit' }];
    const changed = { ...input, programme: { ...input.programme, freezes } };
    const again = createWaves(changed, { from: waves });
    expect(verifyWaves({ ...changed, waves: again.waves })).toEqual([]);
    expect(again.changes.map(({ group, reason }) => [group, reason.code])).toEqual(
      hit.map(({ group }) => [group, 'YQ4037']),
    );
  });

  it('keeps a pin of the programme', () => {
    const pins = [{ system: 's', cutoverStart: '2026-01-24T01:00', reason: 'agreed with the owner' }];
    const pinned = wavesCase(
      { systems: [{ id: 's' }], workloads: [vm('a', { system: 's' }), vm('b')] },
      { ...nights, pins },
    );
    const { waves } = createWaves(pinned);
    expect(waves.activities.find(({ group }) => group === 's')).toMatchObject({
      cutoverStart: '2026-01-24T01:00',
      state: 'pinned',
    });
    expect(verifyWaves({ ...pinned, waves })).toEqual([]);
  });
});

describe('suppose', () => {
  const { programme } = wavesCase(estate, {
    ...nights,
    teams: [{ id: 'red', members: 2 }],
    windows: [...nights.windows, { days: [1], from: '01:00', to: '03:00' }],
  });
  const after = (word: string) => {
    const supposed = suppose(programme, word);
    return 'programme' in supposed ? supposed.programme : supposed.wrong;
  };

  it('changes what the word names', () => {
    expect(after('link:line=0.5')).toMatchObject({ links: [{ bandwidthMbps: 500 }] });
    expect(after('team:red:away:2026-02-01..2026-02-03')).toMatchObject({
      teams: [{ away: [{ from: '2026-02-01', to: '2026-02-03' }] }],
    });
    expect(after('window:2')).toMatchObject({ windows: nights.windows });
    expect(after('freeze:2026-02-01..2026-02-03')).toMatchObject({ freezes: [{ from: '2026-02-01' }] });
  });

  it('gives back what it does not understand', () => {
    for (const word of [
      'link:ether=0.5',
      'team:blue:away:2026-02-01..2026-02-03',
      'window:3',
      'teams=2',
      'rain',
      'link:line=0',
    ])
      expect(after(word)).toBe(word);
  });
});
