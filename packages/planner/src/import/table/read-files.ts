import { sha256 } from '../../document/sha256.node.ts';
import type { EstateInput } from '../../estate/schema.ts';
import type { ImportFile, ImportFormat } from '../importer.ts';
import type { ImportSession } from '../object/session.ts';
import type { Grid } from './grid.ts';
import { readGrids } from './read-grids.ts';

/** The tables of all files in their order; a file that has none is counted as one thing left out. */
export async function readFiles(session: ImportSession, files: readonly ImportFile[]): Promise<Grid[]> {
  const all: Grid[] = [];
  for (const file of files) {
    const { grids, diagnostics } = await readGrids(file);
    session.add(diagnostics);
    if (grids.length === 0) session.see(file.path, 'file').leaveOut('unreadable');
    all.push(...grids);
  }
  return all;
}

/** Where an estate comes from, with the hash of each file. */
export function sourceOf(format: ImportFormat, files: readonly ImportFile[]): NonNullable<EstateInput['source']> {
  return { format, files: files.map(({ path, bytes }) => ({ path, sha256: sha256(bytes) })) };
}
