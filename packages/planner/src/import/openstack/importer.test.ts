import { describe, expect, it } from 'vitest';
import { importBreach } from '../../../test/support/check-import.ts';
import { fuzzImporter } from '../../../test/support/fuzz.ts';
import { fixtureFiles, hasInventory, inventoryFiles, textFile } from '../../../test/support/inventory.ts';
import { openstack } from './importer.ts';

const fixtures = fixtureFiles(import.meta.url);
const read = (...documents: unknown[]) =>
  openstack.read(
    documents.map((each, i) => textFile(`${i}.json`, typeof each === 'string' ? each : JSON.stringify(each))),
  );

describe('the API fixture', async () => {
  const result = await openstack.read(fixtures);
  const estate = result.estate!;
  const table = (name: string) => result.summary.tables.find((each) => each.table === name)!;

  it('keeps the promises of every importer', () => expect(importBreach(result)).toBeUndefined());

  it('reads servers with embedded flavors and flavors by id', () => {
    expect(estate.workloads).toEqual([
      {
        id: 's-1',
        name: 'web-1',
        system: 'p-1',
        vcpus: 4,
        memMiB: 8192,
        arch: 'x86_64',
        firmware: 'uefi',
        powerState: 'on',
        sourceHost: 'kvm-1',
        volumes: [
          { id: 'root', sizeGiB: 40 },
          { id: 'ephemeral', sizeGiB: 10 },
          { id: 'swap', sizeGiB: 2 },
          { id: 'v-1', sizeGiB: 100, type: 'ssd' },
          { id: 'v-2', sizeGiB: 200, sharedId: 'v-2' },
        ],
        accelerators: [{ model: 'a10', count: 2 }],
        traits: ['HW_CPU_X86_AVX2'],
        networks: ['front'],
        ips: ['10.0.0.5', 'fd00::5'],
        labels: { app: 'portal', 'availability-zone': 'az1' },
      },
      {
        id: 's-2',
        name: 'web-2',
        system: 'p-1',
        vcpus: 1,
        memMiB: 2048,
        powerState: 'off',
        volumes: [{ id: 'v-2', sizeGiB: 200, sharedId: 'v-2' }],
      },
      {
        id: 's-3',
        name: 'db',
        system: 'p-2',
        vcpus: 1,
        memMiB: 2048,
        powerState: 'suspended',
        volumes: [{ id: 'root', sizeGiB: 20 }],
        sourceHost: 'kvm-2',
      },
    ]);
    expect(estate.systems).toEqual([
      { id: 'p-1', tenant: 'p-1' },
      { id: 'p-2', tenant: 'p-2' },
    ]);
  });

  it('counts every object, with reasons', () => {
    expect(table('servers')).toMatchObject({
      rows: 7,
      used: 3,
      leftOut: [
        { reason: 'deleted', count: 1 },
        { reason: 'size unknown: flavor not in the input', count: 1 },
        { reason: 'duplicate', count: 1 },
        { reason: 'no id', count: 1 },
      ],
    });
    expect(table('flavors')).toMatchObject({ rows: 3, used: 1 });
    expect(table('volumes')).toMatchObject({ rows: 4, used: 2 });
    expect(table('server_groups')).toMatchObject({ rows: 6, used: 4 });
    expect(table('hypervisors')).toMatchObject({ rows: 3, used: 3 });
  });

  it('turns groups and hints into rules', () => {
    expect(estate.rules).toMatchObject([
      {
        rule: 'colocate',
        id: 'server-group:g-1',
        mode: 'hard',
        topology: 'host',
        select: { workloads: ['s-1', 's-3'] },
      },
      { rule: 'separate', id: 'server-group:g-2', mode: 'hard', select: { workloads: ['s-1', 's-2'] } },
      { rule: 'spread', id: 'server-group:g-3', maxPerDomain: 3, select: { workloads: ['s-1', 's-2'] } },
      { rule: 'separate', id: 'server-group:g-4', mode: 'soft' },
      { rule: 'conflict', id: 's-2:different-host', a: { workloads: ['s-2'] }, b: { workloads: ['s-1'] } },
    ]);
  });

  it('says what is lacking, each at its place', () => {
    expect(result.diagnostics.map(({ code, document, line }) => `${code} ${document}:${line}`)).toEqual([
      'YQ1530 servers.json:17',
      'YQ1531 flavors.json:4',
      'YQ1506 volumes.json:5',
      'YQ1533 volumes.json:5',
      'YQ1532 hypervisors.json:4',
      'YQ1537 servers.json:9',
      'YQ1536 servers.json:13',
      'YQ1508 servers.json:14',
      'YQ1507 servers.json:15',
      'YQ1534 server-groups.json:4',
      'YQ1535 server-groups.json:7',
      'YQ1538 servers.json:10',
    ]);
  });

  it('reads hypervisors of every API version', () => {
    expect(estate.sourceHosts).toEqual([
      { id: 'kvm-1', vcpus: 32, threads: 32, memMiB: 131072, diskGiB: 900, arch: 'x86_64', state: 'up, enabled' },
      { id: 'kvm-2', vcpus: 32, threads: 32, memMiB: 131072, arch: 'aarch64', state: 'up, disabled' },
      { id: 'kvm-3', state: 'down, enabled' },
    ]);
  });
});

