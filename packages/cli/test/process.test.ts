import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createSession } from './support/session.ts';

const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url));

/** The program as a process of its own; `use` gets it while it runs. */
function yunqian(
  cwd: string,
  args: readonly string[],
  use: (child: ReturnType<typeof spawn>) => void,
): Promise<number> {
  const child = spawn(process.execPath, ['--conditions=source', bin, ...args], { cwd });
  child.stderr.resume();
  use(child);
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? -1)));
}

describe('as a process', () => {
  it('keeps the plan when interrupted, says 130, and leaves no temporary file', async () => {
    const { yunqian: here, directory, path } = createSession();
    await here('init');
    const estate = readFileSync(path('estate.yaml'));
    // A pipe in place of the estate holds the program where its Ctrl-C handler stands and nothing is planned yet.
    rmSync(path('estate.yaml'));
    execFileSync('mkfifo', [path('estate.yaml')]);
    const code = await yunqian(directory, ['plan', 'create', 'estate.yaml', 'fleet.yaml'], async (child) => {
      child.stdout!.resume();
      const pipe = await open(path('estate.yaml'), 'w');
      child.kill('SIGINT');
      await pipe.writeFile(estate);
      await pipe.close();
    });
    expect(code).toBe(130);
    expect(readdirSync(directory).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    rmSync(path('estate.yaml'));
    writeFileSync(path('estate.yaml'), estate);
    expect((await here('plan verify plan.json')).code).toBe(0);
  });

  it('finishes its work when the reader of its output has gone', async () => {
    const { yunqian: here, directory, path } = createSession();
    await here('init');
    const code = await yunqian(directory, ['plan', 'create'], (child) => child.stdout!.destroy());
    expect(code).toBe(0);
    expect(existsSync(path('plan.json'))).toBe(true);
  });
});
