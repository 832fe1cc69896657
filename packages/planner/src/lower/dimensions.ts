import type { FleetHost } from '@yunqian/hw-model';
import type { Entry } from './resolve-entries.ts';

/** Largest quantity that the core counts with. */
export const maxQuantity = 2_147_483_647;

/** One capacity axis: what a replica asks for and what a host has, in whole units of its name. */
export interface Dimension {
  readonly id: string;
  /** Names and units by which people write it in rules: `vcpus` is 1,000 `cpuMilli`. */
  readonly aliases: Readonly<Record<string, number>>;
  demand(entry: Entry): number;
  /** 0 for what is not a matter of hosts (storage pools). */
  capacity(host: FleetHost): number;
  /** Whether hosts are the ones that have it. */
  readonly onHosts: boolean;
}

/**
 * The axes of a problem. Accelerators are counted per model in thousandths of a card (see cards.ts for the cards themselves);
 * bare metal is a whole host, counted in hosts; storage is counted per type against pools, not hosts.
 */
export function createDimensions(
  entries: readonly Entry[],
  storageTypes: readonly string[],
  /** Types of which some pool states its IOPS. */
  iopsTypes: readonly string[],
): Dimension[] {
  const dimensions: Dimension[] = [
    {
      id: 'cpuMilli',
      aliases: { vcpus: 1000 },
      demand: ({ workload }) => up(workload.vcpus * 1000),
      // A whole host is not oversold.
      capacity: (host) => down((host.role === 'bareMetal' ? host.threads : host.vcpus) * 1000),
      onHosts: true,
    },
    {
      id: 'memMiB',
      aliases: {},
      demand: ({ workload }) => up(workload.memMiB),
      capacity: ({ memMiB }) => down(memMiB),
      onHosts: true,
    },
    {
      id: 'nicMbps',
      aliases: {},
      demand: ({ nicMbps }) => up(nicMbps),
      capacity: ({ nicMbps }) => down(nicMbps),
      onHosts: true,
    },
    {
      id: 'localDiskGiB',
      aliases: {},
      demand: ({ workload }) => up(workload.localDiskGiB ?? 0),
      capacity: ({ localDiskGiB }) => down(localDiskGiB),
      onHosts: true,
    },
  ];
  if (entries.some(({ workload }) => workload.kind === 'bareMetal')) {
    dimensions.push({
      id: 'bareMetal',
      aliases: {},
      demand: ({ workload }) => Number(workload.kind === 'bareMetal'),
      capacity: ({ role }) => Number(role === 'bareMetal'),
      onHosts: true,
    });
  }
  for (const model of acceleratorModels(entries)) {
    const milli = (list: readonly { model: string; count: number }[]) =>
      list.reduce((sum, card) => sum + (card.model === model ? card.count * 1000 : 0), 0);
    dimensions.push({
      id: acceleratorDimension(model),
      aliases: { [`gpu:${model}`]: 1000 },
      demand: ({ workload }) => up(milli(workload.accelerators)),
      capacity: ({ accelerators }) => down(milli(accelerators)),
      onHosts: true,
    });
  }
  if (entries.some(({ workload }) => workload.eips))
    dimensions.push({
      id: 'eips',
      aliases: {},
      demand: ({ workload }) => workload.eips ?? 0,
      capacity: () => 0,
      onHosts: false,
    });
  for (const type of storageTypes) {
    dimensions.push({
      id: storageLevel(type),
      aliases: {},
      demand: ({ storageGiB }) => up(storageGiB.get(type) ?? 0),
      capacity: () => 0,
      onHosts: false,
    });
  }
  for (const type of iopsTypes) {
    dimensions.push({
      id: iopsDimension(type),
      aliases: {},
      demand: ({ storageIops }) => up(storageIops.get(type) ?? 0),
      capacity: () => 0,
      onHosts: false,
    });
  }
  return dimensions;
}

/** What each NUMA cell of a host has of its own. */
export const numaDimensions: readonly string[] = ['cpuMilli', 'memMiB'];

/** Name of the dimension and of the topology level of an EVS type. */
export const storageLevel = (type: string): string => `storage:${type}`;

/** Name of the dimension of IOPS of an EVS type; its level is that of the type's space. */
export const iopsDimension = (type: string): string => `iops:${type}`;

/** Thousandths of a card. */
export const acceleratorDimension = (model: string): string => `gpuMilli:${model}`;

export function acceleratorModels(entries: readonly Entry[]): string[] {
  return [...new Set(entries.flatMap(({ workload }) => workload.accelerators.map(({ model }) => model)))].sort();
}

/** Demands round up and capacities down, so that what fits in whole units fits. A tiny excess is not a unit. */
const up = (value: number): number => Math.max(0, Math.min(maxQuantity, Math.ceil(value - 1e-6)));
const down = (value: number): number => Math.min(maxQuantity, Math.floor(value + 1e-6));
