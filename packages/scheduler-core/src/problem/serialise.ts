import type { Problem } from './problem.ts';

/** The problem as JSON, to be saved and replayed; typed arrays become plain lists. */
export function serialiseProblem(problem: Problem): string {
  const { formatVersion, name, dimensions, levels, hosts, workloads, groups, rules } = problem;
  return JSON.stringify({
    formatVersion,
    name,
    dimensions,
    levels,
    hosts,
    workloads,
    groups: groups.map(({ id, members }) => ({ id, members: Array.from(members) })),
    rules: rules.map((rule) =>
      rule.kind === 'moveDistance' ? { ...rule, prices: rule.prices.map((row) => Array.from(row)) } : rule,
    ),
  });
}

/**
 * Reads what `serialiseProblem` wrote, or the same written by hand. Equal demands, capacities, domains and attributes
 * come back as shared references. Throws a SyntaxError if the text is no JSON or lacks the parts of a problem; what
 * the parts say is for `checkProblem` to judge.
 */
export function parseProblem(text: string): Problem {
  const shared = new Map<string, object>();
  const share = <T extends object>(value: T): T => {
    const key = JSON.stringify(value);
    const known = shared.get(key);
    if (known) return known as T;
    shared.set(key, value);
    return value;
  };
  const value: unknown = JSON.parse(text);
  if (!isProblem(value)) throw new SyntaxError('not a problem: it must have hosts, workloads, groups and rules');
  const attributes = (entry: { readonly attributes?: object }) =>
    entry.attributes ? { attributes: share(entry.attributes) } : {};
  return {
    ...value,
    hosts: value.hosts.map((host) => ({
      ...host,
      capacity: share(host.capacity),
      domains: share(host.domains),
      ...attributes(host),
    })),
    workloads: value.workloads.map((workload) => ({
      ...workload,
      demand: share(workload.demand),
      ...attributes(workload),
    })),
  } as Problem;
}

/** Whether the parts are there, and each entry of them has the lists that reading and checking walk through. */
function isProblem(value: unknown): value is Problem {
  const has = (entry: unknown, lists: readonly string[]) =>
    typeof entry === 'object' &&
    entry !== null &&
    lists.every((name) => Array.isArray((entry as Readonly<Record<string, unknown>>)[name]));
  if (!has(value, ['dimensions', 'levels', 'hosts', 'workloads', 'groups', 'rules'])) return false;
  const { hosts, workloads, groups, rules } = value as Problem;
  return (
    hosts.every((host) => has(host, ['capacity', 'domains'])) &&
    workloads.every((workload) => has(workload, ['demand'])) &&
    groups.every((group) => has(group, ['members'])) &&
    rules.every((rule) => has(rule, []))
  );
}
