import { sha256 } from '../../document/sha256.node.ts';
import type { EstateInput } from '../../estate/schema.ts';
import type { ImportFile, ImportFormat, ImportResult } from '../importer.ts';
import type { EstateParts, ImportSession } from '../object/session.ts';
import { trouble } from './file-trouble.ts';
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

/** The result with the files' hashes. Where no row was of use there is an error and no estate: an empty one is none. */
export function finish(session: ImportSession, files: readonly ImportFile[], parts: EstateParts): ImportResult {
  const result = session.result({ source: sourceOf(session.format, files), ...parts });
  const { workloads = [], systems = [], sourceHosts = [] } = result.estate ?? {};
  if (result.estate === undefined || workloads.length + systems.length + sourceHosts.length > 0) return result;
  const error = trouble('error', 'YQ1444', files[0]?.path ?? '', 0, {});
  return { diagnostics: [...result.diagnostics, error], summary: result.summary };
}

function sourceOf(format: ImportFormat, files: readonly ImportFile[]): NonNullable<EstateInput['source']> {
  return { format, files: files.map(({ path, bytes }) => ({ path, sha256: sha256(bytes) })) };
}
