import { describe, expect, it } from 'vitest';
import { importBreach } from '../../../test/support/check-import.ts';
import { fuzzImporter } from '../../../test/support/fuzz.ts';
import { fixtureFiles, hasInventory, inventoryFiles, textFile } from '../../../test/support/inventory.ts';
import { workbook, workbookOf } from '../../../test/support/xlsx.ts';
import type { ImportResult } from '../importer.ts';
import type { ColumnSpecs } from '../table/columns.ts';
import { findHeader, requiredMissing } from '../table/find-header.ts';
import { rvtools } from './importer.ts';
import { tabOf, tabs } from './tabs.ts';

const fixtures = fixtureFiles(import.meta.url);
const codes = ({ diagnostics }: ImportResult) => diagnostics.map(({ code }) => code);
const table = ({ summary }: ImportResult, name: string) => summary.tables.find((t) => t.table.endsWith(name))!;
const workload = ({ estate }: ImportResult, id: string) => estate!.workloads.find((w) => w.id === id)!;
const readText = (...texts: string[]) =>
  rvtools.read(texts.map((text, i) => textFile(`vInfo${i === 0 ? '' : i}.csv`, text)));

describe('the portal fixture', async () => {
  const result = await rvtools.read(fixtures);
  const estate = result.estate!;

  it('is recognised and keeps every promise of an importer', async () => {
    expect(await rvtools.detect(fixtures)).toBe(true);
    expect(importBreach(result)).toBeUndefined();
  });

  it('accounts for each row of vInfo', () => {
    expect(estate.workloads.map(({ id }) => id)).toEqual([
      'portal-web-1',
      'portal-web-2',
      'portal-db-1',
      'portal-db-2',
      'jump (vm-7)',
      'jump (vm-7) 2',
    ]);
    expect(table(result, 'vInfo')).toEqual({
      file: 'RVTools_tabvInfo.csv',
      table: 'vInfo',
      rows: 11,
      used: 6,
      leftOut: [
        { reason: 'blank', count: 1 },
        { reason: 'template', count: 1 },
        { reason: 'recovery placeholder', count: 1 },
        { reason: 'duplicate', count: 1 },
        { reason: 'no vCPUs or no memory', count: 1 },
      ],
    });
  });

  it('puts the tabs of a VM together', () => {
    expect(workload(result, 'portal-web-1')).toEqual({
      id: 'portal-web-1',
      vcpus: 4,
      memMiB: 8192,
      volumes: [{ id: 'Hard disk 1', sizeGiB: 100, usedGiB: 30 }],
      os: 'Ubuntu Linux (64-bit)',
      firmware: 'uefi',
      powerState: 'on',
      sourceHost: 'esx-1',
      arch: 'x86_64',
      measured: { diskGiB: 50, cpuPct: 25, memMiB: 2048, memPct: 25 },
      ips: ['10.1.0.11', 'fd00::11', 'fd00::12', '10.8.0.11'],
      networks: ['dmz', 'monitor'],
      labels: {
        vmId: 'vm-1',
        vmUuid: 'aaaa-0001',
        dnsName: 'portal-web-1.gov.example',
        datacenter: 'dc-a',
        cluster: 'cl-1',
        resourcePool: 'rp-portal',
        folder: 'portal',
      },
    });
  });

  it('keeps use of a VM that is off out, since it says nothing', () => {
    expect(workload(result, 'portal-db-2').measured).toEqual({ diskGiB: 500 });
  });

  it('sees the disk that two VMs share', () => {
    const shared = estate.workloads.flatMap(({ id, volumes = [] }) =>
      volumes.filter((v) => v.sharedId).map((v) => [id, v.sharedId]),
    );
    expect(shared).toEqual([
      ['portal-db-1', '[ds-2] shared/data.vmdk'],
      ['portal-db-2', '[ds-2] shared/data.vmdk'],
    ]);
  });

  it('gives a shared disk one size, and does not share files of two vCenters by their names', async () => {
    const info = textFile(
      'vInfo.csv',
      'VM,Powerstate,CPUs,Memory,VI SDK UUID\na,on,1,1024,vc-1\nb,on,1,1024,vc-1\nc,on,1,1024,vc-2\n',
    );
    const row = (vm: string, mib: number, server: string) =>
      `${vm},Hard disk 1,${mib},[datastore1] x/x.vmdk,${server}\n`;
    const disks = `VM,Disk,Capacity MiB,Path,VI SDK UUID\n${row('a', 1024, 'vc-1')}${row('b', 2048, 'vc-1')}${row('c', 4096, 'vc-2')}`;
    const read = await rvtools.read([info, textFile('vDisk.csv', disks)]);
    expect(
      read.estate!.workloads.map(({ volumes }) =>
        volumes!.map(({ sizeGiB, sharedId }) => [sizeGiB, sharedId !== undefined]),
      ),
    ).toEqual([[[2, true]], [[2, true]], [[4, false]]]);
    expect(read.diagnostics.find(({ code }) => code === 'YQ1448')).toMatchObject({ line: 2, params: { sizeGiB: 2 } });
  });

  it('turns DRS rules between VMs into rules and tells those that name hosts', () => {
    expect(estate.rules).toEqual([
      expect.objectContaining({
        rule: 'separate',
        id: 'drs-portal-apart',
        select: { workloads: ['portal-web-1', 'portal-web-2'] },
        per: 'all',
        topology: 'host',
      }),
      expect.objectContaining({
        rule: 'colocate',
        id: 'drs-db-together',
        select: { workloads: ['portal-db-1', 'portal-db-2'] },
        per: 'all',
        topology: 'host',
      }),
    ]);
    expect(result.diagnostics.find(({ code }) => code === 'YQ1426')!.params).toMatchObject({ name: 'licensed-hosts' });
  });

  it('reads hosts, their threads and architectures', () => {
    expect(estate.sourceHosts).toEqual([
      expect.objectContaining({
        id: 'esx-1',
        threads: 96,
        memMiB: 786432,
        arch: 'x86_64',
        model: 'Huawei 2288H V5',
        cluster: 'cl-1',
      }),
      expect.objectContaining({ id: 'esx-2', vcpus: 96, threads: 96, arch: 'aarch64', state: 'maintenance' }),
    ]);
    expect(workload(result, 'portal-web-2').arch).toBe('aarch64');
  });

  it('tells orphans apart from rows of VMs that are left out', () => {
    expect(table(result, 'vDisk').leftOut).toEqual([
      { reason: 'its VM was left out', count: 1 },
      { reason: 'its VM is not in the inventory', count: 1 },
    ]);
    const orphan = result.diagnostics.find(({ code }) => code === 'YQ1428')!;
    expect(orphan).toMatchObject({
      document: 'RVTools_tabvDisk.csv',
      pointer: 'vDisk!VM',
      line: 10,
      column: 1,
      params: { name: 'gone' },
    });
  });

  it('gives VMs without rows in vDisk their total, and says so', () => {
    expect(workload(result, 'jump (vm-7)').volumes).toEqual([{ id: 'total', sizeGiB: 20 }]);
    expect(codes(result)).toContain('YQ1427');
    expect(estate.assumptions).toContainEqual(
      expect.objectContaining({ subject: 'vInfo', field: 'volumes', value: 1 }),
    );
  });

  it('reports the duplicate with the line of the first, the orphaned VM, and places in csv lines', () => {
    // The annotation of the first VM takes two lines.
    expect(result.diagnostics.find(({ code }) => code === 'YQ1422')).toMatchObject({
      line: 10,
      params: { name: 'portal-web-2', line: 4 },
    });
    expect(result.diagnostics.find(({ code }) => code === 'YQ1429')).toMatchObject({
      line: 11,
      params: { name: 'jump', state: 'orphaned' },
    });
    expect(result.diagnostics.find(({ code }) => code === 'YQ1421')).toMatchObject({
      pointer: 'vInfo!CPUs',
      line: 13,
      column: 7,
    });
  });

  it('lists custom attributes as ignored', () => {
    expect(result.summary.ignoredFields).toContain('vInfo!Cost Center');
    expect(result.summary.ignoredFields).not.toContain('vInfo!');
  });

  it('gives the same estate from a workbook', async () => {
    const csvLine = /("(?:[^"]|"")*"|[^,]*)(?:,|$)/g;
    const sheets = Object.fromEntries(
      fixtures.map(({ path, bytes }) => [
        path.replace(/^.*tab|\.csv$/g, ''),
        new TextDecoder()
          .decode(bytes)
          .trimEnd()
          .split(/\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
          .map((line) =>
            [...line.matchAll(csvLine)].slice(0, -1).map(([, cell]) => cell!.replace(/^"|"$/g, '').replace(/\n/g, ' ')),
          )
          .map((cells) => cells.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell === '' ? null : cell))),
      ]),
    );
    const fromWorkbook = await rvtools.read([await workbook('portal.xlsx', sheets)]);
    expect(importBreach(fromWorkbook)).toBeUndefined();
    const { source: _, assumptions: __, ...rest } = fromWorkbook.estate!;
    const { source: ___, assumptions: ____, ...expected } = estate;
    expect(rest).toEqual(expected);
  });
});

