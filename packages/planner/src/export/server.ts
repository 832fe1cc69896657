import { type PlanRow, planRows } from '../plan/plan-rows.ts';
import { madeByService } from '../services/labels.ts';
import { csvText } from './csv-text.ts';
import type { ExportedFile, ExportInput } from './exporter.ts';
import { hostNames } from './names.ts';

/** A virtual machine as OpenStack knows it. */
export interface Server {
  readonly name: string;
  readonly flavor: ServerFlavor;
  /** Availability zone and nova host. */
  readonly az: string;
  readonly host: string;
  /** What the image and the network are chosen by: operating system and security zone, '' where unknown. */
  readonly os: string;
  readonly zone: string;
  readonly volumes: readonly ServerVolume[];
}

export interface ServerFlavor {
  readonly name: string;
  readonly vcpus: number;
  readonly ramMiB: number;
  readonly diskGiB: number;
  /** `pci_passthrough:alias`; '' without cards. */
  readonly accelerators: string;
}

export interface ServerVolume {
  readonly name: string;
  readonly sizeGiB: number;
  readonly type: string;
  /** Several servers attach it. */
  readonly shared: boolean;
}

/** The plan's virtual machines; containers and bare metal are not booted through nova by host, and services boot their own. */
export function serversOf({ plan, estate, fleet }: ExportInput): {
  servers: Server[];
  leftOut: { workload: string; reason: string }[];
} {
  const nameOf = hostNames(fleet);
  const servers: Server[] = [];
  const leftOut: { workload: string; reason: string }[] = [];
  for (const row of planRows(plan, estate, fleet)) {
    const { workload, source, host } = row;
    const made = madeByService(source);
    if (made !== undefined || source.kind !== 'vm') leftOut.push({ workload, reason: made ?? source.kind });
    else
      servers.push({
        name: workload,
        flavor: flavorOf(row),
        az: host.az,
        host: nameOf(host),
        os: source.os ?? '',
        zone: host.zone,
        volumes: volumesOf(row),
      });
  }
  return { servers, leftOut };
}

function flavorOf({ source }: PlanRow): ServerFlavor {
  const vcpus = Math.max(1, Math.ceil(source.vcpus));
  const ramMiB = Math.max(1, Math.ceil(source.memMiB));
  const diskGiB = Math.ceil(source.localDiskGiB ?? 0);
  const accelerators = source.accelerators.map(({ model, count }) => `${model}:${Math.ceil(count)}`).join(',');
  const name = [
    'yq',
    `${vcpus}c`,
    `${ramMiB}m`,
    ...(diskGiB > 0 ? [`${diskGiB}d`] : []),
    ...(accelerators === '' ? [] : [accelerators.replace(/[^\w.]+/g, '-')]),
  ].join('-');
  return { name, vcpus, ramMiB, diskGiB, accelerators };
}

function volumesOf({ workload, source, volumes }: PlanRow): ServerVolume[] {
  return volumes.map(({ type, sizeGiB }, i) => {
    const sharedId = source.volumes[i]?.sharedId;
    return {
      name: sharedId ?? `${workload}-vol-${i + 1}`,
      sizeGiB: Math.max(1, Math.ceil(sizeGiB)),
      type,
      shared: sharedId !== undefined,
    };
  });
}

/** Each flavor once, in the order of first use. */
export function flavorsOf(servers: readonly Server[]): ServerFlavor[] {
  return [...new Map(servers.map(({ flavor }) => [flavor.name, flavor])).values()];
}

/** Each volume once: a shared one belongs to its first server. */
export function distinctVolumes(servers: readonly Server[]): { server: Server; volume: ServerVolume }[] {
  const first = new Map<string, { server: Server; volume: ServerVolume }>();
  for (const server of servers) {
    for (const volume of server.volumes) if (!first.has(volume.name)) first.set(volume.name, { server, volume });
  }
  return [...first.values()];
}

/** The file that names what a format could not say; none where there is nothing. */
export function leftOutFile(leftOut: readonly { workload: string; reason: string }[]): ExportedFile[] {
  if (leftOut.length === 0) return [];
  return [
    {
      name: 'not-exported.csv',
      text: csvText(
        ['workload', 'reason'],
        leftOut.map(({ workload, reason }) => [workload, reason]),
      ),
    },
  ];
}
