import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { estateOf, fleetOf } from '../../test/support/documents.ts';
import { createPlan } from '../plan/create-plan.ts';
import { exportFormats, exportPlan } from './exporters.ts';
import { createIdentifiers, hostNames } from './names.ts';

type Parts = Parameters<typeof estateOf>[0];

const racks = [{ id: 'r', hosts: [{ id: 'h', count: 2, profile: 'small' }] }];
const storagePools = [{ id: 'p', type: 'ssd', usableGiB: 1000 }];

async function input(parts: Parts) {
  const estate = estateOf(parts);
  const fleet = fleetOf(racks, { storagePools });
  const { plan } = await createPlan({ estate, fleet });
  return { plan: plan!, estate, fleet };
}

const vm = (id: string, more: object = {}) => ({ id, vcpus: 2, memMiB: 4096, ...more });
const file = (files: readonly { name: string; text: string }[], name: string) =>
  files.find((each) => each.name === name)!.text;

describe('names', () => {
  test('hosts are called by label, by the last part of their path, or by all of it', () => {
    const fleet = fleetOf([
      {
        id: 'r1',
        hosts: [
          { id: 'a', profile: 'small' },
          { id: 'x', profile: 'small' },
        ],
      },
      {
        id: 'r2',
        hosts: [
          { id: 'a', profile: 'small' },
          { id: 'y', profile: 'small', labels: { 'kubernetes.io/hostname': 'node-7' } },
        ],
      },
    ]);
    expect(fleet.hosts.map(hostNames(fleet))).toEqual(['c-s-m-r1-a', 'x', 'c-s-m-r2-a', 'node-7']);
  });

  test('identifiers are valid, stable and never shared', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), (texts) => {
        const identifier = createIdentifiers();
        const ids = texts.map(identifier);
        expect(new Set(ids).size).toBe(texts.length);
        for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(texts.map(identifier)).toEqual(ids);
      }),
    );
  });
});

describe('csv', () => {
  test('gives tables that a parser reads back, with formulas made harmless', async () => {
    const documents = await input({
      workloads: [
        vm('a', { name: 'web, "front"\nend' }),
        vm('b', { name: '=HYPERLINK("x")' }),
        vm('big', { vcpus: 900 }),
      ],
    });
    const { files } = exportPlan('csv', documents);
    const table = (name: string) =>
      parseCsv(file(files, name), { columns: true, bom: true }) as Record<string, string>[];
    expect(table('placements.csv').map(({ workload, name, host, vcpus }) => [workload, name, host, vcpus])).toEqual([
      ['a', 'web, "front"\nend', documents.plan.placements[0]!.host, '2'],
      ['b', `'=HYPERLINK("x")`, documents.plan.placements[1]!.host, '2'],
    ]);
    expect(table('unplaced.csv')).toMatchObject([{ workload: 'big', verdict: 'unresolvable' }]);
    expect(table('utilisation.csv')[0]).toMatchObject({
      workloads: '2',
      'cpuMilli used': '4000',
      'cpuMilli capacity': '16000',
    });
    expect(table('pools.csv')).toEqual([{ pool: 'c/s/p', type: 'ssd', usedGiB: '0', usableGiB: '1000' }]);
  });
});

