import type { SizeUnit } from './header.ts';

/** A column that an importer looks for: the names it goes by, and what it holds. */
export interface ColumnSpec {
  readonly names: readonly string[];
  /** Sizes come out in MiB, converted from the unit in their header. */
  readonly kind: 'text' | 'number' | 'flag' | 'size';
  /** Of a size whose header names no unit. */
  readonly unit: SizeUnit;
  readonly required: boolean;
}
export type ColumnSpecs<K extends string = string> = Readonly<Record<K, ColumnSpec>>;

const column =
  (kind: ColumnSpec['kind'], unit: SizeUnit = 'mib') =>
  (...names: string[]): ColumnSpec => ({ names, kind, unit, required: false });

export const text = column('text');
export const number = column('number');
export const flag = column('flag');
export const size = column('size');
export const sizeGiB = column('size', 'gib');
export const required = (spec: ColumnSpec): ColumnSpec => ({ ...spec, required: true });

/** For type inference of the keys. */
export const defineColumns = <K extends string>(specs: Record<K, ColumnSpec>): ColumnSpecs<K> => specs;
