import { describe, expect, it } from 'vitest';
import { importBreach } from '../../../test/support/check-import.ts';
import { fuzzImporter } from '../../../test/support/fuzz.ts';
import { fixtureFiles, hasInventory, inventoryFiles, textFile } from '../../../test/support/inventory.ts';
import { libvirt } from './importer.ts';

const fixtures = fixtureFiles(import.meta.url);
const read = (text: string) => libvirt.read([textFile('a.xml', text)]);
const domain = (inner: string, more = '') =>
  `<domain type='kvm'${more}><name>d</name><memory unit='MiB'>64</memory>${inner}</domain>`;

describe('the fixtures', async () => {
  const result = await libvirt.read(fixtures);

  it('keep the promises of every importer', () => expect(importBreach(result)).toBeUndefined());

  it('become machines', () => {
    expect(result.estate?.workloads).toEqual([
      {
        id: 'portal & web',
        vcpus: 2,
        memMiB: 4096,
        arch: 'aarch64',
        firmware: 'uefi',
        os: 'openeuler.org/openeuler/22.03',
        powerState: 'on',
        networks: ['front', 'br0'],
        volumes: [
          { id: 'vda', sizeGiB: 10 },
          { id: 'vdb', sizeGiB: 50, sharedId: 'data/shared.raw' },
        ],
      },
      { id: 'db', vcpus: 4, memMiB: 1024, arch: 'x86_64', firmware: 'bios', volumes: [] },
      { id: 'db-2', vcpus: 1, memMiB: 1025, volumes: [] },
      { id: 'riscv', vcpus: 1, memMiB: 1, volumes: [], labels: { 'guest-arch': 'riscv64' } },
    ]);
    expect(result.estate?.sourceHosts).toEqual([
      { id: 'kunpeng-1', vcpus: 4, threads: 4, memMiB: 32768, arch: 'aarch64', model: 'Huawei kunpeng-920' },
    ]);
  });

  it('say what they lack, each at its place', () => {
    expect(
      result.diagnostics.map(({ code, document, line, column }) => `${code} ${document}:${line}:${column}`),
    ).toEqual([
      'YQ1553 guests.xml:3:1',
      'YQ1554 guests.xml:3:1',
      'YQ1555 odd.xml:2:3',
      'YQ1552 odd.xml:3:74',
      'YQ1551 odd.xml:4:78',
      'YQ1506 odd.xml:5:42',
      'YQ1550 odd.xml:5:3',
      'YQ1507 odd.xml:6:3',
    ]);
    expect(result.diagnostics[4]?.pointer).toBe('/domains/domain[3]/os/type');
  });

  it('count every element', () => {
    expect(
      result.summary.tables
        .filter(({ file }) => file === 'odd.xml')
        .map(({ table, rows, used }) => [table, rows, used]),
    ).toEqual([
      ['domain', 5, 2],
      ['network', 1, 0],
      ['pool', 1, 1],
      ['volume', 1, 1],
    ]);
    expect(result.summary.ignoredFields).toEqual(['domain.numatune']);
  });
});

it.each([
  ['<memory>1048576</memory>', 1024],
  ["<memory unit='KiB'>1048576</memory>", 1024],
  ["<memory unit='k'>1048576</memory>", 1024],
  ["<memory unit='KB'>1048576</memory>", 1000],
  ["<memory unit='MB'>1024</memory>", 977],
  ["<memory unit='G'>1</memory>", 1024],
  ["<memory unit='TiB'>1</memory>", 1048576],
  ["<memory unit='bytes'>1073741824</memory>", 1024],
])('%s is %i MiB', async (memory, memMiB) => {
  expect((await read(`<domain><name>d</name>${memory}</domain>`)).estate?.workloads[0]?.memMiB).toBe(memMiB);
});

