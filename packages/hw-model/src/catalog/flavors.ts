import evsData from './evs-types.json' with { type: 'json' };
import flavorData from './flavors.json' with { type: 'json' };

/** A published size of virtual machine. Figures that the list leaves open are absent. */
export interface Flavor {
  readonly id: string;
  readonly family: string;
  readonly vcpus: number;
  readonly memGiB: number;
  readonly netMaxGbps?: number;
  readonly netAssuredGbps?: number;
  readonly netMaxPps?: number;
  readonly maxNics?: number;
  readonly maxEvsDisks?: number;
  readonly gpus?: string;
  readonly localDisks?: string;
  readonly virtualization?: string;
  /** `shared` or `dedicated`, where the host page says so. */
  readonly scheduling?: string;
  readonly overcommitRatio?: number;
}

/** A published type of block volume. */
export interface EvsType {
  readonly id: string;
  readonly name: string;
  readonly iopsBase: number;
  readonly iopsPerGiB: number;
  readonly iopsMax: number;
  readonly iopsBurst: number;
  readonly throughputMaxMiBps: number;
  readonly throughputFormula: string;
  readonly latencyMs: string;
}

/** Where the lists were read. */
export const flavorsSource: string = flavorData.source;
export const evsTypesSource: string = evsData.source;

export function flavors(): readonly Flavor[] {
  return flavorData.flavors;
}

export function evsTypes(): readonly EvsType[] {
  return evsData.types;
}
