import { type CatalogEntry, findFigure, numberOf } from '../catalog/catalog.ts';
import { sellableVcpus } from '../formula/sellable-vcpus.ts';
import type { FleetHost } from './expanded.ts';
import { defaultFigure } from './figures.ts';
import type { Report } from './report.ts';
import { resolveNuma } from './resolve-numa.ts';
import type { Profile } from './schema.ts';

/** What a host of the profile sells, by the vendor's formula. */
export function resolveCpu(
  profile: Profile,
  model: CatalogEntry | undefined,
  build: CatalogEntry | undefined,
  pointer: string,
  report: Report,
): Pick<FleetHost, 'vcpus' | 'threads' | 'overcommitRatio' | 'numa'> {
  const subject = `profile ${profile.id}`;
  const sold = numberOf(build, 'sellableVcpus');
  // A few published builds give the vCPUs sold without the formula's terms.
  if (profile.cpu === undefined && sold !== undefined && numberOf(build, 'overheadThreads') === undefined) {
    const ratio = profile.overcommitRatio ?? 1;
    const cells = resolveNuma(profile, numberOf(build, 'sockets'));
    return { vcpus: Math.floor(sold * ratio), threads: sold, overcommitRatio: ratio, ...(cells && { numa: cells }) };
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
  const numa = resolveNuma(profile, layout.sockets);
  return {
    vcpus: sellableVcpus({ ...layout, overheadThreads, ratio }),
    threads,
    overcommitRatio: ratio,
    ...(numa && { numa }),
  };
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

/** The architecture that a profile states must be that of its model and of its build. */
export function checkArch(profile: Profile, model: CatalogEntry | undefined, pointer: string, report: Report): void {
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
  const names = String(findFigure(model, 'cpuFamilies')?.value ?? findFigure(model, 'cpu')?.value ?? '');
  if (/Kunpeng|Arm/.test(names)) return 'aarch64';
  return /Xeon|Intel|x86/.test(names) ? 'x86_64' : undefined;
}
