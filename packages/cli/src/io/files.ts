import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export interface FoundFile {
  /** As the user would name it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file, or every file below a directory in name order. Throws the system's error for what cannot be read. */
export function readFiles(cwd: string, paths: readonly string[]): FoundFile[] {
  return paths.flatMap((path) => {
    const full = resolve(cwd, path);
    return statSync(full).isDirectory()
      ? walk(full).map((file) => read(file, join(path, relative(full, file))))
      : [read(full, path)];
  });
}

export function readText(cwd: string, path: string): Uint8Array {
  return readFileSync(resolve(cwd, path));
}

export function exists(cwd: string, path: string): boolean {
  return existsSync(resolve(cwd, path));
}

/** Writes to a temporary name beside the target, syncs, then renames: a reader sees the old file or the new one. */
export function writeFileAtomic(cwd: string, path: string, text: string | Uint8Array): void {
  const target = resolve(cwd, path);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    makeDirectory(dirname(target));
    const file = openSync(temporary, 'w');
    try {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    // The system names the temporary file, or none where the disk is full.
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  } finally {
    if (existsSync(temporary)) rmSync(temporary);
  }
}

/** Not mkdir's own `recursive`, which never ends below /proc. */
export function makeDirectory(path: string): void {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  mkdirSync(path);
}

function walk(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? walk(path) : entry.isFile() ? [path] : [];
    });
}

function read(full: string, path: string): FoundFile {
  return { path, bytes: readFileSync(full) };
}
