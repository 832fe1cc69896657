import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wavesCase, wavesCases } from '../../test/support/waves-case.ts';
import { describe as text } from '../diagnostic/describe.ts';
import { shenzhenEstate } from '../shenzhen/estate.ts';
import { shenzhenProgramme } from '../shenzhen/programme.ts';
import { createWaves } from './create-waves.ts';
import { wavesSchema } from './schema.ts';
import { verifyWaves } from './verify-waves.ts';

const vm = (id: string, more: object = {}) => ({ id, vcpus: 1, memMiB: 1024, volumes: [{ sizeGiB: 100 }], ...more });

/** Small searches: what is random is many. */
const quick = { budget: 1000 };

describe('createWaves', () => {
  it('random estates and programmes: what is scheduled holds, what is not has a reason', () => {
    fc.assert(
      fc.property(wavesCases, (input) => {
        const { waves, diagnostics } = createWaves(input, quick);
        wavesSchema.parse(waves);
        expect(verifyWaves({ ...input, waves })).toEqual([]);
        expect(waves.summary.lowerBoundHours).toBeLessThanOrEqual(waves.summary.hours);
        for (const { reason } of waves.unscheduled) expect(text(reason.code, reason.params, 'zh-CN').text).not.toBe('');
        for (const { code, params } of diagnostics) expect(text(code, params, 'en').text).not.toBe('');
      }),
      { numRuns: 120 },
    );
  });

  it('gives the same bytes for the same documents', () => {
    fc.assert(
      fc.property(wavesCases, (input) => {
        expect(JSON.stringify(createWaves(structuredClone(input), quick))).toBe(
          JSON.stringify(createWaves(input, quick)),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('the bound does not fall when bandwidth is cut', () => {
    fc.assert(
      fc.property(wavesCases, (input) => {
        const links = input.programme.links.map((link) => ({ ...link, bandwidthMbps: link.bandwidthMbps / 2 }));
        const slower = { ...input, programme: { ...input.programme, links } };
        const [wide, narrow] = [createWaves(input, quick).waves, createWaves(slower, quick).waves];
        fc.pre(wide.unscheduled.length === narrow.unscheduled.length);
        expect(narrow.summary.lowerBoundHours).toBeGreaterThanOrEqual(wide.summary.lowerBoundHours);
      }),
      { numRuns: 100 },
    );
  });

  it('copies by the vendor formula: 100 GB at 100 Mbit/s and U 0.7 take 3.17 h', () => {
    const gib = 100 / 1.073741824;
    const estate = { workloads: [vm('a', { volumes: [{ sizeGiB: gib }] })] };
    const { waves } = createWaves(
      wavesCase(estate, { links: [{ id: 'line', bandwidthMbps: 100 }], concurrentCopies: 1, changeMbpsPerGiB: 0 }),
    );
    const [activity] = waves.activities;
    const hours = (Date.parse(`${activity!.seedEnd}Z`) - Date.parse(`${activity!.seedStart}Z`)) / 3_600_000;
    expect(activity!.bandwidthMbps).toBe(70);
    expect(hours).toBeCloseTo(3.17, 1);
  });

  it('moves together what uses each other in a circle, and what shares a disk, and says why', () => {
    const { waves } = createWaves(
      wavesCase({
        systems: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id })),
        workloads: [
          vm('a1', { system: 'a' }),
          vm('b1', { system: 'b' }),
          vm('c1', { system: 'c', volumes: [{ sizeGiB: 50, sharedId: 'lun' }] }),
          vm('d1', { system: 'd', volumes: [{ sizeGiB: 50, sharedId: 'lun' }] }),
          vm('e1', { system: 'e', count: 2 }),
        ],
        dependencies: [
          { from: 'system:a', to: 'workload:b1', strength: 'strong' },
          { from: 'component:b/db', to: 'system:c', strength: 'strong' },
          { from: 'system:d', to: 'system:a', strength: 'strong' },
          { from: 'system:e', to: 'system:a', strength: 'strong' },
          { from: 'system:a', to: 'system:e', strength: 'weak' },
        ],
      }),
    );
    expect(waves.groups).toMatchObject([
      {
        id: 'a',
        systems: ['a', 'b', 'c', 'd'],
        workloads: ['a1', 'b1', 'c1', 'd1'],
        sizeGiB: 250,
        after: [],
        reasons: [
          { code: 'YQ4001', params: { from: 'component:b/db', to: 'system:c' } },
          { code: 'YQ4001', params: { from: 'system:a', to: 'workload:b1' } },
          { code: 'YQ4001', params: { from: 'system:d', to: 'system:a' } },
          { code: 'YQ4002', params: { disk: 'lun', a: 'c1', b: 'd1' } },
        ],
      },
      { id: 'e', systems: ['e'], workloads: ['e1-1', 'e1-2'], sizeGiB: 200, after: ['a'], reasons: [] },
    ]);
    expect(waves.activities[1]!.cutoverStart >= waves.activities[0]!.cutoverEnd).toBe(true);
  });

  it('moves the pilot first, with what it uses, and starts the others when it is through', () => {
    const input = wavesCase(
      {
        systems: ['a', 'b', 'p', 'q'].map((id) => ({ id })),
        workloads: ['a', 'b', 'p', 'q'].map((id) => vm(`${id}1`, { system: id })),
        dependencies: [{ from: 'system:p', to: 'system:q', strength: 'strong' }],
      },
      { pilot: ['p', 'nobody'] },
    );
    const { waves, diagnostics } = createWaves(input);
    expect(waves.waves[0]).toMatchObject({ id: 'w01', pilot: true, groups: ['q', 'p'] });
    expect(waves.waves.slice(1).every((wave) => !wave.pilot)).toBe(true);
    expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['YQ4021', 'YQ4022']));
    expect(diagnostics.find(({ code }) => code === 'YQ4022')).toMatchObject({
      document: 'programme.yaml',
      pointer: '/pilot/1',
    });
  });

  it('leaves out, with its reason, what cannot be scheduled, and what uses it', () => {
    const { waves, diagnostics } = createWaves(
      wavesCase(
        {
          systems: ['homeless', 'user', 'restless', 'huge', 'fine'].map((id) => ({ id })),
          workloads: [
            vm('h1', { system: 'homeless' }),
            vm('u1', { system: 'user' }),
            vm('r1', { system: 'restless', measured: { changeMbps: 900 } }),
            vm('g1', { system: 'huge', volumes: [{ sizeGiB: 90_000 }] }),
            vm('f1', { system: 'fine' }),
          ],
          dependencies: [{ from: 'system:user', to: 'system:homeless', strength: 'strong' }],
        },
        { deadline: '2026-01-12' },
        ['h1'],
      ),
    );
    expect(waves.unscheduled.map(({ group, reason }) => [group, reason.code])).toEqual([
      ['homeless', 'YQ4010'],
      ['huge', 'YQ4013'],
      ['restless', 'YQ4013'],
      ['user', 'YQ4011'],
    ]);
    expect(waves.activities.map(({ group }) => group)).toEqual(['fine']);
    expect(diagnostics.map(({ code }) => code)).toContain('YQ4028');
  });

  it('names the deadline, or the window, that leaves no time', () => {
    const estate = { workloads: [vm('big', { volumes: [{ sizeGiB: 50_000 }] })] };
    const reason = (programme: object) =>
      createWaves(wavesCase(estate, { changeMbpsPerGiB: 0, ...programme })).waves.unscheduled[0]?.reason;
    expect(reason({ deadline: '2026-01-08' })).toEqual({ code: 'YQ4012', params: { end: '2026-01-09T00:00' } });
    expect(reason({ windows: [{ days: [6], from: '22:00', to: '22:30' }] })).toMatchObject({ code: 'YQ4014' });
    expect(reason({ deadline: '2026-01-20' })).toBeUndefined();
  });

  it('cuts over in the windows of the night, never in a freeze', () => {
    const estate = { workloads: Array.from({ length: 12 }, (_, i) => vm(`vm${i}`)) };
    const { waves } = createWaves(
      wavesCase(estate, {
        teams: 1,
        windows: [{ days: [5, 6], from: '22:00', to: '04:00' }],
        freezes: [{ from: '2026-01-10', to: '2026-01-18', reason: 'audit' }],
      }),
    );
    const nights = waves.activities.map(({ cutoverStart }) => cutoverStart).sort();
    // Friday the 9th closes at midnight for the freeze; the next night is Friday the 23rd.
    expect(nights.slice(0, 3)).toEqual(['2026-01-09T22:00', '2026-01-09T23:00', '2026-01-23T22:00']);
    expect(nights.at(-1)).toBe('2026-01-25T01:00');
  });

  it('warns of a group too large, of downtime too short, of data unknown', () => {
    const { diagnostics } = createWaves(
      wavesCase(
        {
          systems: [{ id: 'a', downtimeMinutes: 15 }],
          workloads: [vm('a1', { system: 'a', count: 4 }), { id: 'bare', vcpus: 1, memMiB: 1 }],
        },
        { maxWorkloadsPerGroup: 3 },
      ),
    );
    const codes = diagnostics.map(({ code }) => code);
    expect(codes).toEqual(['YQ4020', 'YQ4110', 'YQ4024', 'YQ4025']);
  });

  it('schedules the whole reference estate inside its nine months', () => {
    const { kind: _k, formatVersion: _f, name: _n, ...estate } = shenzhenEstate();
    const input = wavesCase(estate, shenzhenProgramme());
    const { waves } = createWaves(input);
    expect(waves.groups.flatMap(({ systems }) => systems).length).toBeGreaterThanOrEqual(230);
    expect(waves.unscheduled).toEqual([]);
    expect(waves.summary.end! < '2019-10-21').toBe(true);
    expect(verifyWaves({ ...input, waves })).toEqual([]);
  });
});
