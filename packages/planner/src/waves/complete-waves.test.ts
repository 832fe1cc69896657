import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wavesCase, wavesCases } from '../../test/support/waves-case.ts';
import { describe as text } from '../diagnostic/describe.ts';
import { createWaves } from './create-waves.ts';
import { wavesSchema } from './schema.ts';
import { verifyWavePapers } from './verify/verify-wave-papers.ts';

const vm = (id: string, more: object = {}) => ({
  id: `${id}-vm`,
  system: id,
  vcpus: 1,
  memMiB: 1024,
  volumes: [{ sizeGiB: 100 }],
  ...more,
});

describe('difficulty', () => {
  const { waves } = createWaves(
    wavesCase(
      {
        systems: [
          { id: 'plain' },
          { id: 'tax', criticality: 'core', mlps: 3, downtimeMinutes: 10, owner: 'li' },
          { id: 'shop' },
          { id: 'known', owner: 'wang', downtimeMinutes: 240 },
        ],
        workloads: [
          vm('plain'),
          vm('tax', { count: 12, volumes: [{ sizeGiB: 1000 }] }),
          vm('shop', { kind: 'container', volumes: [] }),
          vm('known', {
            os: 'CentOS 7',
            volumes: [{ sizeGiB: 100, usedGiB: 40 }],
            measured: { changeMbps: 1, cpuPct: 20 },
          }),
        ],
      },
      { links: [{ id: 'line', bandwidthMbps: 10_000 }] },
    ),
  );
  const of = (subject: string) => waves.assessments!.find((assessment) => assessment.subject === subject)!;

  it('adds up points, each with its reason', () => {
    expect(of('plain')).toMatchObject({ difficulty: 'easy', points: 0, reasons: [], method: 'warm' });
    expect(of('tax').reasons.map(({ code, points }) => [code, points])).toEqual([
      ['YQ4211', 3],
      ['YQ4212', 1],
      ['YQ4215', 2],
      ['YQ4216', 3],
      ['YQ4217', 2],
      ['YQ4218', 1],
    ]);
    expect(of('tax')).toMatchObject({ difficulty: 'veryHard', points: 12 });
    expect(of('shop')).toMatchObject({ difficulty: 'moderate', method: 'rebuild' });
  });

  it('counts a shared disk once', () => {
    const lun = [{ sizeGiB: 2000, sharedId: 'lun' }];
    const { waves: shared } = createWaves(
      wavesCase({
        systems: [{ id: 'pair' }],
        workloads: ['a', 'b'].map((id) => ({ ...vm('pair', { volumes: lun }), id })),
      }),
    );
    expect(shared.assessments![0]!.reasons).toContainEqual({ points: 1, code: 'YQ4211', params: { sizeGiB: 2000 } });
  });

  it('says how much is known, and what is not', () => {
    expect(of('known')).toMatchObject({
      confidence: 'high',
      missing: [],
      figures: { measured: 3, given: 3, assumed: 0 },
    });
    expect(of('plain')).toMatchObject({
      confidence: 'low',
      missing: ['downtimeMinutes', 'measured.changeMbps', 'measured.cpuPct', 'os', 'owner'],
    });
  });
});

describe('readiness', () => {
  const many = Array.from({ length: 24 }, () => ({ sizeGiB: 1 }));
  const estate = { systems: [{ id: 'wide' }, { id: 'fine' }], workloads: [vm('wide', { volumes: many }), vm('fine')] };
  const waiver = {
    code: 'YQ4221',
    subject: 'wide',
    by: 'zhang',
    reason: 'disks are joined before',
    until: '2027-01-01',
  };
  const result = (programme: object) => {
    const { waves, diagnostics } = createWaves(wavesCase(estate, programme));
    return { findings: waves.findings!, waves, codes: diagnostics.map(({ code }) => code) };
  };

  it('blocks what the copy tool does not take, until somebody answers for it', () => {
    const bare = result({});
    expect(bare.findings).toEqual([
      {
        subject: 'wide',
        group: 'wide',
        code: 'YQ4221',
        status: 'blocking',
        params: { workload: 'wide-vm', disks: 24, limit: 23 },
      },
    ]);
    expect(bare.codes).toContain('YQ4234');
    const answered = result({ waivers: [waiver] });
    expect(answered.findings[0]).toMatchObject({ status: 'waived', waiver: { by: 'zhang', until: '2027-01-01' } });
    expect(answered.codes).not.toContain('YQ4234');
    expect(answered.waves.waves[0]!.evidence!.map(({ id }) => id)).toContain('waivers');
  });

  it('a waiver that ends before the cutover, or meets nothing, does not help', () => {
    const late = result({ waivers: [{ ...waiver, until: '2026-01-05' }] });
    expect(late.findings[0]!.status).toBe('blocking');
    expect(late.codes).toContain('YQ4233');
    expect(result({ waivers: [{ ...waiver, subject: 'fine' }] }).codes).toContain('YQ4232');
  });

  it('does not ask the copy tool where nothing is copied', () => {
    expect(result({ systems: [{ system: 'wide', method: 'rebuild' }] }).findings).toEqual([]);
  });

  it('counts the servers that are copied at once, and in all', () => {
    const crowd = { workloads: [vm('crowd', { count: 1001 })], systems: [{ id: 'crowd' }] };
    const codes = createWaves(wavesCase(crowd, { changeMbpsPerGiB: 0 })).diagnostics.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['YQ4230', 'YQ4231']));
  });
});