describe('variants of the header', () => {
  it.each([
    ['older MB headers, read as MiB', 'VM,Powerstate,CPUs,Memory,Provisioned MB\na,poweredOn,2,4096,2048\n', 2],
    ['GiB', 'VM,Powerstate,CPUs,Memory GiB,Provisioned GiB\na,poweredOn,2,4,2\n', 2],
    [
      'semicolons, decimal commas and points for thousands',
      'VM;Powerstate;CPUs;Memory;Provisioned MiB\na;poweredOn;2;4.096;2.048,00\n',
      2,
    ],
    ['commas for thousands', 'VM,Powerstate,CPUs,Memory,Provisioned MiB\na,poweredOn,2,"4,096","2,048"\n', 2],
    [
      'tabs, another order, a title above, capitals',
      'Export of May\n\nMEMORY\tprovisioned mib\tCPUS\tvm\tPowerState\n4096\t2048\t2\ta\tpowered on\n',
      2,
    ],
  ])('%s', async (_, text, sizeGiB) => {
    const result = await readText(text);
    expect(workload(result, 'a')).toMatchObject({
      vcpus: 2,
      memMiB: 4096,
      powerState: 'on',
      volumes: [{ id: 'total', sizeGiB }],
    });
    expect(importBreach(result)).toBeUndefined();
  });

  it('says how MB was read', async () => {
    const result = await readText('VM,Powerstate,CPUs,Memory,Provisioned MB\na,poweredOn,2,4096,2048\n');
    expect(result.diagnostics.find(({ code }) => code === 'YQ1416')!.params).toEqual({
      columns: 'Provisioned MB',
      unit: 'MB',
      binary: 'MiB',
    });
    expect(result.estate!.assumptions).toContainEqual(expect.objectContaining({ field: 'unit', value: 'MiB' }));
  });

  it('tells words that it does not understand', async () => {
    const result = await readText('VM,Powerstate,Template,CPUs,Memory,Firmware\na,asleep,perhaps,2,4096,coreboot\n');
    expect(result.diagnostics.filter(({ code }) => code === 'YQ1447').map(({ params }) => params.value)).toEqual(
      expect.arrayContaining(['asleep', 'perhaps', 'coreboot']),
    );
    expect(workload(result, 'a').powerState).toBeUndefined();
  });

  it('reads names of GB18030 exports, and says what it took them for', async () => {
    // 门户, in GB18030
    const row = [0xc3, 0xc5, 0xbb, 0xa7, ...new TextEncoder().encode(',poweredOn,2,4096\n')];
    const bytes = new Uint8Array([...new TextEncoder().encode('VM,Powerstate,CPUs,Memory\n'), ...row]);
    const result = await rvtools.read([{ path: 'vInfo.csv', bytes }]);
    expect(result.estate!.workloads.map(({ id }) => id)).toEqual(['门户']);
    expect(codes(result)).toContain('YQ1032');
  });

  it('takes the first of two columns with one name', async () => {
    const result = await readText('VM,Powerstate,CPUs,Memory,CPUs\na,poweredOn,2,4096,99\n');
    expect(workload(result, 'a').vcpus).toBe(2);
    expect(codes(result)).toContain('YQ1415');
  });
});

