import { csvText } from '../../export/csv-text.ts';
import type { WaveExporter } from './wave-export.ts';
import { waveTables } from './wave-tables.ts';

/** A table a file. */
export const exportWaveCsv: WaveExporter = (input) => ({
  files: waveTables(input).map(({ name, header, rows }) => ({ name: `${name}.csv`, content: csvText(header, rows) })),
  leftOut: [],
});
