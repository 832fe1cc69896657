#!/usr/bin/env node
// Stands in the repository, so that npm links the command before anything is built.
import { existsSync } from 'node:fs';

const built = new URL('../dist/bin.js', import.meta.url);
if (existsSync(built)) await import(built);
else {
  console.error('yunqian is not built yet: npm run build');
  process.exitCode = 1;
}
