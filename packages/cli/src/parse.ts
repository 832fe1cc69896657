import type { Lang } from '@yunqian/planner';
import yargs, { type Argv } from 'yargs';
import { closest } from './closest.ts';
import { type Args, type Command, type Option, UsageError } from './command.ts';
import { completions } from './completions.ts';
import { type Found, findCommand } from './find-command.ts';
import { globalOptions } from './global-options.ts';
import type { Io } from './io/io.ts';
import type { Group } from './registry.ts';
import { texts } from './texts.ts';
import { version } from './version.ts';

export type Parsed =
  | { readonly kind: 'command'; readonly command: Command; readonly args: Args }
  /** Help, version or completions: to be printed. */
  | { readonly kind: 'text'; readonly text: string };

const completionFlag = '--get-yargs-completions';

/** Finds the command and its arguments; throws `UsageError` with the reason. */
export async function parseCommandLine(
  argv: readonly string[],
  groups: readonly Group[],
  lang: Lang,
  io: Io,
): Promise<Parsed> {
  if (argv[0] === completionFlag) {
    return text((await completions(argv.slice(1), groups)).map((word) => `${word}\n`).join(''));
  }
  const found = await findCommand(argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv, groups);
  if (found.unknown !== undefined) throw await unknownCommand(found, found.unknown, groups, lang);
  const { command } = found;
  if (command === undefined) {
    return argv.includes('--version') ? text(`${version}\n`) : text(await overview(found.group, groups, lang, io));
  }
  const parser = parserOf(command, lang, io);
  let args: Args | undefined;
  parser.command(
    ['$0', ...positionalWords(command, false)].join(' '),
    false,
    (builder) => {
      for (const p of command.positionals ?? [])
        builder.positional(p.name, { type: 'string', describe: p.describe[lang], array: p.variadic === true });
    },
    (parsed) => {
      args = parsed as Args;
    },
  );
  const output = await new Promise<string>((resolve, reject) => {
    Promise.resolve(
      parser.parse([...found.rest], {}, (error, _args, printed) => (error ? reject(error) : resolve(printed))),
    ).catch(reject);
  });
  if (args === undefined) return text(`${output}\n`);
  return { kind: 'command', command, args: checked(args, command, lang) };
}

const text = (content: string): Parsed => ({ kind: 'text', text: content });

/** Help of the whole program, or of one group. */
async function overview(group: Group | undefined, groups: readonly Group[], lang: Lang, io: Io): Promise<string> {
  const parser = baseParser(lang, io)
    .scriptName(group === undefined ? 'yunqian' : `yunqian ${group.name}`)
    .usage(`$0 ${texts.usage[lang]}${group === undefined ? '' : `\n\n${group.describe[lang]}`}`);
  if (group === undefined) {
    parser.epilogue(texts.exitCodes[lang]);
    for (const { name, describe } of groups) parser.command(name, describe[lang]);
  } else {
    for (const command of await group.load()) {
      parser.command([command.path.split(' ')[1], ...positionalWords(command)].join(' '), command.describe[lang]);
    }
  }
  return `${await parser.getHelp()}\n`;
}

function parserOf(command: Command, lang: Lang, io: Io): Argv {
  const parser = baseParser(lang, io, command.options ?? {})
    .scriptName(`yunqian ${command.path}`)
    .usage(`${['$0', ...positionalWords(command), texts.options[lang]].join(' ')}\n\n${command.describe[lang]}`)
    .fail((message, error) => {
      throw new UsageError(message ?? error.message, command.path);
    });
  // -o is the file where a command writes one, the format where it only shows.
  if (!Object.values(command.options ?? {}).some(({ alias }) => alias === 'o')) parser.alias('output', 'o');
  for (const example of command.examples ?? []) parser.example(`yunqian ${example}`, '');
  return parser;
}

function baseParser(lang: Lang, io: Io, own: Readonly<Record<string, Option>> = {}): Argv {
  const parser = yargs().help(false).version(false);
  addOptions(parser, { ...own, ...globalOptions }, lang);
  return parser
    .locale(lang === 'zh-CN' ? 'zh_CN' : 'en')
    .wrap(Math.min(100, io.stdout.columns ?? 100))
    .parserConfiguration({ 'camel-case-expansion': false })
    .help('help', texts.help[lang])
    .alias('help', 'h')
    .version('version', texts.version[lang], version)
    .updateStrings(texts.parser[lang] as never)
    .exitProcess(false);
}

