import type { RuleSpec } from '@yunqian/scheduler-core';
import type { Estate } from '../estate/schema.ts';
import { type Dimension, maxQuantity, storageLevel } from '../lower/dimensions.ts';
import type { Groups } from '../lower/groups.ts';
import type { Entry } from '../lower/resolve-entries.ts';
import type { Policy } from '../policy/schema.ts';
import { quotaLimits, scopeName } from './quota-schema.ts';

/** Quotas as rules, one a tenant and scope: what a tenant uses counts at every tenant above it (R14). */
export function quotaRules(
  { tenants }: Estate,
  { builtin }: Policy,
  entries: readonly Entry[],
  dimensions: readonly Dimension[],
  groups: Groups,
): RuleSpec[] {
  const mode = builtin.quota;
  if (mode === 'off') return [];
  const known = new Set(dimensions.map(({ id }) => id));
  return tenants.flatMap(({ id: tenant, quotas = [] }) =>
    quotas.flatMap((quota): RuleSpec[] => {
      const members = entries.filter(
        ({ tenants: owners, zone }) => owners.includes(tenant) && (quota.zone ?? zone) === zone,
      );
      const limits = Object.fromEntries(
        quotaLimits(quota).flatMap(([what, limit]) => {
          const [dimension, factor] = dimensionOf(what);
          return known.has(dimension) ? [[dimension, Math.min(maxQuantity, Math.floor(limit * factor))]] : [];
        }),
      );
      if (members.length === 0 || Object.keys(limits).length === 0) return [];
      const id = ['quota', tenant, ...(scopeName(quota) === '' ? [] : [scopeName(quota)])].join(':');
      const [group] = groups.use([groups.group(id, members)]);
      const scope = quota.cloud === undefined ? {} : { topology: 'cloud', domains: [quota.cloud] };
      return [{ id, kind: 'groupCapacity', mode, groups: [group!], limits, ...scope }];
    }),
  );
}

function dimensionOf(what: string): [id: string, factor: number] {
  if (what === 'vcpus') return ['cpuMilli', 1000];
  if (what === 'memGiB') return ['memMiB', 1024];
  if (what === 'eips') return ['eips', 1];
  // Counted in the documents, not placed.
  if (what.startsWith('instances:')) return ['', 0];
  return [storageLevel(what.slice(what.indexOf(':') + 1)), 1];
}
