/**
 * Compiles assembly/ and packs it the way wasm-pack does: `pkg/` with the module, glue, typings, and a variant with the
 * bytes inlined. Placement and sequencing are modules of their own, each twice: release, and debug with assertions. The
 * same sources give the same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, gzipSync } from 'node:zlib';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const common = ['--runtime', 'stub', '--importMemory', '--initialMemory', '1', '--maximumMemory', '65536'];
const release = ['-O3', '--converge', '--noAssert'];
const variants = {
  yunqian_core: ['assembly/index.ts', ...common, '--enable', 'simd', ...release],
  yunqian_core_debug: ['assembly/index.ts', ...common, '--enable', 'simd', '-O1'],
  yunqian_sequence: ['assembly/sequence/index.ts', ...common, '--enable', 'simd', ...release],
  yunqian_sequence_debug: ['assembly/sequence/index.ts', ...common, '--enable', 'simd', '-O1'],
};

async function compile(options) {
  const files = {};
  const { error, stderr } = await asc.main([...options, '--baseDir', root, '--outFile', 'core.wasm'], {
    writeFile: (name, content) => {
      files[name] = content;
    },
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return files['core.wasm'];
}

const exportTypes = (module) =>
  WebAssembly.Module.exports(module)
    .map(({ name, kind }) =>
      kind === 'function' ? `  ${name}(...args: number[]): number;` : `  readonly ${name}: unknown;`,
    )
    .join('\n');

function glue(name) {
  return {
    [`${name}.js`]: `/** Compiles the module at \`url\` (default: beside this file), from disk or over the network. */
export async function compile(url = new URL('./${name}_bg.wasm', import.meta.url)) {
  if (String(url).startsWith('file:')) {
    const { readFile } = await import('node:fs/promises');
    return WebAssembly.compile(await readFile(new URL(url)));
  }
  return WebAssembly.compileStreaming(fetch(url));
}

/** An instance over the caller's memory. */
export async function init(memory, module) {
  const abort = (message, file, line, column) => {
    throw new Error(\`kernel assertion failed at \${file}:\${line}:\${column} (\${message})\`);
  };
  return WebAssembly.instantiate(module ?? (await compile()), { env: { memory, abort } });
}
`,
    [`${name}.d.ts`]: `export declare function compile(url?: URL | string): Promise<WebAssembly.Module>;
export declare function init(memory: WebAssembly.Memory, module?: WebAssembly.Module): Promise<WebAssembly.Instance>;
`,
    [`${name}_inline.d.ts`]: `/** The module's bytes in base64, plain and deflated, and their SHA-256 in hex. Take one: a bundler drops the other. */
export declare const base64: string;
export declare const deflated: string;
export declare const sha256: string;
`,
  };
}

/** Whole files only: tests of several processes may read while one packs. */
function write(name, content) {
  const path = `${root}pkg/${name}`;
  try {
    if (readFileSync(path).equals(Buffer.from(content))) return;
  } catch {}
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

mkdirSync(`${root}pkg`, { recursive: true });
const names = [];
for (const [name, options] of Object.entries(variants)) {
  const bytes = await compile(options);
  const module = new WebAssembly.Module(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const files = {
    [`${name}_bg.wasm`]: bytes,
    [`${name}_bg.wasm.d.ts`]: `export interface Exports {\n${exportTypes(module)}\n}\n`,
    [`${name}_inline.js`]: `export const base64 = '${Buffer.from(bytes).toString('base64')}';\nexport const deflated = '${deflateRawSync(bytes, { level: 9 }).toString('base64')}';\nexport const sha256 = '${sha256}';\n`,
    ...glue(name),
  };
  for (const [file, content] of Object.entries(files)) write(file, content);
  names.push(...Object.keys(files));
  const imports = WebAssembly.Module.imports(module).map((entry) => `${entry.module}.${entry.name}`);
  console.log(
    `${name}_bg.wasm ${bytes.length} B, gzip ${gzipSync(bytes).length} B, sha256 ${sha256}, imports ${imports.join(' ')}`,
  );
}
write(
  'package.json',
  `${JSON.stringify({ name: 'yunqian_core', version, type: 'module', files: names, module: 'yunqian_core.js', types: 'yunqian_core.d.ts', sideEffects: false }, null, 2)}\n`,
);
