import type { ExpandedFleet, FleetHost } from '@yunqian/hw-model';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Estate } from '../../estate/schema.ts';
import type { Entry } from '../../lower/resolve-entries.ts';
import { replicaId } from '../../lower/resolve-entries.ts';
import type { Plan } from '../../plan/schema.ts';
import type { Policy } from '../../policy/schema.ts';
import { findRequirement } from '../requirements.ts';

/** One placement with the workload and host that it speaks of. */
export interface Placed {
  readonly id: string;
  readonly at: number;
  readonly entry: Entry;
  readonly host: FleetHost;
  readonly volumes: Plan['placements'][number]['volumes'];
}

/** A plan as a person would read it: no problem of the core, no terms, no groups. */
export interface Reading {
  readonly estate: Estate;
  readonly fleet: ExpandedFleet;
  readonly policy: Policy;
  readonly entries: readonly Entry[];
  readonly placed: readonly Placed[];
  /** The same by entry of the estate. */
  readonly placedOf: ReadonlyMap<Entry, readonly Placed[]>;
}

/** Placements of what the documents know; the others are reported elsewhere. */
export function readPlan(plan: Plan, documents: Pick<Reading, 'estate' | 'fleet' | 'policy' | 'entries'>): Reading {
  const hosts = new Map(documents.fleet.hosts.map((host) => [host.id, host]));
  const entryOf = new Map<string, Entry>();
  for (const entry of documents.entries)
    for (let replica = 0; replica < entry.count; replica++) entryOf.set(replicaId(entry.workload, replica), entry);
  const placed = plan.placements.flatMap(({ workload: id, host: hostId, volumes }, at): Placed[] => {
    const entry = entryOf.get(id);
    const host = hosts.get(hostId);
    return entry === undefined || host === undefined ? [] : [{ id, at, entry, host, volumes }];
  });
  return { ...documents, placed, placedOf: Map.groupBy(placed, ({ entry }) => entry) };
}

/** A breach of a requirement, with its clause. */
export function breach(
  requirement: `R${number}`,
  code: string,
  pointer: string,
  params: Diagnostic['params'],
  severity: Diagnostic['severity'] = 'error',
): Diagnostic {
  const { clause } = findRequirement(requirement)!;
  return { code, severity, document: 'plan', pointer, line: 0, column: 0, params: { ...params, clause } };
}

/** Adds up by key. */
export function sumBy<T>(
  items: Iterable<T>,
  key: (item: T) => string,
  amount: (item: T) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(key(item), (sums.get(key(item)) ?? 0) + amount(item));
  return sums;
}
