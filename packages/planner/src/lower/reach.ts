import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../document/suggest.ts';
import type { Policy } from '../policy/schema.ts';
import { commonPool } from './host-attributes.ts';
import type { Entry } from './resolve-entries.ts';
import type { Storage } from './storage.ts';
import { trouble } from './trouble.ts';

/** What workloads ask for and no host of the fleet has, said once per value and before the search is made. */
export function checkReach(
  fleet: ExpandedFleet,
  policy: Policy,
  entries: readonly Entry[],
  storage: Storage,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const missing = (
    code: string,
    has: Iterable<string>,
    wants: (entry: Entry) => readonly (string | undefined)[],
    field: string,
  ) => {
    const known = new Set(has);
    const asked = new Map<string, { at: number; count: number }>();
    for (const entry of entries) {
      for (const value of new Set(wants(entry))) {
        if (value === undefined || known.has(value)) continue;
        const seen = asked.get(value);
        asked.set(value, { at: seen?.at ?? entry.at, count: (seen?.count ?? 0) + entry.count });
      }
    }
    for (const [value, { at, count }] of asked) {
      const near = suggest(value, [...known]) ?? ([...known].sort().join(', ') || '-');
      diagnostics.push(trouble(code, 'warning', 'estate', `/workloads/${at}${field}`, { value, count, near }));
    }
  };

  if (entries.length === 0) diagnostics.push(trouble('YQ2023', 'warning', 'estate', '/workloads', {}));
  if (fleet.hosts.length === 0) return [...diagnostics, trouble('YQ2024', 'warning', 'fleet', '/clouds', {})];
  const classified = entries.filter(({ zone, mlps }) => zone !== undefined || mlps !== undefined).length;
  if (fleet.zones.length > 0) {
    if (policy.builtin.zone !== 'off')
      missing(
        'YQ2001',
        fleet.hosts.map(({ zone }) => zone),
        ({ zone }) => [zone],
        '',
      );
  } else if (classified > 0) {
    diagnostics.push(trouble('YQ2002', 'warning', 'fleet', '/zones', { count: classified }));
  }
  if (storage.types.length > 0)
    missing('YQ2012', storage.types, ({ storageGiB }) => [...storageGiB.keys()], '/volumes');
  missing(
    'YQ2014',
    fleet.hosts.flatMap((host) => host.accelerators.map(({ model }) => model)),
    ({ workload }) => workload.accelerators.map(({ model }) => model),
    '/accelerators',
  );
  missing(
    'YQ2015',
    fleet.hosts.map(({ pool }) => pool || commonPool),
    ({ workload }) => [workload.pool],
    '/pool',
  );
  missing(
    'YQ2019',
    fleet.hosts.flatMap(({ traits }) => traits),
    ({ workload }) => workload.traits,
    '/traits',
  );
  const bareMetal = entries.find(({ workload }) => workload.kind === 'bareMetal');
  if (bareMetal !== undefined && !fleet.hosts.some(({ role }) => role === 'bareMetal')) {
    diagnostics.push(trouble('YQ2018', 'warning', 'estate', `/workloads/${bareMetal.at}/kind`, {}));
  }
  return diagnostics;
}
