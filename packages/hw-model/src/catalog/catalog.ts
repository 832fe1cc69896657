import accelerators from './accelerators.json' with { type: 'json' };
import bareMetalHosts from './bare-metal-hosts.json' with { type: 'json' };
import cloudServices from './cloud-services.json' with { type: 'json' };
import planningDefaults from './planning-defaults.json' with { type: 'json' };
import processors from './processors.json' with { type: 'json' };
import routers from './routers.json' with { type: 'json' };
import type { CatalogRow, FigureValue, SourceRef } from './row.ts';
import security from './security.json' with { type: 'json' };
import servers from './servers.json' with { type: 'json' };
import storage from './storage.json' with { type: 'json' };
import switches from './switches.json' with { type: 'json' };
import virtualizationHosts from './virtualization-hosts.json' with { type: 'json' };

export interface CatalogEntry extends Omit<CatalogRow, 'figures' | 'notes'> {
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
}

/** One figure of an entry: `source` says where it was read, `assumed` why it stands without one; never both. */
export interface Figure {
  readonly name: string;
  readonly value: FigureValue;
  readonly unit?: string;
  readonly source?: string;
  readonly quality?: string;
  readonly assumed?: string;
  readonly note?: string;
}

const rows: readonly CatalogRow[] = [
  ...servers,
  ...processors,
  ...accelerators,
  ...virtualizationHosts,
  ...bareMetalHosts,
  ...storage,
  ...switches,
  ...routers,
  ...security,
  ...cloudServices,
  ...planningDefaults,
];

const entries: readonly CatalogEntry[] = rows.map((row) => ({
  ...row,
  notes: row.notes ?? [],
  figures: row.figures.map(({ source, ...figure }) => ({ ...figure, ...sourceOf(row.sources, source) })),
}));

const entriesById = new Map(entries.map((entry) => [entry.id, entry]));

/** Every row of the catalogue: devices, published host builds, cloud services, planning defaults. */
export function catalog(): readonly CatalogEntry[] {
  return entries;
}

/** The entry with this id (`server/2288H V5`, `virtualization-host/s3`), or undefined. */
export function findEntry(id: string): CatalogEntry | undefined {
  return entriesById.get(id);
}

/** The figure of that name, or undefined where nobody published one. */
export function findFigure(entry: CatalogEntry | undefined, name: string): Figure | undefined {
  return entry?.figures.find((figure) => figure.name === name);
}

/** A figure that is one number, or undefined. */
export function numberOf(entry: CatalogEntry | undefined, name: string): number | undefined {
  const value = findFigure(entry, name)?.value;
  return typeof value === 'number' ? value : undefined;
}

function sourceOf(sources: readonly SourceRef[], index: number | undefined): Pick<Figure, 'source' | 'quality'> {
  const source = index === undefined ? undefined : sources[index];
  return source === undefined ? {} : { source: source.ref, quality: source.quality };
}
