import type { SizeUnit } from './header.ts';

/** A column that an importer looks for: the names it goes by, and what it holds. */
export interface ColumnSpec {
  readonly names: readonly string[];
  /** Sizes come out in MiB, converted from the unit in their header. */
  readonly kind: 'text' | 'number' | 'flag' | 'size';
  /** Of a size whose header names no unit. */
  readonly unit: SizeUnit;
  /** Of numbers, in MiB for sizes: above it a figure is a mistake, as the check of estates says too. */
  readonly max: number;
  readonly required: boolean;
}
export type ColumnSpecs<K extends string = string> = Readonly<Record<K, ColumnSpec>>;

const column =
  (kind: ColumnSpec['kind'], max: number, unit: SizeUnit = 'mib') =>
  (...names: string[]): ColumnSpec => ({ names, kind, unit, max, required: false });

export const text = column('text', 0);
export const flag = column('flag', 0);
export const number = column('number', 1e12);
/** Of vCPUs, cores, disks. */
export const count = column('number', 2_000_000);
export const size = column('size', 2_000_000_000);
export const sizeGiB = column('size', 2_000_000_000, 'gib');
export const required = (spec: ColumnSpec): ColumnSpec => ({ ...spec, required: true });

/** For type inference of the keys. */
export const defineColumns = <K extends string>(specs: Record<K, ColumnSpec>): ColumnSpecs<K> => specs;
