import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse as parseCsv } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { wavesCase } from '../../../test/support/waves-case.ts';
import { detectFormats } from '../../import/index.ts';
import { createWaves } from '../create-waves.ts';
import { exportWaves, type WaveExportFormat, waveExportFormats } from './exporters.ts';
import { waveTables } from './wave-tables.ts';

const input = wavesCase(
  {
    tenants: [{ id: 'Tax', name: 'Tax bureau' }],
    systems: [{ id: 'Tax Portal', tenant: 'Tax' }, { id: 'tax-portal' }, { id: 'box' }],
    workloads: [
      {
        id: 'web',
        system: 'Tax Portal',
        vcpus: 2,
        memMiB: 4096,
        count: 2,
        os: 'CentOS 7',
        volumes: [{ sizeGiB: 100 }],
      },
      {
        id: 'db',
        name: '=db,"1"',
        system: 'tax-portal',
        vcpus: 2,
        memMiB: 4096,
        os: 'Windows Server 2012',
        volumes: [{ sizeGiB: 10 }],
      },
      { id: 'pod', system: 'box', kind: 'container', vcpus: 1, memMiB: 512 },
    ],
  },
  { windows: [{ days: [6], from: '22:00', to: '06:00' }] },
);
const { waves } = createWaves(input);
const of = async (format: WaveExportFormat) => exportWaves(format, { ...input, waves });
const text = (content: string | Uint8Array): string => (typeof content === 'string' ? content : '');

describe('exportWaves', () => {
  it.each(waveExportFormats)(
    '%s: the same bytes again, and everything written or left out with a reason',
    async (format) => {
      const [a, b] = [await of(format), await of(format)];
      await new Promise((resolve) => setTimeout(resolve, format === 'xlsx' ? 2100 : 0));
      const c = await of(format);
      expect(b).toEqual(a);
      expect(c).toEqual(a);
      expect(a.files.length).toBeGreaterThan(0);
      for (const { reason } of a.leftOut) expect(reason).not.toBe('');
    },
  );

  it('forklift: a plan and a migration a group, at its own cutover', async () => {
    const { files, leftOut } = await of('forklift');
    expect(files.map(({ name }) => name).sort()).toEqual(['w01/w01-tax-portal-2.yaml', 'w01/w01-tax-portal.yaml']);
    expect(leftOut.map(({ workload }) => workload)).toEqual(['pod']);
    for (const { content } of files) {
      const [plan, migration] = parseAllDocuments(text(content)).map((document) => document.toJS());
      expect(plan).toMatchObject({ kind: 'Plan', spec: { type: 'warm', provider: { source: { name: 'source' } } } });
      expect(migration).toMatchObject({ kind: 'Migration', spec: { plan: { name: plan.metadata.name } } });
      // Saturday 22:00 or later in Shanghai is 14:00 or later in UTC.
      expect(migration.spec.cutover).toMatch(/^2026-01-1\dT1[4-7]:00:00Z$/);
    }
    const portal = parseAllDocuments(
      text(files.find(({ content }) => text(content).includes('Tax Portal'))!.content),
    )[0]!;
    expect(portal.toJS().spec).toMatchObject({ targetNamespace: 'tax', vms: [{ name: 'web-1' }, { name: 'web-2' }] });
  });

  it('hcx: a wave request with a mobility group a group, and its schedule', async () => {
    const { files } = await of('hcx');
    const request = JSON.parse(text(files[0]!.content));
    expect(request).toMatchObject({ revision: 1, dependentNetworks: [] });
    expect(
      request.mobilityGroups.flatMap((group: { vms: { id: string }[] }) => group.vms.map(({ id }) => id)).sort(),
    ).toEqual(['=db,"1"', 'web-1', 'web-2'].sort());
    const schedules = JSON.parse(text(files[1]!.content));
    for (const { schedule } of schedules)
      expect(schedule.transfer.expiryTime <= schedule.switchover.startTime).toBe(true);
  });

  it('aws-mgn: parameters of the import, which our own importer knows', async () => {
    const [file] = (await of('aws-mgn')).files;
    const rows = parseCsv<Record<string, string>>(text(file!.content), { columns: true, bom: true });
    expect(
      rows.map((row) => [row['mgn:server:user-provided-id'], row['mgn:app:name'], row['mgn:server:platform']]),
    ).toEqual([
      ['web-1', 'Tax Portal', 'Linux'],
      ['web-2', 'Tax Portal', 'Linux'],
      ['\'=db,"1"', 'tax-portal', 'Windows'],
    ]);
    expect(await detectFormats([{ path: 'mgn.csv', bytes: new TextEncoder().encode(text(file!.content)) }])).toEqual([
      'aws-mgn',
    ]);
  });

  it('azure: each server once, in one wave', async () => {
    const [file] = (await of('azure')).files;
    const rows = parseCsv<Record<string, string>>(text(file!.content), { columns: true, bom: true });
    expect(rows.map((row) => row['Server name']).sort()).toEqual(['\'=db,"1"', 'web-1', 'web-2']);
    expect(new Set(rows.map((row) => row['Wave Name']))).toEqual(new Set([waves.waves[0]!.name]));
  });

  it('ics: an event a cutover and a gate, in UTC, stamped by the document', async () => {
    const calendar = text((await of('ics')).files[0]!.content).replaceAll('\r\n ', '');
    const lines = (start: string) => calendar.split('\r\n').filter((line) => line.startsWith(start));
    const gates = waves.waves.flatMap((wave) => wave.gates!).length;
    expect(lines('BEGIN:VEVENT')).toHaveLength(waves.activities.length + gates);
    expect(new Set(lines('UID:')).size).toBe(waves.activities.length + gates);
    expect(new Set(lines('DTSTAMP:')).size).toBe(1);
    expect(lines('DTSTART:').every((line) => line.endsWith('Z'))).toBe(true);
    expect(lines('DTSTART:')).toContain('DTSTART:20260110T140000Z');
    expect(calendar).not.toContain('VTIMEZONE');
  });

  it('xlsx: a sheet a table, with the same cells', async () => {
    const [file] = (await of('xlsx')).files;
    const sheets = await readXlsx(Buffer.from(file!.content as Uint8Array));
    const tables = waveTables({ ...input, waves });
    expect(sheets.map(({ sheet }) => sheet)).toEqual(tables.map(({ name }) => name));
    expect(sheets[0]!.data[0]).toEqual([...tables[0]!.header]);
    expect(sheets[2]!.data.slice(1).map((row) => row[0])).toEqual(tables[2]!.rows.map((row) => row[0]));
  });
});