describe('what the command line client prints', () => {
  const flavors = [
    {
      ID: '2',
      Name: 'm.small',
      RAM: 2048,
      Disk: 20,
      Ephemeral: 0,
      VCPUs: 1,
      'Is Public': true,
      Swap: 0,
      'RXTX Factor': 1,
      Properties: { 'trait:X': 'required' },
    },
  ];
  const hypervisors = [
    {
      ID: 1,
      'Hypervisor Hostname': 'kvm-1',
      'Hypervisor Type': 'QEMU',
      'Host IP': '10.0.0.1',
      State: 'up',
      'vCPUs Used': 1,
      vCPUs: 16,
      'Memory MB Used': 1,
      'Memory MB': 65536,
    },
  ];
  const row = {
    ID: 's-1',
    Name: 'web',
    Status: 'ACTIVE',
    'Task State': null,
    'Image Name': 'ubuntu',
    'Image ID': 'i',
    Host: 'kvm-1',
    'Availability Zone': 'az1',
  };

  it.each([
    [
      '2.47 and later',
      {
        Flavor: 'm.small',
        'Power State': 1,
        Networks: { front: ['10.0.0.5'] },
        Properties: { a: 'b' },
        'Project ID': 'p',
      },
    ],
    [
      'before 2.47',
      {
        'Flavor Name': 'm.small',
        'Flavor ID': '2',
        'Power State': 'Running',
        Networks: 'front=10.0.0.5',
        Properties: "a='b'",
        'Project ID': 'p',
      },
    ],
    [
      'name with id',
      {
        Flavor: 'renamed (2)',
        'Power State': 'Running',
        Networks: 'front=10.0.0.5',
        Properties: "a='b'",
        'Project ID': 'p',
      },
    ],
  ])('server list --long, %s', async (_, more) => {
    const result = await read([{ ...row, ...more }], flavors, hypervisors);
    expect(result.diagnostics).toEqual([]);
    expect(importBreach(result)).toBeUndefined();
    expect(result.estate?.workloads).toEqual([
      {
        id: 's-1',
        name: 'web',
        system: 'p',
        vcpus: 1,
        memMiB: 2048,
        volumes: [{ id: 'root', sizeGiB: 20 }],
        traits: ['X'],
        powerState: 'on',
        sourceHost: 'kvm-1',
        networks: ['front'],
        ips: ['10.0.0.5'],
        labels: { a: 'b', 'availability-zone': 'az1' },
      },
    ]);
    expect(result.estate?.sourceHosts).toMatchObject([{ id: 'kvm-1', vcpus: 16, memMiB: 65536, state: 'up' }]);
  });

  it('hypervisor list --long since 2.88 has no capacity, which is said', async () => {
    const result = await read([
      { ID: 'x', 'Hypervisor Hostname': 'kvm-1', 'Hypervisor Type': 'QEMU', 'Host IP': '10.0.0.1', State: 'up' },
    ]);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['YQ1532']);
  });

  it('server group list and volume list', async () => {
    const result = await read(
      [{ ...row, Flavor: 'm.small', 'Power State': 1 }],
      flavors,
      [{ ID: 'g', Name: 'g', Policy: 'soft-affinity', Members: 's-1, s-0', 'Project Id': 'p' }],
      [
        {
          ID: 'v',
          Name: 'data',
          Status: 'in-use',
          Size: 10,
          Type: 'SAS',
          Bootable: 'false',
          'Attached to': [{ server_id: 's-1', device: '/dev/vdb' }],
          Properties: {},
        },
        { ID: 'w', Size: 1, 'Attached to': 'Attached to s-1 on /dev/vdc ' },
      ],
    );
    expect(result.estate?.rules).toMatchObject([{ rule: 'colocate', mode: 'soft', select: { workloads: ['s-1'] } }]);
    expect(result.estate?.workloads[0]?.volumes).toEqual([
      { id: 'root', sizeGiB: 20 },
      { id: 'v', sizeGiB: 10, type: 'sas' },
      { id: 'w', sizeGiB: 1 },
    ]);
  });

  it('is told from other formats', () => {
    const detects = (text: string) => openstack.detect([textFile('x', text)]);
    expect(fixtures.every((file) => openstack.detect([file]))).toBe(true);
    expect(detects(JSON.stringify(flavors, null, 2)) && detects(JSON.stringify(hypervisors))).toBe(true);
    expect(
      detects('{"apiVersion": "v1", "spec": {"volumes": []}}') || detects('<domain/>') || detects('VM,Powerstate'),
    ).toBe(false);
  });
});

