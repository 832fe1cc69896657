import { type CatalogEntry, findEntry, findFigure, numberOf } from '../catalog/catalog.ts';
import type { FleetHost } from './expanded.ts';
import { defaultFigure, findModel, listMarked, portsOf, resolveDevice } from './figures.ts';
import type { Report } from './report.ts';
import { checkArch, resolveCpu } from './resolve-cpu.ts';
import type { Profile } from './schema.ts';

/** What every host of a profile has. */
export type HostFigures = Pick<
  FleetHost,
  | 'arch'
  | 'vcpus'
  | 'threads'
  | 'overcommitRatio'
  | 'numa'
  | 'memMiB'
  | 'nicMbps'
  | 'localDiskGiB'
  | 'hypervisor'
  | 'accelerators'
  | 'units'
  | 'powerW'
>;

/**
 * Figures of a profile: what the document gives, else the published build, else the catalogue model, else a planning
 * default, which is then listed as assumed. A profile without CPU or memory figures is a finding and counts as 0.
 */
export function resolveProfile(profile: Profile, pointer: string, report: Report): HostFigures {
  const model = findModel(profile.server, `${pointer}/server`, report);
  const build = profile.build === undefined ? undefined : findEntry(profile.build);
  if (profile.build !== undefined && build === undefined) {
    report.find('error', 'YQ1205', `${pointer}/build`, { id: profile.build });
  }
  const subject = `profile ${profile.id}`;
  checkArch(profile, model, pointer, report);
  checkArch(profile, build, pointer, report);
  listMarked(profile, subject, pointer, report);
  return {
    arch: profile.arch,
    ...resolveCpu(profile, model, build, pointer, report),
    memMiB: resolveMemMiB(profile, build, pointer, report),
    nicMbps: profile.nicMbps ?? serviceMbps(model) ?? defaultFigure('server', 'nicMbps', subject, report),
    localDiskGiB: profile.localDiskGiB || tbToGiB(numberOf(build, 'localDiskTb') ?? 0),
    hypervisor: profile.hypervisor ?? '',
    accelerators: profile.accelerators.length > 0 ? profile.accelerators : acceleratorsOf(model),
    ...resolveDevice(profile, model, 'server', subject, report),
  };
}

function resolveMemMiB(profile: Profile, build: CatalogEntry | undefined, pointer: string, report: Report): number {
  if (profile.memory === undefined) {
    const sold = numberOf(build, 'sellableMemGiB');
    if (sold === undefined) report.find('error', 'YQ1207', pointer, { profile: profile.id });
    return (sold ?? 0) * 1024;
  }
  const { installedGiB } = profile.memory;
  const reservedGiB = profile.memory.reservedGiB ?? assumedReserveGiB(installedGiB, `profile ${profile.id}`, report);
  if (reservedGiB >= installedGiB) {
    report.find('error', 'YQ1214', `${pointer}/memory`, { profile: profile.id, installedGiB, reservedGiB });
  }
  return Math.max(0, Math.floor((installedGiB - reservedGiB) * 1024));
}

function assumedReserveGiB(installedGiB: number, subject: string, report: Report): number {
  const figure = findFigure(findEntry('default/server'), 'reservedMemPct')!;
  const reservedGiB = Math.ceil((installedGiB * Number(figure.value)) / 100);
  report.assume(subject, 'reservedMemGiB', reservedGiB, `${figure.value} % of what is installed: ${figure.assumed}`);
  return reservedGiB;
}

/** Workloads use the fastest ports of a server; slower ones serve its management. Undefined where none are published. */
function serviceMbps(model: CatalogEntry | undefined): number | undefined {
  const ports = portsOf(model, 'nic.');
  const fastest = Math.max(0, ...ports.map(({ mbps }) => mbps));
  const count = ports.filter(({ mbps }) => mbps === fastest).reduce((sum, port) => sum + port.count, 0);
  return count === 0 ? undefined : count * fastest;
}

function acceleratorsOf(model: CatalogEntry | undefined): FleetHost['accelerators'] {
  const count = numberOf(model, 'npuCount');
  const name = findFigure(model, 'npuModel')?.value;
  return count === undefined ? [] : [{ model: String(name ?? model?.model), count }];
}

function tbToGiB(tb: number): number {
  return Math.floor((tb * 1e12) / 2 ** 30);
}
