import type { FleetHost } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Lowered } from '../lower/lowered.ts';
import { numaChoice } from '../lower/numa.ts';
import type { Entry } from '../lower/resolve-entries.ts';
import { trouble } from '../lower/trouble.ts';
import type { Policy } from '../policy/schema.ts';

/** Even parts of a workload, in vCPUs and MiB. */
interface Parts {
  readonly count: number;
  readonly vcpus: number;
  readonly memMiB: number;
}

/**
 * NUMA cells read from the documents, without the core's cards: each workload that the policy binds to cells has a host whose cells hold its even parts,
 * and no two parts of more than half a cell stand in one. That a deal of all parts exists is the core's to check.
 */
export function verifyNuma({ index }: Lowered, { numa }: Policy, hostOf: ArrayLike<number>): Diagnostic[] {
  const partsOn = new Map<number, Parts[]>();
  const diagnostics: Diagnostic[] = [];
  const report = (host: FleetHost, why: string) =>
    diagnostics.push(trouble('YQ3035', 'error', 'plan', '/placements', { host: host.id, why }));
  index.entryOf.forEach((at, w) => {
    const entry = index.entries[at]!;
    const choice = numaChoice(numa, entry);
    const host = index.hosts[hostOf[w]!];
    if (choice === 'ignore' || host === undefined) return;
    const parts = evenParts(entry, host, choice === 'spread' ? 2 : 1);
    if (parts === null) report(host, entry.workload.id);
    else partsOn.set(hostOf[w]!, [...(partsOn.get(hostOf[w]!) ?? []), parts]);
  });
  for (const [at, list] of partsOn) {
    const host = index.hosts[at]!;
    const cells = host.numa?.count ?? 0;
    for (const size of ['vcpus', 'memMiB'] as const) {
      const large = list.filter((parts) => parts[size] > host[size] / cells / 2);
      if (large.reduce((sum, { count }) => sum + count, 0) > cells) report(host, size);
    }
  }
  return diagnostics;
}

function evenParts({ workload }: Entry, { numa, vcpus, memMiB }: FleetHost, least: number): Parts | null {
  const cells = numa?.count ?? 0;
  for (let count = least; count <= cells; count *= 2) {
    const part = { count, vcpus: workload.vcpus / count, memMiB: workload.memMiB / count };
    if (part.vcpus <= vcpus / cells && part.memMiB <= memMiB / cells) return part;
  }
  return null;
}
