/** Writes docs/reference/commands.md and errors.md. */
import { writeFileSync } from 'node:fs';
import { commandsPage, errorsPage } from '../src/reference.ts';
import { allCommands } from '../src/registry.ts';

const page = (name: string): URL => new URL(`../../../docs/reference/${name}.md`, import.meta.url);
writeFileSync(page('commands'), commandsPage(await allCommands()));
writeFileSync(page('errors'), errorsPage());