describe('identity', () => {
  const header = 'VM,Powerstate,CPUs,Memory,VM ID,VM UUID\n';

  it('without ids one name is one VM', async () => {
    const result = await readText(`${header}a,poweredOn,1,1024,,\na,poweredOn,2,2048,,\n`);
    expect(result.estate!.workloads).toHaveLength(1);
    expect(table(result, 'vInfo').leftOut).toEqual([{ reason: 'duplicate', count: 1 }]);
  });

  it('keeps VMs of one name and different ids, and reports them', async () => {
    const result = await readText(`${header}a,poweredOn,1,1024,vm-1,\na,poweredOn,2,2048,vm-2,\n`);
    expect(result.estate!.workloads.map(({ id, name }) => [id, name])).toEqual([
      ['a (vm-1)', 'a'],
      ['a (vm-2)', 'a'],
    ]);
    expect(codes(result)).toContain('YQ1423');
  });

  it('does not take copies with one UUID for one VM, but a renamed VM is one', async () => {
    const copies = await readText(`${header}a,poweredOn,1,1024,vm-1,same\nb,poweredOn,2,2048,vm-2,same\n`);
    expect(copies.estate!.workloads.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(codes(copies)).toContain('YQ1439');
    const renamed = await readText(`${header}a,poweredOn,1,1024,vm-1,u\nb,poweredOn,2,2048,vm-1,u\n`);
    expect(renamed.estate!.workloads.map(({ id }) => id)).toEqual(['a']);
  });

  it('joins the tabs of copies with one UUID by their VM ID', async () => {
    const info = textFile('vInfo.csv', `${header}a,poweredOn,1,1024,vm-1,same\nb,poweredOn,2,2048,vm-2,same\n`);
    const disks = textFile('vDisk.csv', 'VM,Disk,Capacity MiB,VM ID,VM UUID\nb,Hard disk 1,1024,vm-2,same\n');
    const result = await rvtools.read([info, disks]);
    expect(workload(result, 'b').volumes).toEqual([{ id: 'Hard disk 1', sizeGiB: 1 }]);
  });

  it('never joins a row to one of several VMs by name', async () => {
    const disks = textFile('vDisk.csv', 'VM,Disk,Capacity MiB\na,Hard disk 1,1024\n');
    const info = textFile('vInfo.csv', `${header}a,poweredOn,1,1024,vm-1,\na,poweredOn,2,2048,vm-2,\n`);
    const result = await rvtools.read([info, disks]);
    expect(table(result, 'vDisk')).toMatchObject({ rows: 1, used: 0 });
  });

  it('does not depend on the order of the files', async () => {
    const forwards = await rvtools.read(fixtures);
    const backwards = await rvtools.read([...fixtures].reverse());
    expect(backwards.estate!.workloads).toEqual(forwards.estate!.workloads);
  });
});

describe('hostile files', () => {
  it('reports the same trouble twenty times, then counts it', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `vm${i},poweredOn,0,1024`);
    const result = await readText(`VM,Powerstate,CPUs,Memory\n${rows.join('\n')}\n`);
    expect(codes(result).filter((code) => code === 'YQ1421')).toHaveLength(20);
    expect(result.diagnostics.find(({ code }) => code === 'YQ1404')!.params).toMatchObject({
      code: 'YQ1421',
      count: 30,
    });
    expect(result.estate).toBeUndefined();
  });

  it('leaves out a row that the end of the file cuts short', async () => {
    const result = await readText('VM,Powerstate,CPUs,Memory,Host\na,poweredOn,2,4096,esx\nb,poweredOn,2,40');
    expect(result.estate!.workloads.map(({ id }) => id)).toEqual(['a']);
    expect(codes(result)).toContain('YQ1413');
  });

  it('says what an empty folder of tabs, or one without vInfo, lacks', async () => {
    const result = await rvtools.read(fixtures.filter(({ path }) => path.includes('vDisk')));
    expect(codes(result)).toContain('YQ1420');
    expect(result.estate).toBeUndefined();
    expect(importBreach(result)).toBeUndefined();
  });

  it('reads a renamed csv file by its columns, and leaves strangers out', async () => {
    const info = fixtures.find(({ path }) => path.includes('vInfo'))!;
    const files = [{ ...info, path: 'servers.csv' }, textFile('notes.csv', 'who,what\nme,that\n')];
    const result = await rvtools.read(files);
    expect(result.estate!.workloads).toHaveLength(6);
    expect(result.summary.tables).toContainEqual({
      file: 'notes.csv',
      table: 'notes',
      rows: 1,
      used: 0,
      leftOut: [{ reason: 'not needed for an estate', count: 1 }],
    });
  });
});

