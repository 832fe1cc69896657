import { describe, expect, it } from 'vitest';
import { importBreach } from '../../../test/support/check-import.ts';
import { fuzzImporter } from '../../../test/support/fuzz.ts';
import { fixtureFiles, hasInventory, inventoryFiles, textFile } from '../../../test/support/inventory.ts';
import { kubernetes } from './importer.ts';

const fixtures = fixtureFiles(import.meta.url);
const read = (...texts: string[]) => kubernetes.read(texts.map((text, i) => textFile(`${i}.yaml`, text)));
const codes = (result: Awaited<ReturnType<typeof read>>) => result.diagnostics.map(({ code }) => code);

/** A deployment with labels `app: name` and more of a pod spec. */
function deployment(name: string, spec: object = {}, replicas = 1): string {
  const template = {
    metadata: { labels: { app: name } },
    spec: { containers: [{ name: 'c', resources: { requests: { cpu: '1', memory: '1Gi' } } }], ...spec },
  };
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: { replicas, template },
  });
}
const near = (app: string, topologyKey = 'kubernetes.io/hostname') => ({
  labelSelector: { matchLabels: { app } },
  topologyKey,
});
const antiAffinity = (...terms: object[]) => ({
  affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } },
});
const affinity = (...terms: object[]) => ({
  affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } },
});
const nodeAffinity = (...nodeSelectorTerms: object[]) => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
});

describe('the shop fixture', async () => {
  const result = await kubernetes.read(fixtures);
  const estate = result.estate!;
  const workload = (id: string) => estate.workloads.find((each) => each.id === id);

  it('keeps the promises of every importer', () => expect(importBreach(result)).toBeUndefined());

  it('counts each pod once, with its controller', () => {
    expect(estate.workloads.map(({ id, count = 1 }) => [id, count])).toEqual([
      ['shop/deployment/web', 3],
      ['shop/statefulset/cache', 3],
      ['shop/daemonset/agent', 1],
      ['shop/cronjob/nightly', 2],
    ]);
    expect(result.summary.tables.find(({ table }) => table === 'Pod')).toMatchObject({
      rows: 1,
      used: 0,
      leftOut: [{ reason: 'counted with its controller', count: 1 }],
    });
    expect(result.summary.tables.find(({ table }) => table === 'Deployment')).toMatchObject({
      rows: 2,
      used: 1,
      leftOut: [{ reason: 'no replicas', count: 1 }],
    });
  });

  it('sizes pods', () => {
    // 250m + 100m + 50m sidecar against 1 + 50m while warming up, 10m overhead; 1.5 Gi + 123 Mi + 1 kB
    expect(workload('shop/deployment/web')).toMatchObject({ vcpus: 1.06, memMiB: 1536 + 123 + 1 });
    expect(workload('shop/statefulset/cache')).toMatchObject({
      vcpus: 2,
      memMiB: 4096,
      localDiskGiB: 10,
      accelerators: [{ model: 'huawei.com/Ascend310', count: 1 }],
      arch: 'aarch64',
    });
  });

  it('reads claims: one disk for all replicas of a Deployment, one each for those of a StatefulSet', () => {
    expect(workload('shop/deployment/web')?.volumes).toEqual([
      { id: 'shop/pages', sizeGiB: 5, type: 'ssd', sharedId: 'shop/pages' },
    ]);
    expect(workload('shop/statefulset/cache')?.volumes).toEqual([{ id: 'data', sizeGiB: 20, type: 'ssd' }]);
    expect(result.summary.tables.find(({ table }) => table === 'PersistentVolumeClaim')).toMatchObject({
      rows: 2,
      used: 1,
      leftOut: [{ reason: 'counted with its StatefulSet', count: 1 }],
    });
  });

  it('turns nodes into source hosts by what is allocatable', () => {
    expect(estate.sourceHosts).toMatchObject([
      {
        id: 'node-a',
        vcpus: 7.91,
        threads: 8,
        memMiB: 31744,
        diskGiB: 90,
        arch: 'aarch64',
        zone: 'z1',
        state: 'up',
        accelerators: [{ model: 'huawei.com/Ascend310', count: 2 }],
        taints: [],
      },
      {
        id: 'node-b',
        vcpus: 4,
        zone: 'z2',
        state: 'unschedulable',
        taints: ['node.kubernetes.io/unschedulable:NoSchedule', 'dedicated=db:NoSchedule'],
      },
    ]);
    expect(workload('shop/statefulset/cache')?.tolerations).toEqual(['dedicated', 'dedicated=db:NoSchedule']);
  });

  it('turns constraints into rules', () => {
    expect(estate.rules?.map(({ id, rule }) => [id, rule])).toEqual([
      ['shop/statefulset/cache:node-affinity-1', 'eligibility'],
      ['shop/daemonset/agent:one-per-host', 'separate'],
      ['shop/deployment/web:together-host-required', 'colocate'],
      ['shop/deployment/web:apart-host-required', 'separate'],
      ['shop/deployment/web:spread-site', 'spread'],
    ]);
    expect(estate.rules?.[2]).toMatchObject({
      select: { workloads: ['shop/deployment/web', 'shop/statefulset/cache'] },
      maxDomains: 3,
      mode: 'hard',
    });
    expect(estate.rules?.[4]).toMatchObject({ mode: 'soft', topology: 'site', maxSkew: 1 });
  });

  it('makes a namespace a system and a controller a component', () => {
    expect(estate.systems).toMatchObject([
      {
        id: 'shop',
        labels: { team: 'commerce' },
        components: [{ id: 'deployment.web', name: 'web' }, { id: 'statefulset.cache' }, {}, {}],
      },
    ]);
  });
});

