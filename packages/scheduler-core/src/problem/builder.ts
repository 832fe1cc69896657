import type { Group, Host, Problem, RuleSpec, Workload } from './problem.ts';

/** Adds parts by name and gives back a `Problem`; quantities and domains are written by id instead of by position. */
export interface ProblemBuilder {
  dimension(id: string): ProblemBuilder;
  level(id: string): ProblemBuilder;
  host(id: string, host: HostInput): ProblemBuilder;
  workload(id: string, workload: WorkloadInput): ProblemBuilder;
  /** Members by workload id; they must have been added before. */
  group(id: string, workloads: Iterable<string>): ProblemBuilder;
  rule(rule: RuleSpec): ProblemBuilder;
  build(): Problem;
}

export interface HostInput extends Omit<Host, 'id' | 'capacity' | 'domains'> {
  /** By dimension id; absent: 0. */
  readonly capacity: Readonly<Record<string, number>>;
  /** By level id; absent: in no domain of that level. */
  readonly domains?: Readonly<Record<string, string>>;
}

export interface WorkloadInput extends Omit<Workload, 'id' | 'demand'> {
  /** By dimension id; absent: 0. */
  readonly demand: Readonly<Record<string, number>>;
}

/**
 * Starts an empty problem. All dimensions and levels are added before the first host or workload. Entries that are
 * given the same `capacity`, `demand`, `domains` or `attributes` object share it in the problem as well, and equal
 * demands and capacities are shared in any case, so that a million alike cost little.
 *
 * Throws a TypeError for ids that were never added (a bug of the caller); `checkProblem` finds everything else.
 */
export function createProblem(name = 'problem'): ProblemBuilder {
  const dimensions: string[] = [];
  const levels: string[] = [];
  const hosts: Host[] = [];
  const workloads: Workload[] = [];
  const groups: Group[] = [];
  const rules: RuleSpec[] = [];
  const workloadIndex = new Map<string, number>();
  const shareQuantities = createInterner<number>();
  const shareDomains = createInterner<string>();

  const refuseLate = (what: string) => {
    if (hosts.length + workloads.length > 0) throw new TypeError(`${what} after the first host or workload`);
  };
  const inOrder = <T>(ids: readonly string[], given: Readonly<Record<string, T>>, absent: T): T[] => {
    const unknown = Object.keys(given).find((id) => !ids.includes(id));
    if (unknown !== undefined) throw new TypeError(`${JSON.stringify(unknown)} is none of ${ids.join(', ')}`);
    return ids.map((id) => (Object.hasOwn(given, id) ? given[id]! : absent));
  };

  const builder: ProblemBuilder = {
    dimension(id) {
      refuseLate('dimension');
      dimensions.push(id);
      return builder;
    },
    level(id) {
      refuseLate('level');
      levels.push(id);
      return builder;
    },
    host(id, { capacity, domains = {}, ...rest }) {
      hosts.push({
        id,
        capacity: shareQuantities(capacity, () => inOrder(dimensions, capacity, 0)),
        domains: shareDomains(domains, () => inOrder(levels, domains, '')),
        ...rest,
      });
      return builder;
    },
    workload(id, { demand, ...rest }) {
      if (!workloadIndex.has(id)) workloadIndex.set(id, workloads.length);
      workloads.push({ id, demand: shareQuantities(demand, () => inOrder(dimensions, demand, 0)), ...rest });
      return builder;
    },
    group(id, members) {
      const indices = Array.from(new Set(members), (workload) => {
        const index = workloadIndex.get(workload);
        if (index === undefined) throw new TypeError(`group ${id}: there is no workload ${JSON.stringify(workload)}`);
        return index;
      });
      groups.push({ id, members: Int32Array.from(indices).sort() });
      return builder;
    },
    rule(rule) {
      rules.push(rule);
      return builder;
    },
    build: () => ({
      formatVersion: '1.0',
      name,
      dimensions: [...dimensions],
      levels: [...levels],
      hosts: [...hosts],
      workloads: [...workloads],
      groups: [...groups],
      rules: [...rules],
    }),
  };
  return builder;
}

/** Gives equal lists one array: by the object they were written as, else by their contents. */
function createInterner<T>(): (written: object, make: () => T[]) => readonly T[] {
  const byObject = new WeakMap<object, readonly T[]>();
  const byContents = new Map<string, readonly T[]>();
  return (written, make) => {
    const known = byObject.get(written);
    if (known) return known;
    const made = make();
    const key = JSON.stringify(made);
    const list = byContents.get(key) ?? made;
    byContents.set(key, list);
    byObject.set(written, list);
    return list;
  };
}