describe('openstack-cli', () => {
  test('creates flavors once, volumes, and servers on their hosts', async () => {
    const documents = await input({
      workloads: [
        vm('web', {
          count: 2,
          os: 'EulerOS 2.5',
          volumes: [
            { sizeGiB: 40.5, type: 'ssd' },
            { sizeGiB: 10, type: 'ssd', sharedId: 'quorum' },
          ],
        }),
        vm('pod', { kind: 'container' }),
      ],
    });
    const { files, leftOut } = exportPlan('openstack-cli', documents);
    const calls = runScript(file(files, 'create-servers.sh'), {
      YQ_IMAGE_EULEROS_2_5: 'img',
      YQ_NETWORK_DEFAULT: 'net',
    });
    const [az, host] = ['s', documents.plan.placements[0]!.host.split('/').at(-1)!];
    expect(calls).toEqual([
      ['flavor', 'show', 'yq-2c-4096m'],
      ['volume', 'create', '--size', '41', '--type', 'ssd', '--availability-zone', az, '--', 'web-1-vol-1'],
      ['volume', 'create', '--size', '10', '--type', 'ssd', '--availability-zone', az, '--', 'quorum'],
      ['volume', 'create', '--size', '41', '--type', 'ssd', '--availability-zone', az, '--', 'web-2-vol-1'],
      ...['web-1', 'web-2'].flatMap((name) => [
        [
          'server',
          'create',
          '--flavor',
          'yq-2c-4096m',
          '--image',
          'img',
          '--network',
          'net',
          '--availability-zone',
          az,
          '--host',
          host,
          '--wait',
          '--',
          name,
        ],
        ['server', 'add', 'volume', '--', name, `${name}-vol-1`],
        ['server', 'add', 'volume', '--', name, 'quorum'],
      ]),
    ]);
    expect(leftOut).toEqual([{ workload: 'pod', reason: 'container' }]);
    expect(file(files, 'not-exported.csv')).toContain('pod,container');
  });

  test('refuses to run without images and networks', async () => {
    const { files } = exportPlan('openstack-cli', await input({ workloads: [vm('a')] }));
    expect(() => runScript(file(files, 'create-servers.sh'), {})).toThrow(/YQ_IMAGE_DEFAULT/);
  });

  test('passes any name to the client as it is', async () => {
    const hostile = [
      "it's",
      '$(touch pwned)',
      '`id`',
      'a b',
      '-rf',
      'x"y',
      '\\',
      'new\nline',
      '深圳',
      '!history',
      '*',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a hostile name, not a template
      '${HOME}',
      "';exit 1;'",
      '&& false',
      '#',
    ];
    const documents = await input({ workloads: hostile.map((id) => vm(id, { vcpus: 0.1, memMiB: 10, os: id })) });
    const { files } = exportPlan('openstack-cli', documents);
    const text = file(files, 'create-servers.sh');
    const variables = Object.fromEntries([...text.matchAll(/^: "\$\{(\w+):/gm)].map(([, name]) => [name!, 'v']));
    const created = runScript(text, variables)
      .filter(([noun, verb]) => noun === 'server' && verb === 'create')
      .map((words) => words.at(-1));
    expect(created).toEqual(hostile);
  });
});

/** Runs a script with a stand-in client that writes down its arguments. */
function runScript(text: string, variables: Record<string, string>): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'yunqian-export-'));
  try {
    writeFileSync(join(folder, 'create.sh'), text);
    writeFileSync(join(folder, 'openstack'), '#!/bin/bash\nprintf "%s\\0" "$#" "$@" >> "$CALLS"\n', { mode: 0o755 });
    writeFileSync(join(folder, 'calls'), '');
    execFileSync('bash', ['create.sh'], {
      cwd: folder,
      stdio: 'pipe',
      env: { PATH: `${folder}:${process.env.PATH}`, CALLS: join(folder, 'calls'), ...variables },
    });
    const words = execFileSync('cat', [join(folder, 'calls')], { encoding: 'utf8' }).split('\0');
    const calls: string[][] = [];
    for (let at = 0; at < words.length - 1; at += 1 + Number(words[at]))
      calls.push(words.slice(at + 1, at + 1 + Number(words[at])));
    return calls;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('terraform', () => {
  test('aims instances at their hosts and refers only to what it defines', async () => {
    const documents = await input({
      systems: [{ id: 's', zone: 'biz' }],
      workloads: [
        vm('web', { count: 2, system: 's', volumes: [{ sizeGiB: 10, type: 'ssd', sharedId: 'q' }] }),
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a hostile name, not a template
        vm('${path.root}', { name: '%{if}', accelerators: [] }),
      ],
    });
    const main = JSON.parse(file(exportPlan('terraform', documents).files, 'main.tf.json'));
    const instances = main.resource.openstack_compute_instance_v2;
    expect(Object.keys(instances)).toEqual(['server_web_1', 'server_web_2', 'server_path_root']);
    expect(instances.server_web_1.availability_zone).toBe(`s:${documents.plan.placements[0]!.host.split('/').at(-1)}`);
    expect(instances.server_path_root.name).toBe('$${path.root}');
    expect(Object.keys(main.resource.openstack_blockstorage_volume_v3)).toEqual(['volume_q']);
    expect(Object.values(main.resource.openstack_compute_volume_attach_v2)).toHaveLength(2);
    for (const [, type, name] of JSON.stringify(main).matchAll(/[^$]\$\{(openstack_\w+)\.(\w+)\.id\}/g))
      expect(main.resource[type!]).toHaveProperty(name!);
    for (const [, name] of JSON.stringify(main).matchAll(/[^$]\$\{var\.(\w+)\}/g))
      expect(main.variable).toHaveProperty(name!);
  });
});

describe('kubernetes', () => {
  test('binds controllers to the nodes of their replicas', async () => {
    const container = (id: string, more: object = {}) => vm(id, { kind: 'container', ...more });
    const documents = await input({
      systems: [{ id: 'shop' }],
      workloads: [
        container('shop/statefulset/db', { count: 2, vcpus: 12 }),
        container('shop/cronjob/tick'),
        container('api', { system: 'shop' }),
        container('shop/pod/once'),
        vm('v', { vcpus: 1 }),
      ],
    });
    const { files, leftOut } = exportPlan('kubernetes', documents);
    const terms = (patch: { affinity: object }) => JSON.stringify(patch.affinity);
    const db = parseYaml(file(files, 'patches/shop-statefulset-db.yaml'));
    expect(terms(db.spec.template.spec)).toContain('"operator":"In","values":["h-01","h-02"]');
    expect(parseYaml(file(files, 'patches/shop-cronjob-tick.yaml')).spec.jobTemplate.spec.template.spec).toHaveProperty(
      'affinity',
    );
    expect(file(files, 'apply.sh')).toContain(
      'kubectl patch deployment api --namespace shop --patch-file patches/api.yaml',
    );
    expect(leftOut.map(({ workload }) => workload)).toEqual(['shop/pod/once', 'v']);
  });
});

test.each(exportFormats)('%s of an empty plan is empty, not broken', async (format) => {
  const { files, leftOut } = exportPlan(format, await input({ workloads: [] }));
  expect(leftOut).toEqual([]);
  for (const { text } of files) expect(text.length).toBeGreaterThan(0);
});