describe('anti-affinity', () => {
  const rulesOf = async (...texts: string[]) => (await read(...texts)).estate?.rules;

  it('separates replicas that select themselves', async () => {
    expect(await rulesOf(deployment('a', antiAffinity(near('a')), 3))).toMatchObject([
      { rule: 'separate', mode: 'hard', topology: 'host', per: 'all', select: { workloads: ['default/deployment/a'] } },
    ]);
  });

  it('makes one rule of the same words said by several', async () => {
    const term = {
      labelSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['b', 'a'] }] },
      topologyKey: 'kubernetes.io/hostname',
    };
    expect(await rulesOf(deployment('a', antiAffinity(term)), deployment('b', antiAffinity(term)))).toMatchObject([
      { rule: 'separate', select: { workloads: ['default/deployment/a', 'default/deployment/b'] } },
    ]);
  });

  it('keeps others away with conflict', async () => {
    expect(await rulesOf(deployment('a', antiAffinity(near('b'))), deployment('b'))).toMatchObject([
      { rule: 'conflict', a: { workloads: ['default/deployment/a'] }, b: { workloads: ['default/deployment/b'] } },
    ]);
    const exists = {
      labelSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
      topologyKey: 'kubernetes.io/hostname',
    };
    expect(await rulesOf(deployment('a', antiAffinity(exists)), deployment('b'))).toMatchObject([
      { rule: 'separate', select: { workloads: ['default/deployment/a'] } },
      { rule: 'conflict', a: { workloads: ['default/deployment/a'] }, b: { workloads: ['default/deployment/b'] } },
    ]);
  });

  it('keeps to its namespace unless told otherwise', async () => {
    const elsewhere = deployment('b').replace('"name":"b"', '"name":"b","namespace":"other"');
    expect(await rulesOf(deployment('a', antiAffinity(near('b'))), elsewhere)).toEqual([]);
    expect(
      await rulesOf(deployment('a', antiAffinity({ ...near('b'), namespaces: ['other'] })), elsewhere),
    ).toHaveLength(1);
    expect(
      await rulesOf(deployment('a', antiAffinity({ ...near('b'), namespaceSelector: {} })), elsewhere),
    ).toHaveLength(1);
  });

  it('weighs preferences', async () => {
    const preferred = {
      affinity: {
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 70, podAffinityTerm: near('a') }],
        },
      },
    };
    expect(await rulesOf(deployment('a', preferred, 2))).toMatchObject([
      { rule: 'separate', mode: 'soft', weight: 70 },
    ]);
  });

  it('says how it reads a topology key that nobody defined', async () => {
    const result = await read(
      deployment('a', antiAffinity(near('a', 'example.com/rack'), near('a', 'example.com/pod-of-servers')), 2),
    );
    expect(result.estate?.rules).toMatchObject([{ topology: 'rack' }, { topology: 'host' }]);
    expect(codes(result)).toEqual(['YQ1511', 'YQ1511']);
    expect(result.diagnostics[0]).toMatchObject({
      document: '0.yaml',
      line: 1,
      pointer:
        '/spec/template/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/topologyKey',
    });
  });
});

