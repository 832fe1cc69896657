import type { Importer, ImportFile, ImportFormat, ImportResult } from '../importer.ts';
import { createSession, type EstateParts, type ImportSession } from '../object/session.ts';
import { fileSpot } from '../object/spot.ts';
import type { ColumnSpecs } from './columns.ts';
import { findHeader, requiredMissing } from './find-header.ts';
import type { Grid } from './grid.ts';
import { leaveOutGrid, type OpenOptions, openTable, type Table } from './open-table.ts';
import { finish, readFiles } from './read-files.ts';
import { readGrids } from './read-grids.ts';

export interface TableFormat<K extends string> {
  readonly format: ImportFormat;
  /** As its makers call it. */
  readonly name: string;
  /** The required columns are also what the format is known by. */
  readonly columns: ColumnSpecs<K>;
  readonly options?: OpenOptions;
  build(session: ImportSession, tables: readonly Table<K>[]): EstateParts;
}

/** An importer of a format that is one table, which may come in several files. */
export function defineTableImporter<K extends string>(format: TableFormat<K>): Importer {
  const fits = (grid: Grid) => requiredMissing(findHeader(grid, format.columns), format.columns).length === 0;
  return {
    format: format.format,
    async detect(files) {
      for (const file of files) if ((await readGrids(file)).grids.some(fits)) return true;
      return false;
    },
    async read(files: readonly ImportFile[]): Promise<ImportResult> {
      const session = createSession(format.format);
      const grids = await readFiles(session, files);
      const none = !grids.some(fits);
      const tables: Table<K>[] = [];
      for (const grid of grids) {
        if (none || fits(grid)) {
          const table = openTable(session, grid, format.columns, format.options);
          if (table !== undefined) tables.push(table);
        } else {
          session.report(
            'warning',
            'YQ1418',
            { ...fileSpot(grid.file), pointer: grid.name },
            { table: grid.name, format: format.name },
          );
          leaveOutGrid(session, grid, 'notNeeded', 1);
        }
      }
      return finish(session, files, format.build(session, tables));
    },
  };
}
