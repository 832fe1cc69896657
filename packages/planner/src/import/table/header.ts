const unitsInMiB = {
  bytes: 2 ** -20,
  kb: 2 ** -10,
  kib: 2 ** -10,
  mb: 1,
  mib: 1,
  gb: 2 ** 10,
  gib: 2 ** 10,
  tb: 2 ** 20,
  tib: 2 ** 20,
} as const;
export type SizeUnit = keyof typeof unitsInMiB;

/** How many MiB one of the unit is. `MB` counts as MiB: the tools that write these files mean powers of two. */
export const miBPer = (unit: SizeUnit): number => unitsInMiB[unit];

/** Whether the header's unit is written in powers of ten, and so is a reading of ours. */
export const isDecimalUnit = (unit: SizeUnit): boolean =>
  unit === 'kb' || unit === 'mb' || unit === 'gb' || unit === 'tb';

/** One spelling for all: `*Server name`, `server_name` and `Server Name ` are the same column. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:()*[\]'"]+/g, '');
}

/** `Capacity MiB`, `Memory (In MB)`, `RAM.TotalSizeInMB` -> the quantity's key and its unit. */
export function splitUnit(header: string): { key: string; unit: SizeUnit | undefined } {
  const key = headerKey(header);
  const parts = /^(.+?)(?:in)?(bytes|[kmgt]i?b)$/.exec(key);
  return parts === null ? { key, unit: undefined } : { key: parts[1]!, unit: parts[2] as SizeUnit };
}
