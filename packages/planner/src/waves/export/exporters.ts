import { exportCalendar } from './calendar.ts';
import { exportWaveCsv } from './csv.ts';
import { exportForklift } from './forklift.ts';
import { exportHcx } from './hcx.ts';
import { exportAzure, exportMgn } from './server-lists.ts';
import type { WaveExported, WaveExporter, WaveExportInput } from './wave-export.ts';
import { waveTables } from './wave-tables.ts';
import { workbook } from './workbook.ts';

/** Every format that waves can be written in; a new one is its file and its line here. */
export const waveExporters = {
  csv: exportWaveCsv,
  xlsx: async (input) => ({ files: [{ name: 'waves.xlsx', content: await workbook(waveTables(input)) }], leftOut: [] }),
  ics: exportCalendar,
  forklift: exportForklift,
  hcx: exportHcx,
  'aws-mgn': exportMgn,
  azure: exportAzure,
} as const satisfies Readonly<Record<string, WaveExporter>>;

export type WaveExportFormat = keyof typeof waveExporters;
export const waveExportFormats = Object.keys(waveExporters) as WaveExportFormat[];

export async function exportWaves(format: WaveExportFormat, input: WaveExportInput): Promise<WaveExported> {
  return waveExporters[format](input);
}
