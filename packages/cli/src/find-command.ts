import type { Command } from './command.ts';
import { globalOptions } from './global-options.ts';
import type { Group } from './registry.ts';

export interface Found {
  readonly group?: Group;
  readonly command?: Command;
  /** Words that name commands and are none; the first is told to the user. */
  readonly unknown?: string;
  /** The command line without the words that named the command. */
  readonly rest: readonly string[];
}

/** Finds the group and the command that a command line names, loading no other group. */
export async function findCommand(argv: readonly string[], groups: readonly Group[]): Promise<Found> {
  const first = nextWord(argv, 0);
  if (first === -1) return { rest: argv };
  const group = groups.find(({ name }) => name === argv[first]);
  if (group === undefined) return { unknown: argv[first]!, rest: argv };
  const commands = await group.load();
  if (commands[0]!.path === group.name) return { group, command: commands[0]!, rest: without(argv, [first]) };
  const second = nextWord(argv, first + 1);
  if (second === -1) return { group, rest: without(argv, [first]) };
  const command = commands.find(({ path }) => path === `${group.name} ${argv[second]}`);
  if (command === undefined) return { group, unknown: argv[second]!, rest: argv };
  return { group, command, rest: without(argv, [first, second]) };
}

const takesValue = new Set(
  Object.entries(globalOptions).flatMap(([name, { type }]) => (type === 'string' ? [`--${name}`] : [])),
).add('-o');

/** The next word that is neither an option nor the value of a global one; -1 at the end. */
function nextWord(argv: readonly string[], from: number): number {
  for (let i = from; i < argv.length; i += 1) {
    const word = argv[i]!;
    if (takesValue.has(word)) i += 1;
    else if (!word.startsWith('-')) return i;
  }
  return -1;
}

const without = (argv: readonly string[], indexes: readonly number[]): string[] =>
  argv.filter((_, i) => !indexes.includes(i));
