import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSession } from '../object/session.ts';
import { defineColumns, number, required, size, text } from './columns.ts';
import type { Cell, Grid } from './grid.ts';
import { leftOutReasons, leftOutText, type RowOutcome } from './left-out.ts';
import { openTable } from './open-table.ts';

const columns = defineColumns({ name: required(text('Name')), mem: required(size('Memory')), count: number('Count') });
const grid = (rows: Cell[][], more: Partial<Grid> = {}): Grid => ({
  file: 'f.csv',
  name: 't',
  rows: rows.map((cells, i) => ({ line: i + 1, cells })),
  ...more,
});

describe('openTable', () => {
  it('binds columns by name in any order, with places for diagnostics', () => {
    const session = createSession('rvtools');
    const table = openTable(
      session,
      grid([
        ['Count', 'owner', 'Memory GB', 'NAME'],
        ['x', 'me', '2', 'a'],
      ]),
      columns,
    )!;
    const [row] = table.rows;
    expect([row!.text('name'), row!.number('mem'), row!.number('count')]).toEqual(['a', 2048, undefined]);
    table.take(() => 'used');
    const { diagnostics, summary } = session.result({});
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'YQ1412',
        pointer: 't!Count',
        line: 2,
        column: 1,
        params: { column: 'Count', value: 'x', max: 1e12 },
      }),
    );
    expect(summary.ignoredFields).toEqual(['t!owner']);
  });

  it.each([['-1'], ['3e9'], ['many']])('reads %s as no number', (value) => {
    const table = openTable(
      createSession('rvtools'),
      grid([
        ['Name', 'Memory'],
        ['a', value],
      ]),
      columns,
    )!;
    expect(table.rows[0]!.number('mem')).toBeUndefined();
  });

  it('without a required column counts all rows as left out and says what is missing', () => {
    const session = createSession('rvtools');
    expect(
      openTable(
        session,
        grid([
          ['Name', 'RAM'],
          ['a', '1'],
          ['', ''],
          ['b', '2'],
        ]),
        columns,
      ),
    ).toBeUndefined();
    const { diagnostics, summary } = session.result({});
    expect(diagnostics).toMatchObject([{ code: 'YQ1414', line: 1, params: { columns: 'Memory' } }]);
    expect(summary.tables).toEqual([
      {
        file: 'f.csv',
        table: 't',
        rows: 3,
        used: 0,
        leftOut: [
          { reason: 'a required column is missing', count: 2 },
          { reason: 'blank', count: 1 },
        ],
      },
    ]);
  });

  it('every row is in exactly one count', () => {
    const outcomes: RowOutcome[] = ['used', 'duplicate', 'template', 'noName'];
    const dataRow = fc.constantFrom<Cell[]>(
      ['a', '1', '2'],
      ['b', '', ''],
      ['', '', ''],
      [],
      ['c', '3', '4', 'surplus'],
    );
    fc.assert(
      fc.property(
        fc.array(dataRow),
        fc.array(fc.constantFrom(...outcomes), { minLength: 1 }),
        fc.boolean(),
        (rows, answers, title) => {
          const session = createSession('rvtools');
          const head: Cell[][] = title
            ? [['Export of May'], ['Name', 'Memory', 'Count']]
            : [['Name', 'Memory', 'Count']];
          let asked = 0;
          openTable(session, grid([...head, ...rows]), columns)!.take(() => answers[asked++ % answers.length]!);
          const [counts] = session.result({}).summary.tables;
          const expected = rows.length + (title ? 1 : 0);
          expect(counts?.rows ?? 0).toBe(expected);
          expect((counts?.used ?? 0) + (counts?.leftOut ?? []).reduce((sum, { count }) => sum + count, 0)).toBe(
            expected,
          );
          expect(asked).toBe(rows.filter((cells) => cells.some((cell) => cell !== '')).length);
        },
      ),
    );
  });
});

it('says reasons in both languages', () => {
  expect(leftOutText('blank', 'zh-CN')).toBe('空行');
  expect(leftOutText('words of another importer', 'zh-CN')).toBe('words of another importer');
  for (const reason of Object.values(leftOutReasons)) expect(leftOutText(reason.en, 'en')).toBe(reason.en);
});
