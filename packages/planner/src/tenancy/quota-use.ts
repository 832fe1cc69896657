import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Estate } from '../estate/schema.ts';
import { type Entry, replicaId } from '../lower/resolve-entries.ts';
import { createInstanceCount } from '../services/instance-quotas.ts';
import { quotaLimits, scopeName } from './quota-schema.ts';

export interface QuotaUse {
  readonly tenant: string;
  /** '' everywhere. */
  readonly scope: string;
  /** `vcpus`, `memGiB`, `eips`, `volumeGiB:TYPE`, `instances:SERVICE`. */
  readonly what: string;
  readonly used: number;
  readonly limit: number;
}

/**
 * What is placed, counted at every tenant that has a quota. Read from the documents and the hosts alone: nothing of
 * rules or of the core is asked, so that it can judge them.
 */
export function quotaUse(
  { estate, fleet, entries }: { estate: Estate; fleet: ExpandedFleet; entries: readonly Entry[] },
  hostOf: ReadonlyMap<string, string>,
): QuotaUse[] {
  const instances = createInstanceCount(estate);
  const cloudOf = new Map(fleet.hosts.map(({ id, cloud }) => [id, cloud]));
  const placed = entries.flatMap((entry) =>
    Array.from({ length: entry.count }, (_, i) => hostOf.get(replicaId(entry.workload, i))).flatMap((host) =>
      host === undefined ? [] : [{ entry, cloud: cloudOf.get(host) }],
    ),
  );
  return estate.tenants.flatMap(({ id: tenant, quotas = [] }) =>
    quotas.flatMap((quota) => {
      const counted = placed.filter(
        ({ entry, cloud }) =>
          entry.tenants.includes(tenant) &&
          (quota.cloud === undefined || quota.cloud === cloud) &&
          (quota.zone === undefined || quota.zone === entry.zone),
      );
      return quotaLimits(quota).map(([what, limit]) => ({
        tenant,
        scope: scopeName(quota),
        what,
        used: what.startsWith('instances:')
          ? instances(tenant, quota, what)
          : counted.reduce((sum, { entry }) => sum + amountOf(entry, what), 0),
        limit,
      }));
    }),
  );
}

function amountOf({ workload, storageGiB }: Entry, what: string): number {
  if (what === 'vcpus') return workload.vcpus;
  if (what === 'memGiB') return workload.memMiB / 1024;
  if (what === 'eips') return workload.eips ?? 0;
  return storageGiB.get(what.slice(what.indexOf(':') + 1)) ?? 0;
}

/** Fractions that do not add up exactly are no breach. */
export const isOverQuota = ({ used, limit }: QuotaUse): boolean => used > limit + 1e-6;
