import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach } from 'vitest';
import { main } from '../../src/main.ts';

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A directory of its own and command lines that run in it, in this process. */
export interface Session {
  readonly directory: string;
  path(name: string): string;
  yunqian(line: string, options?: { signal?: AbortSignal; env?: Record<string, string> }): Promise<Result>;
}

const directories: string[] = [];

afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

export function createSession(): Session {
  const directory = mkdtempSync(join(tmpdir(), 'yunqian-cli-'));
  directories.push(directory);
  return {
    directory,
    path: (name) => join(directory, name),
    async yunqian(line, { signal = new AbortController().signal, env = {} } = {}) {
      const out: string[] = [];
      const err: string[] = [];
      const code = await main(
        line.split(' ').filter((word) => word !== ''),
        {
          stdout: sink(out),
          stderr: sink(err),
          stdin: process.stdin,
          env: { USER: 'tester', ...env },
          cwd: directory,
          nodeVersion: process.versions.node,
        },
        signal,
      );
      return { code, stdout: out.join(''), stderr: err.join('') };
    },
  };
}

function sink(into: string[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      into.push(String(chunk));
      done();
    },
  });
}
