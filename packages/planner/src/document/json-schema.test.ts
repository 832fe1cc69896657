import { describe, expect, test } from 'vitest';
import { fieldTexts, jsonSchema } from './json-schema.ts';
import { documentKinds } from './kinds.ts';
import { schemaExplain } from './schema-explain.ts';

describe('field texts', () => {
  test.each(documentKinds)('every text of %s belongs to a field, and both languages say it', (kind) => {
    for (const [path, text] of Object.entries(fieldTexts[kind])) {
      expect(schemaExplain(path === '' ? kind : `${kind}.${path}`, 'en'), path).not.toBeNull();
      expect(text.en.length, path).toBe(text['zh-CN'].length);
      expect(text['zh-CN'].join(''), path).toMatch(/[\u4e00-\u9fff]|^CPU$/);
    }
  });
});

describe('jsonSchema', () => {
  test('lets out what has a default, and speaks the language asked for', () => {
    const estate = jsonSchema('estate');
    expect(estate).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Estate',
      required: ['kind', 'formatVersion', 'name', 'workloads'],
    });
    expect(estate.properties?.workloads?.items?.properties?.memMiB).toMatchObject({
      title: 'Memory, MiB',
      type: 'number',
      minimum: 0,
    });
    expect(jsonSchema('estate', 'zh-CN').properties?.workloads?.title).toBe('工作负载');
    expect(JSON.stringify(estate)).not.toContain('9007199254740991');
  });
});

describe('schemaExplain', () => {
  test('tells type, default and meaning of a field', () => {
    expect(schemaExplain('estate.workloads.count', 'en')).toMatchObject({
      title: 'Replicas',
      type: 'integer >= 1 <= 1000000',
      required: false,
      default: 1,
      fields: [],
    });
    expect(schemaExplain('estate.workloads.count', 'zh-CN')?.text).toBe(
      'estate.workloads.count  <integer >= 1 <= 1000000, 可选, 缺省值 1>\n  副本数',
    );
  });

  test('lists the fields below, those of all alternatives together', () => {
    const rules = schemaExplain('policy.rules', 'en');
    expect(rules?.fields.find(({ name }) => name === 'rule')).toMatchObject({ required: true, title: 'Kind of rule' });
    expect(rules?.fields.find(({ name }) => name === 'maxSkew')).toMatchObject({ required: false });
    expect(schemaExplain('policy.rules.mode', 'en')?.type).toBe('hard | soft | noWorse');
  });

  test.each(['nothing', 'estate.workload', 'estate.workloads.vcpus.more', ''])('knows no %j', (path) => {
    expect(schemaExplain(path, 'en')).toBeNull();
  });
});
