/** Writes the pages of keys: `node packages/tui/scripts/key-pages.ts`. A test keeps them fresh. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { keyPage } from '../src/keys/page.ts';
import { textsFor } from '../src/messages/messages.ts';

const folder = new URL('../../../docs/reference/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('keys.md', folder), keyPage(textsFor('en')));
writeFileSync(new URL('keys.zh-CN.md', folder), keyPage(textsFor('zh-CN')));
