import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandsPage, errorsPage } from './reference.ts';
import { allCommands } from './registry.ts';

const commands = await allCommands();

const page = (name: string): string =>
  readFileSync(new URL(`../../../docs/reference/${name}.md`, import.meta.url), 'utf8');

describe('reference pages are fresh (npm run docs -w packages/cli)', () => {
  it('commands', () => expect(page('commands')).toBe(commandsPage(commands)));
  it('errors', () => expect(page('errors')).toBe(errorsPage()));
});

describe('commands', () => {
  it('have unique paths of one or two words', () => {
    const paths = commands.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^[a-z]+( [a-z]+)?$/);
  });
});