describe('waves', () => {
  it('have names, gates in order, a way back and papers, in any schedule', () => {
    fc.assert(
      fc.property(wavesCases, (input) => {
        const { waves } = createWaves(input);
        wavesSchema.parse(waves);
        for (const wave of waves.waves) {
          const gates = wave.gates!;
          expect(gates.map(({ at }) => at)).toEqual(gates.map(({ at }) => at).toSorted());
          expect(gates[0]!.at).toBe(wave.start);
          expect(wave.rollback!.until > wave.end).toBe(true);
          for (const { code, params } of [...gates, ...wave.evidence!]) {
            expect(text(code, params, 'zh-CN').text).not.toContain('{');
          }
        }
        for (const { code, params } of [...waves.findings!, ...waves.assessments!.flatMap(({ reasons }) => reasons)]) {
          expect(text(code, params, 'en').text).not.toContain('{');
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are named after the tenants whose systems are most', () => {
    const tenants = ['a', 'b', 'c'].map((id) => ({ id, name: `Bureau ${id}`, nameZh: `${id} 局` }));
    const systems = ['a', 'b', 'c', 'c'].map((tenant, i) => ({ id: `s${i}`, tenant }));
    const { waves } = createWaves(
      wavesCase({ tenants, systems, workloads: systems.map(({ id }) => vm(id)) }, { pilot: ['s0'] }),
    );
    expect(waves.waves.map(({ name, nameZh }) => [name, nameZh])).toEqual([
      ['Wave 1: Bureau a', '第 1 波：a 局'],
      ['Wave 2: Bureau c, Bureau b', '第 2 波：c 局、b 局'],
    ]);
  });
});

describe('verifyWavePapers', () => {
  it('finds each kind of breach', () => {
    const input = wavesCase(
      { systems: [{ id: 'wide' }], workloads: [vm('wide', { volumes: Array(24).fill({ sizeGiB: 1 }) })] },
      { waivers: [{ code: 'YQ4221', subject: 'wide', by: 'zhang', reason: 'joined', until: '2027-01-01' }] },
    );
    const { waves } = createWaves(input);
    const codes = (changed: typeof waves, programme = input.programme): string[] => {
      const found: string[] = [];
      verifyWavePapers({ ...input, programme, waves: changed }, (code) => found.push(code));
      return found;
    };
    const [wave] = waves.waves;
    const withWave = (more: object): typeof waves => ({ ...waves, waves: [{ ...wave!, ...more }] });
    expect(codes(waves)).toEqual([]);
    expect(codes(withWave({ gates: wave!.gates!.toReversed() }))).toContain('YQ4280');
    const late = wave!.gates!.map((gate) => (gate.id === 'cutover' ? { ...gate, at: wave!.end } : gate));
    expect(codes(withWave({ gates: late }))).toEqual(['YQ4280']);
    expect(codes(withWave({ rollback: { ...wave!.rollback!, until: wave!.end } }))).toEqual(['YQ4281']);
    expect(codes(waves, { ...input.programme, waivers: [] })).toEqual(['YQ4282']);
    expect(
      codes({
        ...waves,
        findings: [{ ...waves.findings![0]!, waiver: { by: 'me', reason: '', until: '2030-01-01' } }],
      }),
    ).toEqual(['YQ4282']);
  });
});
