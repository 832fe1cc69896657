import type { Lang } from '@yunqian/planner';
import yargs, { type Argv } from 'yargs';
import { type Args, type Command, UsageError } from './command.ts';
import { outputFormats } from './context.ts';
import type { Io } from './io/io.ts';
import { texts } from './texts.ts';
import { version } from './version.ts';

export type Parsed =
  | { readonly kind: 'command'; readonly command: Command; readonly args: Args }
  /** Help, version or a completion script: to be printed. */
  | { readonly kind: 'text'; readonly text: string };

/** Finds the command and its arguments; throws `UsageError` with the reason. */
export async function parseCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
  lang: Lang,
  io: Io,
): Promise<Parsed> {
  let chosen: { command: Command; args: Args } | null = null;
  const parser = yargs([...argv])
    .scriptName('yunqian')
    .locale(lang === 'zh-CN' ? 'zh_CN' : 'en')
    .usage(texts.usage[lang])
    .epilogue(texts.exitCodes[lang])
    .wrap(Math.min(100, io.stdout.columns ?? 100))
    .option('output', { choices: outputFormats, default: 'table', describe: texts.output[lang] })
    .option('lang', { choices: ['en', 'zh-CN'], describe: texts.lang[lang] })
    .option('quiet', { type: 'boolean', alias: 'q', describe: texts.quiet[lang] })
    .option('verbose', { type: 'boolean', describe: texts.verbose[lang] })
    .version('version', texts.version[lang], version)
    .help('help', texts.help[lang])
    .alias('help', 'h')
    .completion('completion', texts.completion[lang])
    .updateStrings(texts.parser[lang] as never)
    .strict()
    .recommendCommands()
    .exitProcess(false)
    .demandCommand(1)
    .fail((message, error) => {
      throw message ? new UsageError(message) : error;
    });
  const choose = (command: Command, args: Args): void => {
    chosen = { command, args };
  };
  for (const [noun, own] of Object.entries(Object.groupBy(commands, (command) => command.path.split(' ')[0]!))) {
    if (own!.length === 1 && own![0]!.path === noun) addCommand(parser, noun, own![0]!, lang, choose);
    else {
      parser.command(noun, (texts.nouns as Record<string, Record<Lang, string>>)[noun]?.[lang] ?? noun, (nested) => {
        for (const command of own!) addCommand(nested, command.path.split(' ')[1]!, command, lang, choose);
        return nested.demandCommand(1);
      });
    }
  }
  const text = await new Promise<string>((resolve, reject) => {
    Promise.resolve(
      parser.parse([...argv], {}, (error, _args, output) => (error ? reject(error) : resolve(output))),
    ).catch(reject);
  });
  if (chosen !== null) return { kind: 'command', ...(chosen as { command: Command; args: Args }) };
  return { kind: 'text', text: text === '' ? '' : `${text}\n` };
}

function addCommand(
  parser: Argv,
  name: string,
  command: Command,
  lang: Lang,
  choose: (command: Command, args: Args) => void,
): void {
  const positionals = (command.positionals ?? []).map((p) => {
    const word = p.variadic ? `${p.name}..` : p.name;
    return p.required ? `<${word}>` : `[${word}]`;
  });
  parser.command(
    [name, ...positionals].join(' '),
    command.describe[lang],
    (builder) => {
      for (const p of command.positionals ?? [])
        builder.positional(p.name, { type: 'string', describe: p.describe[lang], array: p.variadic === true });
      for (const [key, option] of Object.entries(command.options ?? {})) {
        builder.option(key, {
          type: option.type,
          describe: option.describe[lang],
          ...(option.alias === undefined ? {} : { alias: option.alias }),
          ...(option.array ? { array: true } : {}),
          ...(option.required ? { demandOption: true } : {}),
          ...(option.choices === undefined ? {} : { choices: option.choices }),
          ...(option.default === undefined ? {} : { default: option.default }),
          ...(option.type === 'boolean' || option.array ? {} : { requiresArg: true }),
          ...(option.type === 'number' ? { coerce: (value: unknown) => finite(key, value, lang) } : {}),
        });
      }
      // -o is the file where a command writes one, the format where it only shows.
      if (!Object.values(command.options ?? {}).some(({ alias }) => alias === 'o')) builder.alias('output', 'o');
      for (const example of command.examples ?? []) builder.example(`yunqian ${example}`, '');
      return builder;
    },
    (args) => choose(command, args as Args),
  );
}

function finite(key: string, value: unknown, lang: Lang): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(Array.isArray(value) ? value.at(-1) : value);
  if (!Number.isFinite(number)) throw new UsageError(lang === 'en' ? `--${key}: not a number` : `--${key}：不是数字`);
  return number;
}
