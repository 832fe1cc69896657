import yargs from 'yargs';
import { type Command, exitCodes } from '../command.ts';

export const completion: Command = {
  path: 'completion',
  describe: {
    en: 'Print the completion script for your shell: bash, zsh or fish',
    'zh-CN': '输出 shell 补全脚本：bash、zsh 或 fish',
  },
  examples: ['completion >> ~/.bashrc'],
  async run(_args, { io }) {
    // The script asks `yunqian --get-yargs-completions WORDS`; completions.ts answers.
    yargs()
      .scriptName('yunqian')
      .completion('completion', false)
      .exitProcess(false)
      .parse(['completion'], {}, (_error, _parsed, script) => {
        io.stdout.write(`${script.trimEnd()}\n`);
      });
    return exitCodes.done;
  },
};
