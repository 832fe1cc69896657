import { describe, expect, it } from 'vitest';
import { inputs, wavesCase } from '../../test/support/waves-case.ts';
import { describe as text } from '../diagnostic/describe.ts';
import { createWaves } from './create-waves.ts';
import type { Waves } from './schema.ts';
import { verifyWaves } from './verify-waves.ts';

const vm = (id: string, system: string, sizeGiB = 2000) => ({
  id,
  system,
  vcpus: 1,
  memMiB: 1,
  volumes: [{ sizeGiB }],
});

/** Seven systems in three waves: a pilot p that uses q, users and used, two cutovers at once, a freeze. */
const input = wavesCase(
  {
    systems: ['p', 'q', 'a', 'b', 'c', 'd', 'lost'].map((id) => ({ id })),
    workloads: [
      ...['p', 'q', 'a', 'b', 'c', 'd'].map((id) => vm(`${id}1`, id)),
      vm('a2', 'a'),
      vm('lost1', 'lost'),
      { id: 'c2', system: 'c', vcpus: 1, memMiB: 1, volumes: [{ sizeGiB: 10, sharedId: 'lun' }] },
      { id: 'd2', system: 'd', vcpus: 1, memMiB: 1, volumes: [{ sizeGiB: 10, sharedId: 'lun' }] },
    ],
    dependencies: [
      { from: 'system:p', to: 'system:q', strength: 'strong' },
      { from: 'component:b/web', to: 'workload:a1', strength: 'strong' },
    ],
  },
  {
    start: '2026-01-05',
    deadline: '2026-03-01',
    pilot: ['p'],
    teams: 2,
    concurrentCopies: 2,
    waveDays: 7,
    maxGroupsPerWave: 2,
    windows: [{ days: [6, 7], from: '20:00', to: '02:00' }],
    freezes: [{ from: '2026-01-17', to: '2026-01-18', reason: 'audit' }],
    links: [{ id: 'line', bandwidthMbps: 1000 }],
  },
  ['lost1'],
);
const { waves } = createWaves(input);

type Writable<T> = { -readonly [K in keyof T]: T[K] extends object ? Writable<T[K]> : T[K] };

/** Codes that the verifier gives for a schedule with one thing changed. */
function found(change: (broken: Writable<Waves>) => void): string[] {
  const broken = structuredClone(waves) as Writable<Waves>;
  change(broken);
  return [...new Set(verifyWaves({ ...input, waves: broken as Waves }).map(({ code }) => code))].sort();
}

const activity = (broken: Writable<Waves>, group: string) => broken.activities.find((item) => item.group === group)!;
const group = (broken: Writable<Waves>, id: string) => broken.groups.find((item) => item.id === id)!;