describe.skipIf(!hasInventory)('real exports', () => {
  it('571 VMs: the totals of its README', async () => {
    const files = inventoryFiles('rvtools/csv_571vm_anonymised');
    expect(await rvtools.detect(files)).toBe(true);
    const result = await rvtools.read(files);
    expect(importBreach(result)).toBeUndefined();
    const { workloads, sourceHosts } = result.estate!;
    const sum = (of: (w: (typeof workloads)[number]) => number) => workloads.reduce((total, w) => total + of(w), 0);
    expect(workloads).toHaveLength(571);
    expect(sum(({ vcpus }) => vcpus)).toBe(4136);
    expect(Math.floor(sum(({ memMiB }) => memMiB) / 1024)).toBe(24_711);
    expect(sum(({ volumes }) => volumes!.length)).toBe(1720);
    expect(workloads.every(({ powerState }) => powerState === 'on')).toBe(true);
    expect(Math.round(sum(({ measured }) => measured!.diskGiB!) / 1024)).toBe(183);
    expect(sourceHosts).toHaveLength(23);
    expect(new Set(workloads.map(({ labels }) => labels!.cluster)).size).toBe(3);
    expect(workloads.some(({ volumes }) => volumes!.some(({ sharedId }) => sharedId !== undefined))).toBe(false);
  });

  it('finds its columns under every header row that was seen in real workbooks', () => {
    const [file] = inventoryFiles('schemas').filter(({ path }) => path === 'rvtools_columns.json');
    const { sources } = JSON.parse(new TextDecoder().decode(file!.bytes)) as {
      sources: Record<string, Record<string, string[]>>;
    };
    let seen = 0;
    for (const source of Object.values(sources)) {
      for (const [name, headers] of Object.entries(source)) {
        const grid = { file: 'columns', name, rows: [{ line: 1, cells: headers }] };
        const tab = tabOf(grid);
        expect(tab, name).toBeDefined();
        if (tab === undefined || tab === 'other') continue;
        const specs: ColumnSpecs = tabs[tab];
        expect(requiredMissing(findHeader(grid, specs), specs), name).toEqual([]);
        seen++;
      }
    }
    expect(seen).toBe(24);
  });

  it('workbooks: a thousand styled rows of which nine hold something; a small one in the older style', async () => {
    const files = inventoryFiles('rvtools').filter(({ path }) => path.endsWith('.xlsx'));
    const results = await Promise.all(files.map((file) => rvtools.read([file])));
    for (const result of results) expect(importBreach(result)).toBeUndefined();
    expect(results.map((result) => [table(result, 'vInfo').rows, table(result, 'vInfo').used])).toEqual([
      [9, 8],
      [3, 3],
    ]);
    expect(results[0]!.summary.ignoredFields).toContain('vMemory!mmtest-tags');
  });
});

describe('fuzz', () => {
  const mutated = workbookOf('fuzz.xlsx', fixtures);

  it('the workbook that is mutated is a good one', async () => {
    const result = await rvtools.read([mutated]);
    expect(result.estate!.workloads).toHaveLength(6);
  });

  it('mutated csv tabs and workbooks: no throw, no hang, a valid estate or an error', async () => {
    const report = await fuzzImporter(rvtools, [fixtures, [mutated]], { count: 500, seed: 14 });
    expect(report.failures).toEqual([]);
    expect(report.withEstate).toBeGreaterThan(100);
  });
});
