import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sellableVcpus } from '../formula/sellable-vcpus.ts';
import { catalog, findEntry, findFigure, numberOf } from './catalog.ts';
import { evsTypes, flavors } from './flavors.ts';

describe('catalogue', () => {
  it('has every id once, under its category', () => {
    const ids = catalog().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, category, model } of catalog()) {
      expect(id.startsWith(`${category}/`)).toBe(true);
      expect(id.endsWith(model)).toBe(true);
    }
  });

  it('gives each figure a source with a quality, or says why it is assumed', () => {
    for (const entry of catalog()) {
      for (const figure of entry.figures) {
        const place = `${entry.id} ${figure.name}`;
        expect([place, Number(Boolean(figure.source)) + Number(Boolean(figure.assumed))]).toEqual([place, 1]);
        if (figure.source !== undefined)
          expect([place, figure.quality]).toEqual([place, expect.stringMatching(/^[ABC]$/)]);
      }
      const names = entry.figures.map(({ name }) => name);
      expect([entry.id, new Set(names).size]).toEqual([entry.id, names.length]);
    }
  });

  it('assumes little about devices: all but one figure are read', () => {
    const assumed = catalog()
      .filter(({ category }) => category !== 'default' && category !== 'cloud-service')
      .flatMap(({ id, figures }) => figures.filter((figure) => figure.assumed).map(({ name }) => `${id} ${name}`));
    expect(assumed).toEqual(['server/TaiShan 200 2280 units']);
  });

  it('recomputes the seven published host builds from the formula', () => {
    const builds = catalog().filter(
      (entry) => findFigure(entry, 'overheadThreads') !== undefined && entry.category !== 'default',
    );
    const computed = builds.map((build) => {
      const figure = (name: string) => numberOf(build, name)!;
      const vcpus = sellableVcpus({
        sockets: figure('sockets'),
        coresPerSocket: figure('coresPerSocket'),
        threadsPerCore: figure('threadsPerCore'),
        overheadThreads: figure('overheadThreads'),
        ratio: figure('overcommitRatio'),
      });
      expect([build.id, vcpus]).toEqual([build.id, figure('sellableVcpus')]);
      return [build.model, vcpus, figure('sellableMemGiB')];
    });
    expect(computed).toEqual([
      ['s2', 144, 704],
      ['s2-medium', 72, 328],
      ['s3', 264, 702],
      ['c3', 60, 256],
      ['c4', 74, 296],
      ['m3', 60, 512],
      ['m4', 76, 608],
    ]);
  });

  it('lists cloud services of at least eight categories, 30 and more', () => {
    const services = catalog().filter(({ category }) => category === 'cloud-service');
    expect(services.length).toBeGreaterThanOrEqual(30);
    expect(new Set(services.map(({ family }) => family)).size).toBeGreaterThanOrEqual(8);
    expect(findFigure(findEntry('cloud-service/RDS'), 'consumes')?.value).toMatch(/database pool/);
  });

  it('knows no entry of another name', () => {
    expect(findEntry('server/2288H V99')).toBeUndefined();
  });
});

describe('flavors and volume types', () => {
  it('has each flavor and each type once, with positive sizes', () => {
    expect(new Set(flavors().map(({ id }) => id)).size).toBe(flavors().length);
    for (const { id, vcpus, memGiB } of flavors()) expect([id, vcpus > 0 && memGiB > 0]).toEqual([id, true]);
    expect(evsTypes().map(({ id }) => id)).toEqual(['sata', 'sas', 'gpssd', 'ssd', 'essd']);
  });
});

const shared = process.env.YUNQIAN_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');
const facts = join(shared, 'facts');

/** The rows were converted once; this reads the collected facts again and looks for every value. */
describe.skipIf(!existsSync(join(facts, 'hardware.json')))('catalogue against the collected facts', () => {
  const read = (name: string) => JSON.parse(readFileSync(join(facts, name), 'utf8'));

  it('has a row for each of the records, with every value that a source states', () => {
    const records: { category: string; model: string; family: string; specs: Record<string, unknown> }[] =
      read('hardware.json');
    // Both values of a disputed maximum are kept in a note.
    const inNotes = new Set(['max_memory_conflict_gib']);
    for (const { category, model, family, specs } of records) {
      const entry = catalog().find(
        (row) => row.category === category && row.family === family && row.model.endsWith(model),
      );
      expect([model, entry !== undefined]).toEqual([model, true]);
      const values = new Set(entry!.figures.flatMap(({ value }) => leaves(value)));
      for (const [field, spec] of Object.entries(specs)) {
        if (inNotes.has(field)) continue;
        for (const leaf of leaves(spec))
          expect([model, field, leaf, values.has(leaf)]).toEqual([model, field, leaf, true]);
      }
    }
    const rows = catalog().filter(({ category }) => category !== 'cloud-service' && category !== 'default');
    expect(rows.length).toBe(records.length);
  });

  it('has the flavors and volume types as collected', () => {
    const { flavors: rows, evs_types: types } = read('flavors.json');
    expect(
      flavors().map(({ id, vcpus, memGiB, netAssuredGbps }) => [id, vcpus, memGiB, netAssuredGbps ?? null]),
    ).toEqual(
      rows.map((row: Record<string, unknown>) => [row.flavor, row.vcpus, row.memory_gib, row.net_assured_gbps]),
    );
    expect(evsTypes().map(({ name, iopsBase, iopsPerGiB, iopsMax }) => [name, iopsBase, iopsPerGiB, iopsMax])).toEqual(
      types.map((type: Record<string, unknown>) => [type.type, type.iops_min, type.iops_per_gib, type.iops_max]),
    );
  });
});

function leaves(value: unknown): (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(leaves);
}
