import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { UsageError } from './command.ts';
import type { Io } from './io/io.ts';
import { parseCommandLine } from './parse.ts';
import type { Group } from './registry.ts';

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
const plan: Command[] = [
  {
    path: 'plan create',
    describe: text,
    positionals: [{ name: 'documents', variadic: true, describe: text }],
    options: {
      out: { type: 'string', alias: 'o', default: 'plan.json', describe: text },
      seed: { type: 'number', integer: true, min: 0, default: 1, describe: text },
      format: { type: 'string', choices: ['csv', 'terraform'], describe: text },
    },
    run,
  },
  { path: 'plan show', describe: text, positionals: [{ name: 'plan', required: true, describe: text }], run },
];
const loaded: string[] = [];
const group = (name: string, commands: Command[]): Group => ({
  name,
  describe: text,
  load: async () => {
    loaded.push(name);
    return commands;
  },
});
const groups = [group('plan', plan), group('doctor', [{ path: 'doctor', describe: text, run }])];

const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');
const parse = (line: string, lang: 'en' | 'zh-CN' = 'en') => parseCommandLine(words(line), groups, lang, io);
const complete = async (line: string): Promise<string[]> => {
  const parsed = await parseCommandLine(['--get-yargs-completions', ...line.split(' ')], groups, 'en', io);
  return parsed.kind === 'text' ? parsed.text.split('\n').slice(0, -1) : [];
};

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
  it('finds commands after options that hold for all', async () => {
    expect(await parse('--lang zh-CN -q plan show p.json')).toMatchObject({
      command: { path: 'plan show' },
      args: { plan: 'p.json', quiet: true },
    });
  });
  it('takes the last of options given twice', async () => {
    expect(await parse('plan create -o a --out b --seed 1 --seed 2')).toMatchObject({ args: { out: 'b', seed: 2 } });
  });
  it('loads only the group that is used, and none for help and version', async () => {
    loaded.length = 0;
    for (const line of ['', '--help', '--version', 'help']) expect((await parse(line)).kind).toBe('text');
    expect(loaded).toEqual([]);
    await parse('doctor');
    expect(loaded).toEqual(['doctor']);
  });
  it.each([
    ['plan creat', /^no command plan creat; did you mean create\?$/],
    ['plan creat --help', /creat/],
    ['plan show', /^missing: <plan> \(Does it\)$/],
    ['plan show a b c', /^too many arguments: b c$/],
    ['plan create --sed 1', /^no option --sed; did you mean --seed\?$/],
    ['plan create --seed abc', /^--seed: must be a whole number of at least 0$/],
    ['plan create --seed 1.5', /whole/],
    ['plan create --seed -1', /at least 0/],
    ['plan create -o', /no value/],
    ['plan create --format xml', /--format "xml"; choose from "csv", "terraform"/],
    ['plan show p.json -o xml', /xml/],
    ['nonsense', /^no command nonsense; there are plan, doctor$/],
  ])('refuses `%s`', async (line, reason) => {
    await expect(parse(line)).rejects.toThrow(UsageError);
    await expect(parse(line)).rejects.toThrow(reason);
  });
  it('refuses in Chinese too', async () => {
    await expect(parse('plan creat', 'zh-CN')).rejects.toThrow('没有命令 plan creat；是否指 create？');
    await expect(parse('plan show', 'zh-CN')).rejects.toThrow('缺少参数：<plan>（执行）');
    await expect(parse('plan create --seed x', 'zh-CN')).rejects.toThrow('--seed：须为整数，不小于 0');
  });
  it('names the command whose help tells more', async () => {
    await expect(parse('plan show')).rejects.toMatchObject({ help: 'plan show' });
    await expect(parse('plan creat')).rejects.toMatchObject({ help: 'plan' });
  });
  it('prints help of a command in both languages', async () => {
    const en = await parse('plan create --help');
    expect(en).toMatchObject({
      kind: 'text',
      text: expect.stringContaining('yunqian plan create [documents..] [options]'),
    });
    const zh = await parse('plan --help', 'zh-CN');
    expect(zh).toMatchObject({ kind: 'text', text: expect.stringContaining('命令') });
    expect(await parse('help plan create')).toEqual(en);
    expect(await parse('plan')).toEqual(await parse('plan --help'));
  });
});

describe('completions', () => {
  it.each([
    ['yunqian ', ['plan', 'doctor']],
    ['yunqian pl', ['plan']],
    ['yunqian plan ', ['create', 'show']],
    ['yunqian plan create --se', ['--seed']],
    ['yunqian plan create --format ', ['csv', 'terraform']],
    ['yunqian plan create --lang z', ['zh-CN']],
    ['yunqian plan create --out ', []],
    ['yunqian plan show ', []],
    ['plan sh', ['show']],
  ])('of `%s`', async (line, expected) => {
    expect(await complete(line)).toEqual(expected);
  });
});