it('without a list of volumes it is said once that sizes are unknown', async () => {
  const server = { flavor: { vcpus: 1, ram: 1 }, 'os-extended-volumes:volumes_attached': [{ id: 'v' }] };
  const result = await read({ servers: [1, 2, 3].map((n) => ({ ...server, id: `s-${n}` })) });
  expect(result.diagnostics).toMatchObject([{ code: 'YQ1539', params: { servers: 3, volumes: 3 } }]);
});

it('a hypervisor that is listed and described is one host, whatever comes first', async () => {
  const listed = { hypervisors: [{ id: 1, hypervisor_hostname: 'k', state: 'up' }] };
  const described = { hypervisor: { id: 1, hypervisor_hostname: 'k', state: 'up', vcpus: 8, memory_mb: 1024 } };
  for (const order of [
    [listed, described],
    [described, listed],
  ]) {
    const result = await read(...order);
    expect(importBreach(result)).toBeUndefined();
    expect(result.estate?.sourceHosts).toMatchObject([{ id: 'k', vcpus: 8 }]);
  }
});

it.each([
  ['empty', '', 'YQ1500'],
  ['truncated', '{"servers": [{"id": "a"', 'YQ1502'],
  ['another format', '{"apiVersion": "v1", "kind": "Pod"}', 'YQ1504'],
  ['rows that are none', '{"servers": [1, null, "x"]}', 'YQ1504'],
])('%s: a diagnostic, never a throw', async (_, text, code) => {
  const result = await read(text);
  expect(result.diagnostics.map((each) => each.code)).toContain(code);
  expect(importBreach(result)).toBeUndefined();
});

it('500 damaged inputs: no throw, no hang, no broken promise', async () => {
  expect((await fuzzImporter(openstack, [fixtures], { count: 500, seed: 1 })).failures).toEqual([]);
});

describe.skipIf(!hasInventory)('real API samples', () => {
  const files = hasInventory ? inventoryFiles('openstack_api_json') : [];

  it('every file alone', async () => {
    for (const file of files) {
      const result = await openstack.read([file]);
      expect(openstack.detect([file]), file.path).toBe(true);
      expect(importBreach(result), file.path).toBeUndefined();
      const needsFlavors = /^servers__(servers|v2\.3_|v2\.9_|v2\.19)/.test(file.path);
      expect(
        result.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
        file.path,
      ).toEqual(needsFlavors ? ['YQ1536'] : []);
    }
  });

  it('all together: servers by id, hosts by name', async () => {
    const result = await openstack.read(files);
    expect(importBreach(result)).toBeUndefined();
    expect(result.estate?.workloads).toHaveLength(5);
    expect(result.estate?.sourceHosts?.map(({ id, vcpus }) => [id, vcpus])).toEqual([
      ['fake-mini', 2],
      ['host1', 2],
      ['host2', undefined],
    ]);
  });
});