describe('affinity', () => {
  it('puts all that select themselves into one domain', async () => {
    expect((await read(deployment('a', affinity(near('a')), 3))).estate?.rules).toMatchObject([
      { rule: 'colocate', maxDomains: 1 },
    ]);
  });

  it('is exact beside one pod and says so beside several', async () => {
    expect((await read(deployment('a', affinity(near('b')), 3), deployment('b'))).estate?.rules).toMatchObject([
      { rule: 'colocate', maxDomains: 1 },
    ]);
    const several = await read(deployment('a', affinity(near('b'))), deployment('b', {}, 4));
    expect(several.estate?.rules).toMatchObject([{ rule: 'colocate', maxDomains: 4 }]);
    expect(codes(several)).toEqual(['YQ1519']);
  });

  it('reports a term that selects nobody', async () => {
    expect(codes(await read(deployment('a', affinity(near('gone')))))).toEqual(['YQ1518']);
  });
});

describe('node affinity', () => {
  const where = async (spec: object) => {
    const result = await read(deployment('a', spec));
    return {
      rules: result.estate?.rules?.map((rule) =>
        rule.rule === 'eligibility' ? `${rule.mode ?? ''} ${rule.host} ${rule.op} ${rule.values}` : rule.rule,
      ),
      arch: result.estate?.workloads[0]?.arch,
      codes: codes(result),
    };
  };

  it('knows every operator', async () => {
    const matchExpressions = [
      { key: 'a', operator: 'In', values: ['1', '2'] },
      { key: 'b', operator: 'NotIn', values: ['3'] },
      { key: 'c', operator: 'Exists' },
      { key: 'd', operator: 'DoesNotExist' },
      { key: 'e', operator: 'Gt', values: ['4'] },
      { key: 'f', operator: 'Lt', values: ['9'] },
      { key: 'g', operator: 'Like', values: ['x'] },
    ];
    expect(await where(nodeAffinity({ matchExpressions }))).toMatchObject({
      rules: [
        'hard label:a in 1,2',
        'hard label:b notIn 3',
        'hard label:c exists ',
        'hard label:d notExists ',
        'hard label:e atLeast 5',
        'hard label:f atMost 8',
      ],
      codes: ['YQ1516'],
    });
  });

  it('takes the name of a node for the host', async () => {
    const matchFields = [{ key: 'metadata.name', operator: 'In', values: ['node-a'] }];
    expect(await where(nodeAffinity({ matchFields }))).toMatchObject({ rules: ['hard host in node-a'], codes: [] });
  });

  it('joins alternatives over one key, and keeps of others what they share', async () => {
    const one = (key: string, ...values: string[]) => ({ key, operator: 'In', values });
    expect(
      await where(nodeAffinity({ matchExpressions: [one('z', 'a')] }, { matchExpressions: [one('z', 'b')] })),
    ).toMatchObject({ rules: ['hard label:z in a,b'], codes: [] });
    const mixed = nodeAffinity(
      { matchExpressions: [one('z', 'a'), one('disk', 'ssd')] },
      { matchExpressions: [one('disk', 'ssd'), one('gpu', 'yes')] },
    );
    expect(await where(mixed)).toMatchObject({ rules: ['hard label:disk in ssd'], codes: ['YQ1515'] });
  });

  it('makes the architecture a property and takes Linux for granted', async () => {
    expect(await where({ nodeSelector: { 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux' } })).toEqual({
      rules: [],
      arch: 'x86_64',
      codes: [],
    });
    expect(await where({ nodeSelector: { 'kubernetes.io/os': 'windows' } })).toMatchObject({
      rules: ['hard label:kubernetes.io/os in windows'],
    });
  });
});

describe('what cannot be read', () => {
  it('keeps the healthy documents of a stream', async () => {
    const result = await read(`${deployment('a')}\n---\nkind: [broken\n---\n${deployment('b')}`);
    expect(result.estate?.workloads.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(result.diagnostics).toMatchObject([{ code: 'YQ1502', severity: 'error', line: 4 }]);
  });

  it.each([
    ['empty', '', 'YQ1500'],
    ['blank', ' \n\n', 'YQ1500'],
    ['truncated', deployment('a').slice(0, -9), 'YQ1502'],
    ['binary', 'PK\u0003\u0004\u0000\u0000\u0000\u0000\u0000', 'YQ1501'],
    ['another format', '<domain/>', 'YQ1504'],
    [
      'endless aliases',
      [
        'a: &a [x]',
        'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
        'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
        'd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]',
        'e: [*d,*d,*d,*d,*d,*d,*d,*d,*d]',
      ].join('\n'),
      'YQ1503',
    ],
    ['nothing but comments', '# nothing\n---\n# here\n', 'YQ1500'],
    ['endless nesting', '['.repeat(50_000), 'YQ1502'],
    ['endless nesting, large', '['.repeat(1_000_000), 'YQ1502'],
    ['endless anchors', Array.from({ length: 6000 }, (_, i) => `a${i}: &a${i} 1`).join('\n'), 'YQ1503'],
    ['large and truncated', `{"kind": "${'x'.repeat(300_000)}`, 'YQ1502'],
    ['nested lists', '['.repeat(100_000) + ']'.repeat(100_000), 'YQ1504'],
  ])('%s: a diagnostic, no estate', async (_, text, code) => {
    const result = await read(text);
    expect(codes(result)).toContain(code);
    expect(result.estate).toBeUndefined();
    expect(importBreach(result)).toBeUndefined();
  });

  it('reads UTF-16 and says where a duplicate was first', async () => {
    const units = Uint16Array.from(`\ufeff${deployment('a')}`, (c) => c.charCodeAt(0));
    const bytes = new Uint8Array(units.buffer);
    const result = await kubernetes.read([textFile('first.json', deployment('a')), { path: 'second.json', bytes }]);
    expect(result.estate?.workloads).toHaveLength(1);
    expect(result.diagnostics).toMatchObject([
      { code: 'YQ1508', document: 'second.json', related: [{ document: 'first.json', line: 1 }] },
    ]);
  });
});

it('500 damaged inputs: no throw, no hang, no broken promise', async () => {
  const report = await fuzzImporter(
    kubernetes,
    [fixtures, [textFile('a.json', deployment('a', antiAffinity(near('a')), 2))]],
    { count: 500, seed: 1 },
  );
  expect(report.failures).toEqual([]);
});

describe.skipIf(!hasInventory)('real exports', () => {
  it.each(['k8s_yaml_cluster', 'kubectl_json'])('%s: every file alone', async (folder) => {
    for (const file of inventoryFiles(folder)) {
      const result = await kubernetes.read([file]);
      expect(kubernetes.detect([file]), file.path).toBe(true);
      expect(importBreach(result), file.path).toBeUndefined();
      expect(
        result.diagnostics.filter(({ severity }) => severity === 'error'),
        file.path,
      ).toEqual([]);
    }
  });

  it('k8s_yaml_cluster as a whole: 20 pods on 4 nodes', async () => {
    const result = await kubernetes.read(inventoryFiles('k8s_yaml_cluster'));
    expect(importBreach(result)).toBeUndefined();
    expect(result.estate?.workloads.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(20);
    expect(result.estate?.sourceHosts).toHaveLength(4);
    expect(result.estate?.rules?.map(({ rule }) => rule).sort()).toEqual([
      'eligibility',
      'eligibility',
      'eligibility',
      'eligibility',
      'separate',
      'separate',
      'separate',
      'separate',
    ]);
  });

  it('kubectl_json as a whole: 17 workloads, 7 nodes, what is owned or finished left out', async () => {
    const result = await kubernetes.read(inventoryFiles('kubectl_json'));
    expect(importBreach(result)).toBeUndefined();
    expect(result.estate?.workloads).toHaveLength(17);
    expect(result.estate?.sourceHosts).toHaveLength(7);
    expect(codes(result)).toEqual(['YQ1508', 'YQ1521']);
  });
});
