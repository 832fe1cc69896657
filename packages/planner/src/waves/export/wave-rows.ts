import type { Estate, EstateSystem, EstateWorkload } from '../../estate/schema.ts';
import { workloadIds } from '../move-groups.ts';
import type { Activity, MoveGroup, Wave } from '../schema.ts';
import type { WaveExportInput } from './wave-export.ts';

/** One workload that moves, with its wave and where it goes. */
export interface WaveRow {
  readonly workload: string;
  readonly source: EstateWorkload;
  readonly system?: EstateSystem;
  readonly group: MoveGroup;
  readonly wave: Wave;
  readonly activity: Activity;
  /** '' where the plan has none. */
  readonly host: string;
}

/** Scheduled workloads in the order of waves, groups and ids; what the estate does not know is left out. */
export function waveRows({ waves, plan, estate }: WaveExportInput): WaveRow[] {
  const groups = new Map(waves.groups.map((group) => [group.id, group]));
  const activities = new Map(waves.activities.map((activity) => [activity.group, activity]));
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  const sources = sourcesOf(estate);
  const hosts = new Map(plan.placements.map(({ workload, host }) => [workload, host]));
  return waves.waves.flatMap((wave) =>
    wave.groups.flatMap((id) => {
      const [group, activity] = [groups.get(id), activities.get(id)];
      if (group === undefined || activity === undefined) return [];
      return group.workloads.flatMap((workload): WaveRow[] => {
        const source = sources.get(workload);
        if (source === undefined) return [];
        const system = systems.get(source.system ?? '');
        const host = hosts.get(workload) ?? '';
        return [{ workload, source, ...(system && { system }), group, wave, activity, host }];
      });
    }),
  );
}

function sourcesOf({ workloads }: Estate): Map<string, EstateWorkload> {
  return new Map(workloads.flatMap((workload) => workloadIds(workload).map((id) => [id, workload] as const)));
}

/** What its own tools call a workload. */
export function sourceName({ workload, source }: WaveRow): string {
  return source.count === 1 ? (source.name ?? workload) : workload;
}