describe('verifyWaves', () => {
  it('finds nothing in the schedule as made', () => {
    expect(waves.activities.map((item) => [item.group, item.wave, item.cutoverStart])).toEqual([
      ['a', 'w02', '2026-01-12T00:00'],
      ['b', 'w02', '2026-01-12T01:00'],
      ['c', 'w03', '2026-01-19T00:00'],
      ['p', 'w01', '2026-01-10T21:00'],
      ['q', 'w01', '2026-01-10T20:00'],
    ]);
    expect(waves.groups.find(({ id }) => id === 'c')!.systems).toEqual(['c', 'd']);
    expect(waves.unscheduled).toMatchObject([{ group: 'lost', reason: { code: 'YQ4010' } }]);
    expect(verifyWaves({ ...input, waves, inputs })).toEqual([]);
  });

  const cases: [string, string, (broken: Writable<Waves>) => void][] = [
    ['a workload left out', 'YQ4030', (w) => void group(w, 'a').workloads.pop()],
    ['a workload in two groups', 'YQ4031', (w) => void group(w, 'b').workloads.push('a1')],
    ['a workload that nobody planned', 'YQ4032', (w) => void group(w, 'b').workloads.push('ghost')],
    ['a system torn apart', 'YQ4033', (w) => void group(w, 'b').workloads.push(group(w, 'a').workloads.pop()!)],
    [
      'users of a disk torn apart',
      'YQ4033',
      (w) => {
        const mine = group(w, 'c').workloads.filter((id) => id.startsWith('d'));
        group(w, 'c').workloads = group(w, 'c').workloads.filter((id) => !mine.includes(id));
        group(w, 'b').workloads.push(...mine);
      },
    ],
    [
      'a use not named',
      'YQ4034',
      (w) => {
        group(w, 'b').after = [];
      },
    ],
    [
      'a user before the used',
      'YQ4035',
      (w) => {
        const [a, b] = [activity(w, 'a'), activity(w, 'b')];
        [a.cutoverStart, a.cutoverEnd, b.cutoverStart, b.cutoverEnd] = [
          b.cutoverStart,
          b.cutoverEnd,
          a.cutoverStart,
          a.cutoverEnd,
        ];
      },
    ],
    [
      'a cutover outside the window',
      'YQ4036',
      (w) => Object.assign(activity(w, 'c'), { cutoverStart: '2026-01-31T19:30', cutoverEnd: '2026-01-31T20:30' }),
    ],
    [
      'a cutover that runs over the end of the window',
      'YQ4036',
      (w) => Object.assign(activity(w, 'c'), { cutoverStart: '2026-02-01T01:30', cutoverEnd: '2026-02-01T02:30' }),
    ],
    [
      'a cutover in the freeze',
      'YQ4037',
      (w) => Object.assign(activity(w, 'c'), { cutoverStart: '2026-01-17T20:00', cutoverEnd: '2026-01-17T21:00' }),
    ],
    [
      'a link over its bandwidth',
      'YQ4038',
      (w) => {
        activity(w, 'c').bandwidthMbps = 701;
      },
    ],
    [
      'delta that the link cannot carry',
      'YQ4038',
      (w) => {
        activity(w, 'c').deltaMbps = 701;
      },
    ],
    [
      'too many copies',
      'YQ4039',
      (w) => {
        for (const id of ['a', 'b', 'c'])
          Object.assign(activity(w, id), {
            seedStart: '2026-01-08T00:00',
            seedEnd: '2026-01-15T00:00',
            bandwidthMbps: 100,
          });
      },
    ],
    [
      'more cutovers than teams',
      'YQ4040',
      (w) => {
        for (const id of ['a', 'b', 'c'])
          Object.assign(activity(w, id), { cutoverStart: '2026-01-24T22:00', cutoverEnd: '2026-01-24T23:00' });
      },
    ],
    [
      'a group before the pilot',
      'YQ4041',
      (w) => Object.assign(activity(w, 'c'), { cutoverStart: '2026-01-10T20:00', cutoverEnd: '2026-01-10T21:00' }),
    ],
    [
      'a cutover after the deadline',
      'YQ4042',
      (w) => Object.assign(activity(w, 'c'), { cutoverStart: '2026-03-07T20:00', cutoverEnd: '2026-03-07T21:00' }),
    ],
    [
      'a copy too short for its data',
      'YQ4043',
      (w) => {
        activity(w, 'a').seedEnd = activity(w, 'a').seedStart.replace(/\d\d$/, '59');
      },
    ],
    [
      'no time between copy and cutover',
      'YQ4044',
      (w) => Object.assign(activity(w, 'c'), { seedEnd: '2026-01-31T19:00' }),
    ],
    ['times out of order', 'YQ4056', (w) => Object.assign(activity(w, 'c'), { seedEnd: '2026-02-01T00:00' })],
    [
      'a group scheduled and left out',
      'YQ4046',
      (w) => void w.unscheduled.push({ group: 'a', reason: { code: 'YQ4012', params: {} } }),
    ],
    [
      'a group forgotten',
      'YQ4046',
      (w) => {
        w.unscheduled = [];
      },
    ],
    [
      'a group in the wrong wave',
      'YQ4047',
      (w) => {
        activity(w, 'a').wave = 'w03';
      },
    ],
    [
      'a wave too large',
      'YQ4048',
      (w) => {
        w.waves[1]!.groups.push('c');
        w.waves.pop();
        activity(w, 'c').wave = 'w02';
      },
    ],
    ['waves that are not in order', 'YQ4049', (w) => void w.waves.reverse()],
    [
      'a wave that mixes its days',
      'YQ4061',
      (w) => Object.assign(activity(w, 'b'), { cutoverStart: '2026-01-31T20:00', cutoverEnd: '2026-01-31T21:00' }),
    ],
    [
      'a false summary',
      'YQ4050',
      (w) => {
        w.summary.hours -= 1;
      },
    ],
    [
      'a group without a place scheduled',
      'YQ4051',
      (w) => void w.activities.push({ ...activity(w, 'a'), group: 'lost' }),
    ],
    [
      'a start before the programme',
      'YQ4052',
      (w) => {
        activity(w, 'q').seedStart = '2026-01-04T23:00';
      },
    ],
    [
      'a cutover of another length',
      'YQ4053',
      (w) => {
        activity(w, 'c').cutoverEnd = '2026-01-19T00:30';
      },
    ],
    [
      'a size that is not the estate’s',
      'YQ4054',
      (w) => {
        group(w, 'a').sizeGiB /= 2;
      },
    ],
    [
      'an unknown link',
      'YQ4055',
      (w) => {
        activity(w, 'a').link = 'ether';
      },
    ],
    [
      'another time zone',
      'YQ4057',
      (w) => {
        w.timeZone = 'UTC';
      },
    ],
    [
      'delta not reserved',
      'YQ4058',
      (w) => {
        activity(w, 'a').deltaMbps = 0;
      },
    ],
    [
      'a wave with false dates',
      'YQ4059',
      (w) => {
        w.waves[0]!.end = '2026-01-11T00:00';
      },
    ],
    [
      'a pilot that is not one',
      'YQ4059',
      (w) => {
        w.waves[1]!.pilot = true;
      },
    ],
    [
      'a bound above the schedule',
      'YQ4060',
      (w) => {
        w.summary.lowerBoundHours = w.summary.hours + 1;
      },
    ],
  ];
  it.each(cases)('catches %s (%s)', (_, code, change) => {
    expect(found(change)).toContain(code);
  });

  it('catches systems that use each other and are apart', () => {
    const circle = wavesCase({
      systems: ['x', 'y', 'z'].map((id) => ({ id })),
      workloads: ['x', 'y', 'z'].map((id) => vm(`${id}1`, id, 10)),
      dependencies: [
        { from: 'system:x', to: 'system:y', strength: 'strong' },
        { from: 'system:y', to: 'system:z', strength: 'strong' },
        { from: 'system:z', to: 'system:x', strength: 'strong' },
      ],
    });
    const apart = createWaves({ ...circle, estate: { ...circle.estate, dependencies: [] } }).waves;
    expect(verifyWaves({ ...circle, waves: apart }).map(({ code }) => code)).toContain('YQ4033');
  });

  it('catches documents that changed since', () => {
    const now = [inputs[0]!, { ...inputs[1]!, sha256: 'c'.repeat(64) }];
    const breaches = verifyWaves({ ...input, waves, inputs: now });
    expect(breaches).toMatchObject([{ code: 'YQ4045', pointer: '/inputs/1', params: { kind: 'programme' } }]);
    expect(text('YQ4045', breaches[0]!.params, 'en').text).toContain('programme.yaml');
  });
});
