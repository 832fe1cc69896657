import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../diagnostic/format-diagnostic.ts';
import { readDocument } from './read-document.ts';

const head = 'kind: estate\nformatVersion: "1.0"\nname: e\n';
const read = (text: string) => readDocument(text, { kind: 'estate', path: 'estate.yaml' });
const codes = (text: string) => read(text).diagnostics.map(({ code, line, column }) => `${code}@${line}:${column}`);

describe('readDocument', () => {
  test('reads YAML and JSON alike, with defaults filled in', () => {
    const yaml = read(`${head}workloads:\n  - { id: a, vcpus: 2, memMiB: 4096 }\n`);
    const json = read(
      JSON.stringify({
        kind: 'estate',
        formatVersion: '1.0',
        name: 'e',
        workloads: [{ id: 'a', vcpus: 2, memMiB: 4096 }],
      }),
    );
    expect(yaml.diagnostics).toEqual([]);
    expect(yaml.value).toEqual(json.value);
    expect(yaml.value?.workloads[0]).toMatchObject({ id: 'a', kind: 'vm', count: 1, volumes: [] });
  });

  test('reports every problem at once, in the order of the text, with its place', () => {
    const text = `${head}workloads:
  - id: a
    vcpu: 2
    memMiB: -1
    kind: mv
  - id: 7
    vcpus: "4"
    memMiB: 1
systms: []
`;
    expect(codes(text)).toEqual([
      'YQ1021@6:5',
      'YQ1029@7:13',
      'YQ1028@8:11',
      'YQ1024@9:9',
      'YQ1025@10:12',
      'YQ1021@12:1',
    ]);
    expect(read(text).value).toBeUndefined();
    const vcpu = read(text).diagnostics[0]!;
    expect(vcpu).toMatchObject({ pointer: '/workloads/0/vcpu', document: 'estate.yaml', params: { near: 'vcpus' } });
    expect(formatDiagnostic(vcpu, 'en', text)).toBe(
      [
        'estate.yaml:6:5 error YQ1021 `vcpu` is not a field of workloads[0]',
        '    6 |     vcpu: 2',
        '      |     ^',
        '    Did you mean `vcpus`?',
      ].join('\n'),
    );
    expect(formatDiagnostic(vcpu, 'zh-CN')).toBe(
      'estate.yaml:6:5 错误 YQ1021 `vcpu` 不是 workloads[0] 的字段\n    是否想写 `vcpus`？',
    );
  });

  test.each([
    ['', ['YQ1001@1:1']],
    ['- a\n', ['YQ1010@1:1']],
    ['kind: fleet\nformatVersion: "1.0"\n', ['YQ1006@1:7']],
    ['formatVersion: "2.0"\nname: x', ['YQ1005@1:1', 'YQ1018@1:16']],
    ['kind: estate\n', ['YQ1017@1:1']],
    [`${head}name: again\nworkloads: []`, ['YQ1003@4:1']],
    [`${head}workloads: *w`, ['YQ1016@4:12']],
    [`${head}workloads: [\n`, ['YQ1012@5:1']],
    [`${head}workloads:\n\t- id: a`, ['YQ1011@5:1']],
    [`${head}workloads: []\n---\nkind: estate\n`, ['YQ1013@5:1']],
    ['{"kind": "estate", "kind": "estate"}', ['YQ1003@1:20']],
    ['{"kind": "estate", "a": {"b\\":": 1, "b\\":": 2}}', ['YQ1003@1:37']],
    [
      '{\n  "kind": "estate", "formatVersion": "1.0",\n  "name": "e", "note": "\\"x\\": y", "workload": []\n}',
      ['YQ1021@3:36'],
    ],
    ['{"kind": "estate",', ['YQ1014@1:19']],
  ])('finds the trouble of %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('takes an unquoted version, and a later minor version with what it does not know left out', () => {
    expect(codes('kind: estate\nformatVersion: 1.0\nname: e\nworkloads: []')).toEqual(['YQ1115@4:12']);
    const later = read(
      'kind: estate\nformatVersion: 1.4\nname: e\nshiny: 1\nworkloads: [{ id: a, vcpus: 1, memMiB: 1, new: x }]',
    );
    expect(later.diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'YQ1020 warning',
      'YQ1020 warning',
    ]);
    expect(later.value?.workloads[0]).not.toHaveProperty('new');
  });

  test('shares values through aliases, and stops an alias bomb', () => {
    const shared = read(
      `${head}workloads:\n  - { id: a, vcpus: 1, memMiB: 1, labels: &l { app: x } }\n  - { id: b, vcpus: 1, memMiB: 1, labels: *l }\n`,
    );
    expect(shared.value?.workloads[1]?.labels).toEqual({ app: 'x' });
    const bomb = ['kind: estate', 'formatVersion: "1.0"', 'a0: &a0 [x,x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 12; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(',')}]`,
      );
    expect(read(bomb.join('\n')).diagnostics.map(({ code }) => code)).toContain('YQ1004');
    expect(codes(`a: &a [*a]`)).toEqual(['YQ1016@1:8']);
  });

  test('survives deep nesting and a key of the prototype', () => {
    expect(read(`${'['.repeat(50_000)}`).diagnostics.length).toBeGreaterThan(0);
    expect(read(`${'['.repeat(5_000)}${']'.repeat(5_000)}`).diagnostics.map(({ code }) => code)).toContain('YQ1004');
    expect(codes(`kind: estate\nname: ${'['.repeat(300)}${']'.repeat(300)}`)).toEqual(['YQ1004@2:207']);
    expect(codes(`${head}workloads: []\n__proto__: { polluted: true }`)).toEqual(['YQ1020@5:1']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('shows at most so many problems and counts the rest', () => {
    const text = `${head}workloads:\n${'  - { id: a }\n'.repeat(30)}`;
    const { diagnostics } = readDocument(text, { kind: 'estate', path: 'e', maxDiagnostics: 10 });
    expect(diagnostics).toHaveLength(11);
    expect(diagnostics[10]).toMatchObject({ code: 'YQ1009', severity: 'error', params: { count: 50 } });
  });

  test('explains the branch of a rule that was meant', () => {
    const policy =
      'kind: policy\nformatVersion: "1.0"\nname: p\nrules:\n  - { rule: seperate, id: a }\n  - { rule: spread, id: b, maxPerDomian: 2 }\n  - { rule: eligibility, id: c, host: zone, op: in, values: [true] }\n';
    const { diagnostics } = readDocument(policy, { kind: 'policy', path: 'p.yaml' });
    expect(diagnostics.map(({ code, line, params }) => [code, line, params.near])).toEqual([
      ['YQ1028', 5, 'separate'],
      ['YQ1021', 6, 'maxPerDomain'],
      ['YQ1024', 7, undefined],
    ]);
  });
});
