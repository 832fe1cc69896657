import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { base64, deflated, sha256 } from '../pkg/yunqian_core_inline.js';
import { engine } from '../src/solve/engine.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });

it('the generated memory map and dispatch are those of their sources', () => {
  expect(() => node('scripts/generate-kernel.mjs', '--check')).not.toThrow();
});

it('the same sources give the same bytes', () => {
  expect(node('scripts/pack-wasm.mjs')).toContain(`sha256 ${engine.kernelSha256}`);
});

it('the inlined bytes are those of the module, whose hash the engine names', () => {
  const bytes = readFileSync(`${root}pkg/yunqian_core_bg.wasm`);
  expect(Buffer.from(base64, 'base64')).toEqual(bytes);
  expect(inflateRawSync(Buffer.from(deflated, 'base64'))).toEqual(bytes);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  expect(engine.kernelSha256).toBe(sha256);
});

it('the release module imports nothing but memory', () => {
  const module = new WebAssembly.Module(readFileSync(`${root}pkg/yunqian_core_bg.wasm`));
  expect(WebAssembly.Module.imports(module)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
});

it('the engine has the version of the package', () => {
  expect(engine.version).toBe(JSON.parse(readFileSync(`${root}package.json`, 'utf8')).version);
});
