import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { UsageError } from './command.ts';
import type { Io } from './io/io.ts';
import { parseCommandLine } from './parse.ts';

const io: Io = {
  stdout: new PassThrough(),
  stderr: new PassThrough(),
  stdin: new PassThrough(),
  env: {},
  cwd: '/',
  nodeVersion: '24.0.0',
};
const text = { en: 'Does it', 'zh-CN': '执行' };
const run = async (): Promise<0> => 0;
const commands: Command[] = [
  {
    path: 'plan create',
    describe: text,
    positionals: [{ name: 'documents', variadic: true, describe: text }],
    options: {
      out: { type: 'string', alias: 'o', default: 'plan.json', describe: text },
      seed: { type: 'number', default: 1, describe: text },
    },
    run,
  },
  { path: 'plan show', describe: text, positionals: [{ name: 'plan', required: true, describe: text }], run },
  { path: 'doctor', describe: text, run },
];

const parse = (line: string, lang: 'en' | 'zh-CN' = 'en') => parseCommandLine(line.split(' '), commands, lang, io);

describe('parseCommandLine', () => {
  it('finds a nested command with its arguments', async () => {
    const parsed = await parse('plan create a.yaml b.yaml -o out.json --seed 7');
    expect(parsed).toMatchObject({
      kind: 'command',
      args: { documents: ['a.yaml', 'b.yaml'], out: 'out.json', seed: 7 },
    });
  });
  it('finds a command of one word', async () => {
    expect(await parse('doctor')).toMatchObject({ kind: 'command', command: { path: 'doctor' } });
  });
  it('takes -o as the format where the command writes no file', async () => {
    expect(await parse('plan show p.json -o json')).toMatchObject({ args: { output: 'json' } });
  });
  it.each([
    ['plan creat', /create/],
    ['plan show', /Missing argument/],
    ['plan create --sed 1', /sed/],
    ['plan create --seed abc', /--seed/],
    ['plan show p.json -o xml', /xml/],
    ['nonsense', /nonsense/],
  ])('refuses `%s`', async (line, reason) => {
    await expect(parse(line)).rejects.toThrow(UsageError);
    await expect(parse(line)).rejects.toThrow(reason);
  });
  it('prints help of a command in both languages', async () => {
    const en = await parse('plan create --help');
    expect(en).toMatchObject({ kind: 'text', text: expect.stringContaining('yunqian plan create [documents..]') });
    const zh = await parse('plan --help', 'zh-CN');
    expect(zh).toMatchObject({ kind: 'text', text: expect.stringContaining('命令') });
  });
});
