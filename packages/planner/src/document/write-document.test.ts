import { describe, expect, test } from 'vitest';
import { writeDocument } from './write-document.ts';

describe('writeDocument', () => {
  test('YAML begins with the place of its schema, shares nothing by aliases and wraps nothing', () => {
    const labels = { app: 'x' };
    const text = writeDocument(
      { kind: 'estate', formatVersion: '1.0', note: 'long '.repeat(40).trim(), a: labels, b: labels },
      'yaml',
    );
    expect(text.split('\n')).toEqual([
      '# yaml-language-server: $schema=./schemas/estate.schema.json',
      'kind: estate',
      'formatVersion: "1.0"',
      `note: ${'long '.repeat(40).trim()}`,
      'a:',
      '  app: x',
      'b:',
      '  app: x',
      '',
    ]);
    expect(writeDocument({ kind: 'estate' }, 'yaml', { schema: null })).toBe('kind: estate\n');
    expect(writeDocument({ kind: 'estate' }, 'yaml', { schema: '../e.json' })).toContain('$schema=../e.json\n');
  });

  test('JSON has one entry of a list a line', () => {
    const text = writeDocument(
      {
        kind: 'plan',
        summary: { placed: 2 },
        placements: [
          { workload: 'a', volumes: [] },
          { workload: 'b', volumes: [1] },
        ],
        none: [],
        gone: undefined,
      },
      'json',
    );
    expect(text).toBe(`{
  "kind": "plan",
  "summary": {
    "placed": 2
  },
  "placements": [
    {"workload":"a","volumes":[]},
    {"workload":"b","volumes":[1]}
  ],
  "none": []
}
`);
  });
});
