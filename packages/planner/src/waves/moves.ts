import type { Estate, EstateSystem } from '../estate/schema.ts';
import type { Plan } from '../plan/schema.ts';
import type { Owners } from './calendar.ts';
import { workloadIds } from './move-groups.ts';
import type { Method, Programme } from './programme-schema.ts';
import type { MoveGroup } from './schema.ts';
import { isCopied } from './subjects.ts';

/** A move group with all that its systems, its tenants and the programme say about its move. */
export interface Move {
  readonly group: MoveGroup;
  readonly method: Method;
  /** The group's, or what the programme says where it does for all of its systems. */
  readonly changeMbps: number;
  readonly cutoverMinutes: number;
  /** The least that one of its systems allows. */
  readonly downtimeAllowed?: number;
  readonly owners: Owners;
  readonly skills: readonly string[];
  readonly risk: number;
  /** Dates. */
  readonly notBefore?: string;
  readonly due?: string;
  /** All of its systems stay where they are, or are switched off. */
  readonly stays?: 'retain' | 'retire';
  readonly pin?: Programme['pins'][number];
  readonly priority: number;
}

/** Where one group has systems of several methods, the one that asks for most decides. */
const demanding: readonly Method[] = ['cold', 'database', 'warm', 'live', 'rebuild'];

export function movesOf(groups: readonly MoveGroup[], estate: Estate, programme: Programme): Move[] {
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  const said = new Map(programme.systems.map((entry) => [entry.system, entry]));
  const made = new Set(
    estate.workloads.filter((workload) => !isCopied(workload)).flatMap((workload) => workloadIds(workload)),
  );
  return groups.map((group) => {
    const known = group.systems.flatMap((id) => systems.get(id) ?? []);
    const entries = group.systems.flatMap((id) => said.get(id) ?? []);
    const strategies = group.systems.map((id) => said.get(id)?.strategy ?? 'rehost');
    const asked = group.systems.flatMap((id) => said.get(id)?.method ?? []);
    const usual: Method = group.workloads.every((id) => made.has(id)) ? 'rebuild' : 'warm';
    const pins = programme.pins.filter(({ system }) => group.systems.includes(system));
    const least = (numbers: readonly (number | undefined)[]): number | undefined => {
      const given = numbers.filter((number) => number !== undefined);
      return given.length === 0 ? undefined : Math.min(...given);
    };
    const dates = (pick: (entry: (typeof entries)[number]) => string | undefined): string[] =>
      entries.flatMap((entry) => pick(entry) ?? []).sort();
    const downtimeAllowed = least([
      ...known.filter(({ id }) => said.get(id)?.downtimeMinutes === undefined).map((system) => system.downtimeMinutes),
      ...entries.map((entry) => entry.downtimeMinutes),
    ]);
    const notBefore = dates((entry) => entry.notBefore).at(-1);
    const due = dates((entry) => entry.due)[0];
    const stays =
      strategies.length > 0 && strategies.every((strategy) => strategy === 'retain' || strategy === 'retire');
    return {
      group,
      method: demanding.find((method) => asked.includes(method)) ?? usual,
      changeMbps: changeOf(group, entries),
      cutoverMinutes:
        Math.max(0, ...entries.flatMap((entry) => entry.cutoverMinutes ?? [])) || programme.cutoverMinutes,
      owners: { tenants: [...new Set(known.flatMap(({ tenant }) => tenant ?? []))].sort(), systems: group.systems },
      skills: [...new Set(entries.flatMap((entry) => entry.skills))].sort(),
      risk: riskOf(group, known, programme),
      priority: least(known.map(({ wavePriority }) => wavePriority)) ?? Number.POSITIVE_INFINITY,
      ...(downtimeAllowed === undefined ? {} : { downtimeAllowed }),
      ...(notBefore === undefined ? {} : { notBefore }),
      ...(due === undefined ? {} : { due }),
      ...(stays ? { stays: strategies[0] as 'retain' | 'retire' } : {}),
      ...(pins.length === 0 ? {} : { pin: Object.assign({}, ...pins) }),
    };
  });
}

function changeOf({ systems, changeMbps }: MoveGroup, entries: Programme['systems']): number {
  const said = entries.flatMap((entry) => entry.changeMbps ?? []);
  return said.length === 0 || said.length < systems.length ? changeMbps : said.reduce((sum, mbps) => sum + mbps, 0);
}

/** The sum over its systems; one of no stated criticality, or none at all, counts as general. */
function riskOf(group: MoveGroup, known: readonly EstateSystem[], { systems, risk }: Programme): number {
  const given = new Map(systems.map((entry) => [entry.system, entry.risk]));
  const sum = known.reduce((total, { id, criticality = 'general' }) => total + (given.get(id) ?? risk[criticality]), 0);
  return group.systems.length === 0 ? risk.general : sum;
}

/** Pairs of groups, by how many of the estate's dependencies run between them. */
export interface Bond {
  readonly a: string;
  readonly b: string;
  readonly dependencies: number;
}

export function bondsOf(groups: readonly MoveGroup[], estate: Estate): Bond[] {
  const groupOf = new Map(groups.flatMap(({ id, workloads }) => workloads.map((workload) => [workload, id])));
  const ofReference = new Map<string, string>();
  for (const workload of estate.workloads) {
    const group = workloadIds(workload)
      .map((id) => groupOf.get(id))
      .find((id) => id !== undefined);
    if (group === undefined) continue;
    for (const id of [workload.id, ...workloadIds(workload)]) ofReference.set(`workload:${id}`, group);
    if (workload.system !== undefined && !ofReference.has(`system:${workload.system}`)) {
      ofReference.set(`system:${workload.system}`, group);
    }
  }
  const find = (reference: string): string | undefined => {
    const component = /^component:([^/]+)\//.exec(reference);
    return ofReference.get(component === null ? reference : `system:${component[1]}`);
  };
  const counts = new Map<string, Bond>();
  for (const { from, to } of estate.dependencies) {
    const [x, y] = [find(from), find(to)];
    if (x === undefined || y === undefined || x === y) continue;
    const [a, b] = x < y ? [x, y] : [y, x];
    const key = JSON.stringify([a, b]);
    counts.set(key, { a, b, dependencies: (counts.get(key)?.dependencies ?? 0) + 1 });
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, bond]) => bond);
}

/** One group must be gone from a host of the fleet, and the host rebuilt, before the other's copy may begin. */
export interface Clearing {
  readonly host: string;
  readonly leaves: string;
  readonly comes: string;
  readonly rebuildMinutes: number;
}

export function clearingsOf(
  groups: readonly MoveGroup[],
  estate: Estate,
  plan: Plan,
  { reuse }: Programme,
): Clearing[] {
  const groupOf = new Map(groups.flatMap(({ id, workloads }) => workloads.map((workload) => [workload, id])));
  return reuse.flatMap(({ host, sources, rebuildHours }) => {
    const leaving = estate.workloads
      .filter(({ sourceHost }) => sourceHost !== undefined && sources.includes(sourceHost))
      .flatMap((workload) => workloadIds(workload).flatMap((id) => groupOf.get(id) ?? []));
    const coming = plan.placements
      .filter((placement) => placement.host === host)
      .flatMap(({ workload }) => groupOf.get(workload) ?? []);
    return [...new Set(coming)]
      .sort()
      .flatMap((comes) =>
        [...new Set(leaving)].sort().map((leaves) => ({ host, leaves, comes, rebuildMinutes: rebuildHours * 60 })),
      );
  });
}
