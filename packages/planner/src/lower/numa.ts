import type { Assumption, ExpandedFleet, FleetHost } from '@yunqian/hw-model';
import type { CardRule } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { NumaPolicy } from '../policy/numa-schema.ts';
import { type Dimension, numaDimensions } from './dimensions.ts';
import type { Entry } from './resolve-entries.ts';
import { matches } from './select.ts';
import { trouble } from './trouble.ts';

/** Id of the rule. Accelerators have the others of the family `card`. */
export const numaRule = 'card:numa';
const SET = 'numa';
/** Even parts in which a workload can stand, fewest first. */
const PARTS = [1, 2, 4, 8, 16];

/**
 * NUMA cells as cards of vCPUs and memory. A host has equal cells, each with its share of what the host sells. Who is bound to no cell runs on what
 * the others leave, anywhere: the capacity of the host counts all of them together.
 */
export interface Numa {
  readonly rules: readonly CardRule[];
  readonly assumptions: readonly Assumption[];
  readonly diagnostics: readonly Diagnostic[];
  on(host: FleetHost): Readonly<Record<string, readonly (readonly number[])[]>> | undefined;
  wanted(entry: Entry): Readonly<Record<string, number>> | undefined;
}

const NONE: Numa = { rules: [], assumptions: [], diagnostics: [], on: () => undefined, wanted: () => undefined };

export function createNuma(
  fleet: ExpandedFleet,
  choices: readonly NumaPolicy[],
  entries: readonly Entry[],
  all: readonly Dimension[],
): Numa {
  if (!entries.some((entry) => numaChoice(choices, entry) !== 'ignore')) return NONE;
  const dimensions = all.filter(({ id }) => numaDimensions.includes(id));
  const hosts = fleet.hosts.filter(({ role }) => role !== 'bareMetal');
  const cellOf = (host: FleetHost): readonly number[] =>
    dimensions.map((dimension) => Math.floor(dimension.capacity(host) / (host.numa?.count ?? 1)));
  const kinds = new Map<string, { arch: string; count: number; cell: readonly number[] }>();
  for (const host of hosts) {
    if (host.numa === undefined) continue;
    const kind = { arch: host.arch, count: host.numa.count, cell: cellOf(host) };
    kinds.set(JSON.stringify(kind), kind);
  }
  /** The fewest even parts that the cells of some host of its architecture hold; where none does, those that its choice begins with. */
  const partsOf = (entry: Entry, least: number): number => {
    const demand = dimensions.map((dimension) => dimension.demand(entry));
    const possible = PARTS.filter((parts) => parts >= least);
    const found = possible.find((parts) =>
      [...kinds.values()].some(
        ({ arch, count, cell }) =>
          (entry.arch === undefined || arch === entry.arch) &&
          count >= parts &&
          demand.every((value, d) => Math.ceil(value / parts) <= cell[d]!),
      ),
    );
    return found ?? least;
  };
  const parts = { align: 1, spread: 2 } as const;
  return {
    rules: [{ kind: 'card', id: numaRule, mode: 'hard', cards: SET, dimensions: dimensions.map(({ id }) => id) }],
    assumptions: assumptionsOf(hosts),
    diagnostics: untold(hosts),
    on: (host) =>
      host.role === 'bareMetal' || host.numa === undefined
        ? undefined
        : { [SET]: new Array<readonly number[]>(host.numa.count).fill(cellOf(host)) },
    wanted: (entry) => {
      const choice = numaChoice(choices, entry);
      return { [SET]: choice === 'ignore' ? 0 : partsOf(entry, parts[choice]) };
    },
  };
}

/** What the policy says of an entry; a whole machine has all cells. */
export function numaChoice(choices: readonly NumaPolicy[], entry: Entry): NumaPolicy['cells'] {
  if (entry.workload.kind === 'bareMetal') return 'ignore';
  return choices.find(({ select }) => matches(select, entry))?.cells ?? 'ignore';
}

function assumptionsOf(hosts: readonly FleetHost[]): Assumption[] {
  const byProfile = new Map(hosts.map((host) => [host.profile, host]));
  return [
    ...[...byProfile].flatMap(([profile, { numa }]) =>
      numa?.assumed === undefined
        ? []
        : [{ subject: `profile ${profile}`, field: 'numaCells', value: numa.count, reason: numa.assumed }],
    ),
    {
      subject: 'fleet',
      field: 'numaCells',
      value: 'equal',
      reason: 'what the platform keeps for itself is taken from all cells of a host alike',
    },
  ];
}

/** Profiles of which nothing tells the sockets: nobody who is bound to cells can stand there. */
function untold(hosts: readonly FleetHost[]): Diagnostic[] {
  const profiles = new Set(hosts.flatMap(({ profile, numa }) => (numa === undefined ? [profile] : [])));
  return [...profiles].map((profile) => trouble('YQ2026', 'warning', 'policy', '/numa', { profile }));
}