function addOptions(parser: Argv, options: Readonly<Record<string, Option>>, lang: Lang): void {
  for (const [key, option] of Object.entries(options)) {
    parser.option(key, {
      ...(option.choices === undefined ? { type: option.type } : {}),
      describe: option.describe[lang],
      ...(option.alias === undefined ? {} : { alias: option.alias }),
      ...(option.required ? { demandOption: true } : {}),
      ...(option.choices === undefined ? {} : { choices: option.choices }),
      ...(option.default === undefined ? {} : { default: option.default }),
      ...(option.type === 'boolean' ? {} : { requiresArg: true }),
      ...(option.type === 'number' ? { coerce: (value: unknown) => numberIn(key, option, value, lang) } : {}),
    });
  }
}

function positionalWords(command: Command, marked = true): string[] {
  return (command.positionals ?? []).map((p) => {
    const word = p.variadic ? `${p.name}..` : p.name;
    return p.required && marked ? `<${word}>` : `[${word}]`;
  });
}

/** What the parser lets pass: missing arguments, words too many, options that there are not. */
function checked(args: Args, command: Command, lang: Lang): Args {
  const positionals = command.positionals ?? [];
  const isGiven = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined);
  const missing = positionals.filter((p) => p.required && !isGiven(args[p.name]));
  if (missing.length > 0) {
    const names = missing.map((p) => `<${p.name}>（${p.describe[lang]}）`);
    throw new UsageError(
      lang === 'en'
        ? `missing: ${missing.map((p) => `<${p.name}> (${p.describe.en})`).join(', ')}`
        : `缺少参数：${names.join('、')}`,
      command.path,
    );
  }
  const extra = (args._ as readonly unknown[]).map(String);
  if (extra.length > 0) {
    throw new UsageError(
      lang === 'en' ? `too many arguments: ${extra.join(' ')}` : `多余的参数：${extra.join(' ')}`,
      command.path,
    );
  }
  const options: Readonly<Record<string, Option>> = { ...globalOptions, ...command.options };
  const known = Object.entries(options).flatMap(([key, { alias }]) => (alias === undefined ? [key] : [key, alias]));
  const others = ['_', '$0', 'help', 'h', 'version', 'o', ...positionals.map((p) => p.name)];
  const unknown = Object.keys(args).find((key) => ![...known, ...others].includes(key));
  if (unknown !== undefined) {
    const near = closest(unknown, Object.keys(options));
    throw new UsageError(
      lang === 'en'
        ? `no option ${dashed(unknown)}${near ? `; did you mean --${near}?` : ''}`
        : `没有选项 ${dashed(unknown)}${near ? `；是否指 --${near}？` : ''}`,
      command.path,
    );
  }
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [key, known.includes(key) ? lastOf(value) : value]),
  );
}

/** An option given twice counts as given last. */
const lastOf = (value: unknown): unknown => (Array.isArray(value) ? value.at(-1) : value);

const dashed = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

function numberIn(key: string, option: Option, value: unknown, lang: Lang): number | undefined {
  if (value === undefined) return undefined;
  const { integer = false, min, max } = option;
  const number = Number(lastOf(value));
  const isRead = integer ? Number.isSafeInteger(number) : Number.isFinite(number);
  if (isRead && number >= (min ?? number) && number <= (max ?? number)) return number;
  const en = [
    integer ? 'a whole number' : 'a number',
    ...(min === undefined ? [] : [`of at least ${min}`]),
    ...(max === undefined ? [] : [`and at most ${max}`]),
  ];
  const zh = [
    integer ? '整数' : '数字',
    ...(min === undefined ? [] : [`不小于 ${min}`]),
    ...(max === undefined ? [] : [`不大于 ${max}`]),
  ];
  throw new UsageError(lang === 'en' ? `--${key}: must be ${en.join(' ')}` : `--${key}：须为${zh.join('，')}`);
}

async function unknownCommand(found: Found, word: string, groups: readonly Group[], lang: Lang): Promise<UsageError> {
  const { group } = found;
  const names =
    group === undefined ? groups.map(({ name }) => name) : (await group.load()).map(({ path }) => path.split(' ')[1]!);
  const near = closest(word, names);
  const whole = [...(group === undefined ? [] : [group.name]), word].join(' ');
  return new UsageError(
    lang === 'en'
      ? `no command ${whole}; ${near ? `did you mean ${near}?` : `there are ${names.join(', ')}`}`
      : `没有命令 ${whole}；${near ? `是否指 ${near}？` : `可用的有 ${names.join('、')}`}`,
    group?.name,
  );
}
