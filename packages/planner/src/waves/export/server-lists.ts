import { csvText } from '../../export/csv-text.ts';
import { madeByService } from '../../services/labels.ts';
import { isCopied } from '../subjects.ts';
import { isLinux } from '../tool-limits.ts';
import type { WaveExporter } from './wave-export.ts';
import { sourceName, type WaveRow, waveRows } from './wave-rows.ts';

const servers = (rows: readonly WaveRow[]): WaveRow[] => rows.filter(({ source }) => isCopied(source));
const others = (rows: readonly WaveRow[]): { workload: string; reason: string }[] =>
  rows
    .filter(({ source }) => !isCopied(source))
    .map(({ workload, source }) => ({ workload, reason: madeByService(source) ?? 'a container, no server' }));

/**
 * Inventory import of AWS Application Migration Service: waves, applications, servers. Account and region are the
 * user's: the two columns are left empty.
 */
export const exportMgn: WaveExporter = (input) => {
  const rows = waveRows(input);
  const content = csvText(
    [
      'mgn:account-id',
      'mgn:region',
      'mgn:wave:name',
      'mgn:wave:description',
      'mgn:app:name',
      'mgn:app:tag:tenant',
      'mgn:app:tag:move-group',
      'mgn:server:user-provided-id',
      'mgn:server:platform',
      'mgn:server:tag:component',
    ],
    servers(rows).map((row) => [
      '',
      '',
      row.wave.id,
      row.wave.name,
      row.source.system ?? row.group.id,
      row.system?.tenant ?? '',
      row.group.id,
      sourceName(row),
      isLinux(row.source) ? 'Linux' : 'Windows',
      row.source.component ?? '',
    ]),
  );
  return { files: [{ name: 'mgn-import.csv', content }], leftOut: others(rows) };
};

/** Servers by wave for Azure Migrate: `Wave Name` is the one column that its own list lets people edit. */
export const exportAzure: WaveExporter = (input) => {
  const rows = waveRows(input);
  const content = csvText(
    ['Server name', 'Wave Name', 'Application', 'Planned start', 'Planned cutover'],
    servers(rows).map((row) => [
      sourceName(row),
      row.wave.name,
      row.source.system ?? row.group.id,
      row.activity.seedStart,
      row.activity.cutoverStart,
    ]),
  );
  return { files: [{ name: 'azure-waves.csv', content }], leftOut: others(rows) };
};