it.each([
  ['', 1],
  ['<vcpu>3</vcpu>', 3],
  ["<vcpu current='2'>3</vcpu>", 2],
  ["<vcpu>3</vcpu><vcpus><vcpu id='0' enabled='yes'/><vcpu id='1' enabled='no'/></vcpus>", 1],
])('vCPUs of %s: %i', async (vcpu, count) => {
  expect((await read(domain(vcpu))).estate?.workloads[0]?.vcpus).toBe(count);
});

describe('what cannot be read', () => {
  const bomb = `<!DOCTYPE d [${Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i} "${i === 0 ? 'xxxxxxxxxx' : `&e${i - 1};`.repeat(10)}">`).join('')}]>`;
  it.each([
    ['empty', '', 'YQ1500'],
    ['truncated', '<domain>\n <name>a</na', 'YQ1509'],
    ['cut within a tag', '<domain><name>a</name><memory unit=', 'YQ1509'],
    ['crossed tags', '<domain>\n<name></domain></name>', 'YQ1509'],
    ['another format', '{"servers": []}', 'YQ1509'],
    ['other XML', '<ModelRoot/>', 'YQ1504'],
    ['an entity bomb', `${bomb}<domain><name>&e8;</name><memory>1</memory></domain>`, 'YQ1509'],
    [
      'an external entity',
      '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]><domain><name>&e;</name></domain>',
      'YQ1509',
    ],
    ['endless nesting', '<a>'.repeat(5000) + '</a>'.repeat(5000), 'YQ1509'],
  ])('%s: a diagnostic, never a throw', async (_, text, code) => {
    const result = await read(text);
    expect(result.diagnostics.map((each) => each.code)).toContain(code);
    expect(importBreach(result)).toBeUndefined();
    expect(result.estate?.workloads ?? []).toEqual([]);
  });

  it('names the line and column of a syntax error', async () => {
    expect((await read('<domain>\n  <name>a</nme>\n</domain>')).diagnostics[0]).toMatchObject({
      code: 'YQ1509',
      line: 2,
      column: 10,
    });
    expect((await read('<domain></domian>')).diagnostics[0]).toMatchObject({ line: 1, column: 9 });
  });
});

it('500 damaged inputs: no throw, no hang, no broken promise', async () => {
  expect((await fuzzImporter(libvirt, [fixtures, [fixtures[0]!]], { count: 500, seed: 1 })).failures).toEqual([]);
});

describe.skipIf(!hasInventory)('real files', () => {
  const files = hasInventory ? inventoryFiles('libvirt_xml') : [];

  it('every file alone', async () => {
    for (const file of files) {
      const result = await libvirt.read([file]);
      expect(libvirt.detect([file]), file.path).toBe(true);
      expect(importBreach(result), file.path).toBeUndefined();
      expect(
        result.diagnostics.filter(({ severity }) => severity === 'error'),
        file.path,
      ).toEqual([]);
    }
  });

  it("the test driver's 14 domains on its node", async () => {
    const { estate } = await libvirt.read(files.filter(({ path }) => path === 'testdriver.xml'));
    expect(estate?.workloads).toHaveLength(14);
    expect(estate?.workloads.find(({ id }) => id === 'test-many-devices')).toMatchObject({
      vcpus: 9,
      memMiB: 428,
      sourceHost: 'testdriver',
    });
    expect(
      estate?.workloads.filter(({ id }) => id.startsWith('test-state')).map(({ powerState }) => powerState),
    ).toEqual(['off', 'suspended', 'off', 'suspended', undefined, 'off']);
    expect(estate?.sourceHosts).toMatchObject([{ id: 'testdriver', threads: 16, memMiB: 9765 }]);
  });

  it('hosts by their capabilities', async () => {
    const { estate } = await libvirt.read(files.filter(({ path }) => path.startsWith('capabilities')));
    expect(estate?.sourceHosts).toMatchObject([
      { id: 'capabilities-kvm-aarch64', threads: 160, arch: 'aarch64', model: 'ARM Neoverse-N1' },
      { id: 'capabilities-kvm-x86_64', threads: 8, arch: 'x86_64', memMiB: 31964 },
    ]);
  });
});