const shared = process.env.YUNQIAN_SHARED ?? new URL('../../../../../../shared', import.meta.url).pathname;
const crds = `${shared}/data/inventory/forklift_cr/crd`;

describe.skipIf(!existsSync(crds))("Forklift's own definitions", () => {
  it('accept every object', async () => {
    const ajv = new Ajv({
      strict: false,
      formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, int64: true, int32: true },
    });
    const validators = new Map(
      ['plans', 'migrations'].map((plural) => {
        const { spec } = parse(readFileSync(`${crds}/forklift.konveyor.io_${plural}.yaml`, 'utf8'));
        return [spec.names.kind, ajv.compile(closed(spec.versions[0].schema.openAPIV3Schema) as object)];
      }),
    );
    const { files } = await of('forklift');
    for (const { content } of files) {
      for (const document of parseAllDocuments(text(content))) {
        const object = document.toJS();
        const validate = validators.get(object.kind)!;
        expect(validate(object), JSON.stringify(validate.errors)).toBe(true);
        expect(validate({ ...object, spec: { ...object.spec, invented: 1 } })).toBe(false);
        expect(validate({ ...object, spec: {} })).toBe(false);
      }
    }
  });
});

/** The cluster prunes unknown fields silently; here they are errors. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isOpen =
    !('properties' in copy) || 'additionalProperties' in copy || copy['x-kubernetes-preserve-unknown-fields'];
  return isOpen || typeof copy.properties !== 'object' || copy.type !== 'object'
    ? copy
    : { ...copy, additionalProperties: false };
}
