import { DateTime } from 'luxon';
import { madeByService } from '../../services/labels.ts';
import { isCopied } from '../subjects.ts';
import type { WaveExporter } from './wave-export.ts';
import { sourceName, type WaveRow, waveRows } from './wave-rows.ts';

/**
 * A wave request of VMware HCX (HcxMigrationWaveRequest) a wave, with a mobility group for each move group, and beside it
 * the schedule of its groups. Sites have placeholders for the ids that only an installation knows; names hold at most 100 characters.
 */
export const exportHcx: WaveExporter = (input) => {
  const rows = waveRows(input);
  const instant = (local: string): string =>
    DateTime.fromISO(local, { zone: input.waves.timeZone }).toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
  const isVm = ({ source }: WaveRow): boolean => source.kind === 'vm' && isCopied(source);
  const files = input.waves.waves.flatMap((wave) => {
    const own = rows.filter((row) => row.wave.id === wave.id && isVm(row));
    const groups = wave.groups.filter((id) => own.some((row) => row.group.id === id));
    if (groups.length === 0) return [];
    const mobilityGroups = groups.map((id) => ({
      id,
      name: id,
      vms: own
        .filter((row) => row.group.id === id)
        .map((row) => ({ id: sourceName(row), apps: row.system === undefined ? [] : [{ id: row.system.id }] })),
    }));
    const request = {
      name: wave.name.slice(0, 100),
      localSite: { infraManagerId: 'LOCAL_MANAGER_ID', infraManagerType: 'VCENTER' },
      remoteSite: { id: 'REMOTE_SITE_ID', infraManagerId: 'REMOTE_MANAGER_ID', infraManagerType: 'VCENTER' },
      mobilityGroups,
      dependentNetworks: [],
      revision: 1,
    };
    const schedules = groups.map((group) => {
      const { activity } = own.find((row) => row.group.id === group)!;
      return {
        mobilityGroup: group,
        schedule: {
          transfer: {
            startTime: instant(activity.seedStart),
            expiryTime: instant(activity.seedEnd),
            isInheritedFromGroupDefaults: false,
          },
          switchover: {
            startTime: instant(activity.cutoverStart),
            expiryTime: instant(activity.cutoverEnd),
            isInheritedFromGroupDefaults: false,
          },
        },
      };
    });
    return [
      { name: `${wave.id}.json`, content: `${JSON.stringify(request, null, 2)}\n` },
      { name: `${wave.id}-schedule.json`, content: `${JSON.stringify(schedules, null, 2)}\n` },
    ];
  });
  const leftOut = rows
    .filter((row) => !isVm(row))
    .map(({ workload, source }) => ({
      workload,
      reason: madeByService(source) ?? `a ${source.kind}, no virtual machine`,
    }));
  return { files, leftOut };
};
