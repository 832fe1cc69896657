import { describe, expect, it } from 'vitest';
import { importBreach } from '../../test/support/check-import.ts';
import { hasInventory, inventoryFiles, textFile } from '../../test/support/inventory.ts';
import type { ImportFormat } from './importer.ts';
import { detectFormats, importEstate } from './index.ts';

const vInfo = textFile('RVTools_tabvInfo.csv', 'VM,Powerstate,CPUs,Memory\na,poweredOn,2,4096\n');

describe('importEstate', () => {
  it('finds the format', async () => {
    const result = await importEstate(undefined, [vInfo]);
    expect(result.summary.format).toBe('rvtools');
    expect(result.estate!.source).toEqual({
      format: 'rvtools',
      files: [{ path: vInfo.path, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
  });

  it('guesses neither between none nor between several', async () => {
    const none = await importEstate(undefined, [textFile('a.txt', 'nothing to see')]);
    expect(none.diagnostics).toMatchObject([{ code: 'YQ1401', document: 'a.txt' }]);
    const azure = textFile('servers.csv', '*Server name,*Cores,*Memory (In MB)\na,2,4096\n');
    const several = await importEstate(undefined, [vInfo, azure]);
    expect(several.diagnostics).toMatchObject([{ code: 'YQ1402', params: { formats: 'rvtools, azure-migrate' } }]);
    for (const result of [none, several]) {
      expect(result.estate).toBeUndefined();
      expect(importBreach(result)).toBeUndefined();
    }
  });

  it('says that there is nothing to import', async () => {
    expect((await importEstate('rvtools', [])).diagnostics).toMatchObject([{ code: 'YQ1400' }]);
    expect((await importEstate(undefined, [])).diagnostics).toMatchObject([{ code: 'YQ1400' }]);
  });

  it('is deterministic', async () => {
    const read = async () => JSON.stringify(await importEstate('rvtools', [{ ...vInfo, bytes: vInfo.bytes.slice() }]));
    expect(await read()).toBe(await read());
  });
});

it.skipIf(!hasInventory).each<[string, RegExp, ImportFormat[]]>([
  ['rvtools/csv_571vm_anonymised', /./, ['rvtools']],
  ['rvtools', /xlsx$/, ['rvtools']],
  ['aws_cmf', /./, ['aws-cmf']],
  ['konveyor_tackle_csv', /template/, ['konveyor']],
  ['schemas', /azure/, ['azure-migrate']],
  ['schemas', /hub/, ['aws-migration-hub']],
  ['kubectl_json', /./, ['kubernetes']],
  ['k8s_yaml_cluster', /./, ['kubernetes']],
  ['openstack_api_json', /./, ['openstack']],
  ['libvirt_xml', /./, ['libvirt']],
  ['openstack_watcher_model_xml', /./, ['watcher']],
  ['migration_planner', /./, ['migration-planner']],
])('knows the real files of %s (%s)', async (folder, pattern, formats) => {
  expect(await detectFormats(inventoryFiles(folder).filter(({ path }) => pattern.test(path)))).toEqual(formats);
});
