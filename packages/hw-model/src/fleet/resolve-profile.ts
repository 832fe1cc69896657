import { type CatalogEntry, findEntry, findFigure, numberOf } from '../catalog/catalog.ts';
import { sellableVcpus } from '../formula/sellable-vcpus.ts';
import type { FleetHost } from './expanded.ts';
import { defaultFigure, listMarked, portsOf, resolveDevice } from './figures.ts';
import type { Report } from './report.ts';
import type { Profile } from './schema.ts';

/** What every host of a profile has. */
export type HostFigures = Pick<
  FleetHost,
  | 'arch'
  | 'vcpus'
  | 'threads'
  | 'overcommitRatio'
  | 'memMiB'
  | 'nicMbps'
  | 'localDiskGiB'
  | 'accelerators'
  | 'units'
  | 'powerW'
>;

/**
 * Figures of a profile: what the document gives, else the published build, else the catalogue model, else a planning
 * default, which is then listed as assumed. A profile without CPU or memory figures is a finding and counts as 0.
 */
export function resolveProfile(profile: Profile, pointer: string, report: Report): HostFigures {
  const model = entryOf(profile.server, `${pointer}/server`, 'YQ1204', 'warning', report);
  const build = entryOf(profile.build, `${pointer}/build`, 'YQ1205', 'error', report);
  const subject = `profile ${profile.id}`;
  checkArch(profile, model, pointer, report);
  listMarked(profile, subject, pointer, report);
  const cpu = resolveCpu(profile, model, build, pointer, report);
  return {
    arch: profile.arch,
    ...cpu,
    memMiB: resolveMemMiB(profile, build, pointer, report),
    nicMbps: profile.nicMbps ?? serviceMbps(model) ?? defaultFigure('server', 'nicMbps', subject, report),
    localDiskGiB: profile.localDiskGiB || tbToGiB(numberOf(build, 'localDiskTb') ?? 0),
    accelerators: profile.accelerators.length > 0 ? profile.accelerators : acceleratorsOf(model),
    ...resolveDevice(profile, model, 'server', subject, report),
  };
}

function resolveCpu(
  profile: Profile,
  model: CatalogEntry | undefined,
  build: CatalogEntry | undefined,
  pointer: string,
  report: Report,
): Pick<HostFigures, 'vcpus' | 'threads' | 'overcommitRatio'> {
  const subject = `profile ${profile.id}`;
  const sold = numberOf(build, 'sellableVcpus');
  // A few published builds give the vCPUs sold without the formula's terms.
  if (profile.cpu === undefined && sold !== undefined && numberOf(build, 'overheadThreads') === undefined) {
    return { vcpus: sold, threads: sold, overcommitRatio: profile.overcommitRatio ?? 1 };
  }
  const layout = profile.cpu ?? layoutOf(build) ?? fullyPopulated(model, subject, report);
  if (layout === undefined) {
    report.find('error', 'YQ1206', pointer, { profile: profile.id });
    return { vcpus: 0, threads: 0, overcommitRatio: 1 };
  }
  checkSockets(layout, model, pointer, report);
  const overheadThreads =
    profile.cpu?.overheadThreads ??
    numberOf(build, 'overheadThreads') ??
    defaultFigure('server', 'overheadThreads', subject, report);
  const ratio =
    profile.overcommitRatio ??
    numberOf(build, 'overcommitRatio') ??
    defaultFigure('server', 'overcommitRatio', subject, report);
  const threads = sellableVcpus({ ...layout, overheadThreads, ratio: 1 });
  if (threads === 0) report.find('error', 'YQ1213', `${pointer}/cpu`, { profile: profile.id, overheadThreads });
  return { vcpus: sellableVcpus({ ...layout, overheadThreads, ratio }), threads, overcommitRatio: ratio };
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

interface CpuLayout {
  readonly sockets: number;
  readonly coresPerSocket: number;
  readonly threadsPerCore: number;
}

function layoutOf(build: CatalogEntry | undefined): CpuLayout | undefined {
  const sockets = numberOf(build, 'sockets');
  const coresPerSocket = numberOf(build, 'coresPerSocket');
  const threadsPerCore = numberOf(build, 'threadsPerCore');
  if (sockets === undefined || coresPerSocket === undefined || threadsPerCore === undefined) return undefined;
  return { sockets, coresPerSocket, threadsPerCore };
}

/** The largest configuration that the model's row states; that this one is bought is an assumption. */
function fullyPopulated(model: CatalogEntry | undefined, subject: string, report: Report): CpuLayout | undefined {
  const sockets = numberOf(model, 'maxSockets');
  const coresPerSocket = numberOf(model, 'maxCoresPerSocket');
  if (sockets === undefined || coresPerSocket === undefined) return undefined;
  const threadsPerCore = archOf(model) === 'aarch64' ? 1 : 2;
  const value = `${sockets} x ${coresPerSocket} cores, ${threadsPerCore} threads each`;
  report.assume(subject, 'cpu', value, 'no CPU given: the largest that the model carries');
  return { sockets, coresPerSocket, threadsPerCore };
}

function checkSockets(cpu: CpuLayout, model: CatalogEntry | undefined, pointer: string, report: Report): void {
  for (const [field, maxName] of [
    ['sockets', 'maxSockets'],
    ['coresPerSocket', 'maxCoresPerSocket'],
  ] as const) {
    const max = numberOf(model, maxName);
    if (max !== undefined && cpu[field] > max) {
      const params = { field, value: cpu[field], max, model: model?.id ?? '' };
      report.find('error', 'YQ1218', `${pointer}/cpu/${field}`, params);
    }
  }
}

function checkArch(profile: Profile, model: CatalogEntry | undefined, pointer: string, report: Report): void {
  const arch = archOf(model);
  if (arch !== undefined && arch !== profile.arch) {
    report.find('error', 'YQ1219', `${pointer}/arch`, {
      profile: profile.id,
      arch: profile.arch,
      model: model?.id ?? '',
      modelArch: arch,
    });
  }
}

function archOf(model: CatalogEntry | undefined): FleetHost['arch'] | undefined {
  const families = String(findFigure(model, 'cpuFamilies')?.value ?? '');
  if (/Kunpeng|Arm/.test(families)) return 'aarch64';
  return /Xeon|x86/.test(families) ? 'x86_64' : undefined;
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

function entryOf(
  id: string | undefined,
  pointer: string,
  code: string,
  severity: 'error' | 'warning',
  report: Report,
): CatalogEntry | undefined {
  const entry = id === undefined ? undefined : findEntry(id);
  if (id !== undefined && entry === undefined) report.find(severity, code, pointer, { id });
  return entry;
}

function tbToGiB(tb: number): number {
  return Math.floor((tb * 1e12) / 2 ** 30);
}
