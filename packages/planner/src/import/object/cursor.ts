import { type Path, toPointer } from '../../document/pointer.ts';
import type { Spot } from './spot.ts';

/** A parsed file that can tell the line and column of a path when somebody asks. */
export interface DataSource {
  readonly file: string;
  place(path: Path): { readonly line: number; readonly column: number };
}

/** A value inside a JSON or YAML file that knows where it stands. Every step is safe: what is absent stays absent. */
export class Cursor {
  readonly value: unknown;
  readonly path: Path;
  readonly #source: DataSource;

  constructor(source: DataSource, value: unknown, path: Path = []) {
    this.#source = source;
    this.value = value;
    this.path = path;
  }

  get file(): string {
    return this.#source.file;
  }

  /** Present and not null. */
  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  get isMap(): boolean {
    return typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value);
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  get(...keys: (string | number)[]): Cursor {
    let value = this.value;
    for (const key of keys) {
      value =
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined;
    }
    return new Cursor(this.#source, value, [...this.path, ...keys]);
  }

  /** The first of several spellings of a key that is present. */
  first(...keys: string[]): Cursor {
    return this.get(keys.find((key) => this.get(key).exists) ?? keys[0]!);
  }

  items(): Cursor[] {
    return Array.isArray(this.value)
      ? this.value.map((item, i) => new Cursor(this.#source, item, [...this.path, i]))
      : [];
  }

  entries(): [string, Cursor][] {
    if (!this.isMap) return [];
    return Object.entries(this.value as object).map(([key, value]) => [
      key,
      new Cursor(this.#source, value, [...this.path, key]),
    ]);
  }

  keys(): string[] {
    return this.isMap ? Object.keys(this.value as object) : [];
  }

  /** Text as it reads; numbers and booleans as their text. Empty text is absent. */
  text(): string | undefined {
    const value = this.value;
    if (typeof value === 'string') return value === '' ? undefined : value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return undefined;
  }

  /** A finite number, also when written as text. */
  number(): number | undefined {
    const value = typeof this.value === 'string' && this.value.trim() !== '' ? Number(this.value) : this.value;
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  /** Entries whose values are scalars, as text. */
  textMap(): Record<string, string> {
    return Object.fromEntries(
      this.entries()
        .map(([key, value]) => [key, typeof value.value === 'string' ? value.value : value.text()] as const)
        .filter((entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== '__proto__'),
    );
  }

  textList(): string[] {
    return this.items()
      .map((item) => (typeof item.value === 'string' ? item.value : item.text()))
      .filter((item) => item !== undefined);
  }

  spot(): Spot {
    return { document: this.file, pointer: toPointer(this.path), ...this.#source.place(this.path) };
  }
}
