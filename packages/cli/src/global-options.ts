import type { Option } from './command.ts';
import { outputFormats } from './context.ts';
import { texts } from './texts.ts';

/** Options that every command takes. */
export const globalOptions = {
  output: { type: 'string', choices: outputFormats, default: 'table', describe: texts.output },
  lang: { type: 'string', choices: ['en', 'zh-CN'], describe: texts.lang },
  quiet: { type: 'boolean', alias: 'q', describe: texts.quiet },
  verbose: { type: 'boolean', describe: texts.verbose },
} as const satisfies Readonly<Record<string, Option>>;
