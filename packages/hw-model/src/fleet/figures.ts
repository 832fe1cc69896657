import { type CatalogEntry, findEntry, findFigure } from '../catalog/catalog.ts';
import type { Report } from './report.ts';

/** The catalogue entry of a model; an unknown one is a warning, since its figures may be given or assumed. */
export function findModel(id: string | undefined, pointer: string, report: Report): CatalogEntry | undefined {
  const entry = id === undefined ? undefined : findEntry(id);
  if (id !== undefined && entry === undefined) report.find('warning', 'YQ1204', pointer, { id });
  return entry;
}

/** Rack units and typical power of any device: given, else the catalogue's, else the default of its kind. */
export function resolveDevice(
  given: { readonly units?: number | undefined; readonly powerW?: number | undefined },
  model: CatalogEntry | undefined,
  fallbackKind: string,
  subject: string,
  report: Report,
): { units: number; powerW: number } {
  const kind = model === undefined ? fallbackKind : defaultKind(model.category);
  return {
    units: given.units ?? catalogFigure(model, 'units', report) ?? defaultFigure(kind, 'units', subject, report),
    powerW:
      given.powerW ??
      catalogFigure(model, 'typicalPowerW', report) ??
      defaultFigure(kind, 'typicalPowerW', subject, report),
  };
}

/** Published ports of a model, `nic.` of a server or `ports.` of a switch; management ports are left out. */
export function portsOf(model: CatalogEntry | undefined, prefix: 'nic.' | 'ports.'): { mbps: number; count: number }[] {
  return (model?.figures ?? []).flatMap(({ name, value }) => {
    const speed = name.startsWith(prefix) ? /^(\d+)G(E|BASE)/.exec(name.slice(prefix.length)) : null;
    return speed === null || typeof value !== 'number' ? [] : [{ mbps: Number(speed[1]) * 1000, count: value }];
  });
}

/** Lists the fields that the document itself marks as assumed; dotted names reach into nested objects. */
export function listMarked(
  entry: { readonly assumed: readonly string[] },
  subject: string,
  pointer: string,
  report: Report,
): void {
  for (const [index, field] of entry.assumed.entries()) {
    const value = field
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], entry);
    if (value === undefined) report.find('warning', 'YQ1222', `${pointer}/assumed/${index}`, { field });
    else report.assume(subject, field, scalar(value), 'marked as assumed in the fleet document');
  }
}

/** A number of the catalogue; listed where the catalogue itself only assumes it. */
function catalogFigure(model: CatalogEntry | undefined, name: string, report: Report): number | undefined {
  const figure = findFigure(model, name);
  if (typeof figure?.value !== 'number') return undefined;
  if (figure.assumed !== undefined) report.assume(model?.id ?? '', name, figure.value, figure.assumed);
  return figure.value;
}

/** A planning default; always listed as assumed. */
export function defaultFigure(kind: string, name: string, subject: string, report: Report): number {
  const figure = findFigure(findEntry(`default/${kind}`), name);
  if (typeof figure?.value !== 'number') throw new TypeError(`no planning default ${kind}.${name}`);
  report.assume(subject, name, figure.value, figure.assumed ?? '');
  return figure.value;
}

const securityKinds = new Set([
  'firewall',
  'antiddos',
  'apt-sandbox',
  'waf',
  'security-analytics',
  'security-controller',
]);
const kindOf: Readonly<Record<string, string>> = {
  'ai-cluster': 'ai-server',
  'bare-metal-host': 'server',
  'virtualization-host': 'server',
};

function defaultKind(category: string): string {
  const kind = securityKinds.has(category) ? 'security' : (kindOf[category] ?? category);
  return findEntry(`default/${kind}`) === undefined ? 'server' : kind;
}

function scalar(value: unknown): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return Array.isArray(value) ? `${value.length} entries` : JSON.stringify(value);
}
