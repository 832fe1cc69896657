import type { Option } from './command.ts';
import { findCommand } from './find-command.ts';
import { globalOptions } from './global-options.ts';
import type { Group } from './registry.ts';

/**
 * What may stand at the end of a command line: commands, options, values of the option before. Empty where a file
 * is wanted: the shell completes those itself. `words` are all words typed, the last one perhaps in part.
 */
export async function completions(words: readonly string[], groups: readonly Group[]): Promise<string[]> {
  const typed = words[0] === 'yunqian' ? words.slice(1) : words;
  const last = typed.at(-1) ?? '';
  const before = typed.slice(0, -1);
  const { group, command } = await findCommand(before, groups);
  const options: [string, Option][] = Object.entries({ ...globalOptions, ...command?.options });
  const open = options.find(([name, { alias }]) => [`--${name}`, `-${alias}`].includes(before.at(-1) ?? ''));
  if (open !== undefined && open[1].type !== 'boolean') return starting(open[1].choices ?? [], last);
  if (last.startsWith('-')) return starting([...options.map(([name]) => `--${name}`), '--help'], last);
  if (command !== undefined) return starting(command.positionals?.[0]?.choices ?? [], last);
  const next =
    group === undefined ? groups.map(({ name }) => name) : (await group.load()).map(({ path }) => path.split(' ')[1]!);
  return starting(next, last);
}

const starting = (candidates: readonly string[], prefix: string): string[] =>
  candidates.filter((candidate) => candidate.startsWith(prefix));
