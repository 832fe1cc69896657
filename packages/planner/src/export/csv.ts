import { explanationText } from '../plan/explanation-text.ts';
import { planRows } from '../plan/plan-rows.ts';
import { csvText } from './csv-text.ts';
import type { Exporter } from './exporter.ts';

/** Tables for spreadsheets: placements, what hosts and pools carry, what is not placed and why. */
export const exportCsv: Exporter = ({ plan, estate, fleet }) => {
  const placements = planRows(plan, estate, fleet).map(({ workload, source, system, host, volumes }) => [
    workload,
    source.name ?? '',
    source.kind,
    system?.tenant ?? '',
    source.system ?? '',
    source.component ?? '',
    host.id,
    host.site,
    host.rack,
    host.az,
    host.zone,
    source.vcpus,
    source.memMiB,
    volumes.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0),
    [...new Set(volumes.map(({ pool }) => pool))].join(' '),
  ]);
  const { dimensions, hosts, pools = [] } = plan.utilisation;
  return {
    files: [
      {
        name: 'placements.csv',
        text: csvText(
          [
            'workload',
            'name',
            'kind',
            'tenant',
            'system',
            'component',
            'host',
            'site',
            'rack',
            'az',
            'zone',
            'vcpus',
            'memMiB',
            'volumesGiB',
            'pools',
          ],
          placements,
        ),
      },
      {
        name: 'utilisation.csv',
        text: csvText(
          ['host', 'workloads', ...dimensions.flatMap((dimension) => [`${dimension} used`, `${dimension} capacity`])],
          hosts.map(({ host, workloads, used, capacity }) => [
            host,
            workloads,
            ...dimensions.flatMap((_, i) => [used[i]!, capacity[i]!]),
          ]),
        ),
      },
      {
        name: 'pools.csv',
        text: csvText(
          ['pool', 'type', 'usedGiB', 'usableGiB'],
          pools.map(({ pool, type, usedGiB, usableGiB }) => [pool, type, usedGiB, usableGiB]),
        ),
      },
      {
        name: 'unplaced.csv',
        text: csvText(
          ['workload', 'verdict', 'why', '原因'],
          plan.unplaced.map((entry) => [
            entry.workload,
            entry.verdict,
            explanationText(entry, 'en'),
            explanationText(entry, 'zh-CN'),
          ]),
        ),
      },
    ],
    leftOut: [],
  };
};
