import type { EligibilityRule, Problem, RuleSpec } from '../../src/problem/problem.ts';

/**
 * The amounts of docs/CONTRACTS.md written a second time, as directly as the table reads and sharing nothing with
 * `src/rules`: place -> amount beyond the limit, without the subtraction of `noWorse`.
 */
export function naiveAmounts(problem: Problem, rule: RuleSpec, hostOf: ArrayLike<number>): Map<string, number> {
  const found = new Map<string, number>();
  const put = (amount: number, ...place: string[]) => {
    if (amount > 0) found.set(place.join('|'), amount);
  };
  const all = problem.workloads.map((_, index) => index);
  const members = (group: string): number[] => Array.from(problem.groups.find(({ id }) => id === group)!.members);
  const domainAt = (host: number, topology: string) =>
    topology === 'host' ? problem.hosts[host]!.id : problem.hosts[host]!.domains[problem.levels.indexOf(topology)]!;

  /** Domains in which a workload counts. */
  const domainsOf = (workload: number, topology: string): Set<string> => {
    const host = hostOf[workload]!;
    if (host < 0) return new Set();
    const start = problem.hosts.findIndex(({ id }) => id === problem.workloads[workload]!.host);
    const hosts = rule.when === 'during' && start >= 0 ? [host, start] : [host];
    return new Set(hosts.map((at) => domainAt(at, topology)).filter((domain) => domain !== ''));
  };
  const domains = (topology: string) =>
    [...new Set(problem.hosts.map((_, host) => domainAt(host, topology)))].filter((domain) => domain !== '');
  const inDomain = (workloads: number[], topology: string, domain: string) =>
    workloads.filter((workload) => domainsOf(workload, topology).has(domain));
  const use = (workloads: number[], dimension: string) =>
    workloads.reduce((sum, at) => sum + problem.workloads[at]!.demand[problem.dimensions.indexOf(dimension)]!, 0);

  const startOf = (workload: number) => problem.hosts.findIndex(({ id }) => id === problem.workloads[workload]!.host);
  const moved = (groups: readonly string[] | undefined) =>
    [...new Set(groups ? groups.flatMap(members) : all)].filter(
      (workload) => hostOf[workload]! >= 0 && startOf(workload) >= 0 && startOf(workload) !== hostOf[workload],
    );
  const sum = (workloads: number[], amountOf: (workload: number) => number) =>
    workloads.reduce((total, workload) => total + amountOf(workload), 0);

  const scaled = (capacity: number, ratio = 1) => Math.floor(Number((capacity * ratio).toFixed(6)));

  switch (rule.kind) {
    case 'capacity':
      for (const dimension of rule.dimensions ?? problem.dimensions) {
        for (const host of problem.hosts) {
          const limit = scaled(host.capacity[problem.dimensions.indexOf(dimension)]!, rule.ratio);
          put(use(inDomain(all, 'host', host.id), dimension) - limit, dimension, host.id);
        }
      }
      break;
    case 'domainCapacity':
      for (const domain of domains(rule.topology)) {
        const counted = rule.groups ? [...new Set(rule.groups.flatMap(members))] : all;
        const limit = rule.limits[domain] ?? rule.defaultLimit;
        if (limit === undefined) continue;
        put(use(inDomain(counted, rule.topology, domain), rule.dimension) - limit, rule.dimension, domain);
      }
      break;
    case 'eligibility':
      for (const workload of rule.groups ? new Set(rule.groups.flatMap(members)) : all) {
        if (hostOf[workload]! >= 0) put(allowed(problem, rule, workload, hostOf[workload]!) ? 0 : 1, `${workload}`);
      }
      break;
    case 'separate':
      for (const group of rule.groups) {
        for (const domain of domains(rule.topology)) {
          put(inDomain(members(group), rule.topology, domain).length - 1, 'maxPerDomain', group, domain);
        }
      }
      break;
    case 'conflict':
      for (const domain of domains(rule.topology)) {
        const a = inDomain(members(rule.groupA), rule.topology, domain).length;
        const b = inDomain(members(rule.groupB), rule.topology, domain).length;
        put(Math.min(a, b), domain);
      }
      break;
    case 'colocate':
      for (const group of rule.groups) {
        const used = new Set(members(group).flatMap((workload) => [...domainsOf(workload, rule.topology)]));
        put(used.size - (rule.maxDomains ?? 1), 'maxDomains', group);
      }
      break;
    case 'spread':
      for (const group of rule.groups) {
        const counts = domains(rule.topology).map((domain) => ({
          domain,
          count: inDomain(members(group), rule.topology, domain).length,
          open: problem.hosts.some((host, at) => !host.closed && domainAt(at, rule.topology) === domain),
        }));
        for (const { domain, count } of counts) {
          if (rule.maxPerDomain !== undefined) put(count - rule.maxPerDomain, 'maxPerDomain', group, domain);
          if (rule.minPerDomain !== undefined && count > 0) {
            put(rule.minPerDomain - count, 'minPerDomain', group, domain);
          }
        }
        const eligible = counts.filter(({ open, count }) => open || count > 0).map(({ count }) => count);
        if (rule.maxSkew !== undefined && eligible.length > 0) {
          put(Math.max(...eligible) - Math.min(...eligible) - rule.maxSkew, 'maxSkew', group);
        }
        const placed = members(group).filter(
          (workload) => hostOf[workload]! >= 0 && domainAt(hostOf[workload]!, rule.topology) !== '',
        ).length;
        const used = counts.filter(({ count }) => count > 0).length;
        if (rule.minDomains !== undefined) put(Math.min(rule.minDomains, placed) - used, 'minDomains', group);
      }
      break;
    case 'exclusive': {
      const topology = rule.topology ?? 'host';
      for (const domain of domains(topology)) {
        const parties = new Set(
          inDomain(all, topology, domain).map(
            (workload) => rule.groups.find((group) => members(group).includes(workload)) ?? '(others)',
          ),
        );
        const owned = [...parties].some((party) => party !== '(others)');
        put(owned ? parties.size - 1 : 0, domain);
      }
      break;
    }
    case 'balance':
      for (const host of problem.hosts) {
        const free = (dimension: string) =>
          host.capacity[problem.dimensions.indexOf(dimension)]! - use(inDomain(all, 'host', host.id), dimension);
        put(rule.target * free(rule.dimensionA) - free(rule.dimensionB), host.id);
      }
      break;
    case 'card':
      for (const host of problem.hosts) {
        const asks = inDomain(all, 'host', host.id).flatMap((at) => {
          const { demand, cards = {} } = problem.workloads[at]!;
          const cpu = demand[problem.dimensions.indexOf('cpuMilli')]!;
          const count = cards[rule.cards] ?? (cpu > 0 ? 1 : 0);
          return Array.from({ length: count }, () => ({ at, part: Math.ceil(cpu / count) }));
        });
        put(
          leastUnseated(
            (host.cards?.[rule.cards] ?? []).map(([free]) => free!),
            asks,
          ),
          host.id,
        );
      }
      break;
    case 'moveCost':
      put(
        sum(moved(rule.groups), (workload) => {
          const own = problem.workloads[workload]!.attributes?.[rule.workloadKey ?? ''];
          return typeof own === 'number' ? own : (rule.price ?? 1);
        }),
      );
      break;
    case 'moveDistance':
      put(
        sum(moved(undefined), (workload) => {
          const [from, to] = [startOf(workload), hostOf[workload]!].map((host) =>
            rule.hostKey ? rule.classes!.indexOf(`${problem.hosts[host]!.attributes?.[rule.hostKey]}`) : host,
          );
          return from! < 0 || to! < 0 ? 0 : rule.prices[from!]![to!]!;
        }),
      );
      break;
    case 'moveLimit':
      put(moved(rule.groups).length - rule.limit);
      break;
    case 'moveGroupMax': {
      const first = (workload: number) => rule.groups.find((group) => members(group).includes(workload));
      const counts = rule.groups.map((group) => moved([group]).filter((at) => first(at) === group).length);
      put(Math.max(0, ...counts) - (rule.limit ?? 0));
      break;
    }
    case 'activation':
      for (const { id, attributes } of problem.hosts) {
        const own = rule.hostKey === undefined ? undefined : attributes?.[rule.hostKey];
        if (inDomain(all, 'host', id).length > 0) put(typeof own === 'number' ? own : (rule.price ?? 1), id);
      }
      break;
    case 'groupCapacity':
      for (const group of rule.groups) {
        const here = members(group).filter((workload) => {
          const host = hostOf[workload]!;
          return host >= 0 && (!rule.domains || rule.domains.includes(domainAt(host, rule.topology ?? 'host')));
        });
        for (const [dimension, limit] of Object.entries(rule.limits))
          put(use(here, dimension) - limit, dimension, group);
      }
      break;
    case 'failoverReserve':
      for (const dimension of rule.dimensions ?? problem.dimensions) {
        const at = problem.dimensions.indexOf(dimension);
        const scopes = rule.scope === undefined ? ['everywhere'] : domains(rule.scope);
        for (const scope of problem.hosts.some(({ capacity }) => capacity[at]! > 0) ? scopes : []) {
          const hosts = [...problem.hosts.keys()].filter((h) => !rule.scope || domainAt(h, rule.scope) === scope);
          const left = (h: number) =>
            problem.hosts[h]!.closed ? 0 : scaled(problem.hosts[h]!.capacity[at]!, rule.ratio);
          // Every choice of lost domains; the worst one counts.
          const lost = [...new Set(hosts.map((h) => domainAt(h, rule.topology)))].filter((domain) => domain !== '');
          const choices = lost.flatMap((a) => (rule.count === 2 ? lost.map((b) => [a, b]) : [[a]]));
          const used = use(
            all.filter((workload) => hosts.includes(hostOf[workload]!)),
            dimension,
          );
          const room = (gone: string[]) =>
            hosts.filter((h) => !gone.includes(domainAt(h, rule.topology))).reduce((sum, h) => sum + left(h), 0);
          put(used - Math.min(...[[], ...choices].map(room)), dimension, scope);
        }
      }
      break;
    case 'traffic': {
      const priceOf = (a: number, b: number) => {
        if (a < 0 || b < 0 || a === b) return 0;
        const shared = Object.entries(rule.prices ?? {}).filter(
          ([level]) => domainAt(a, level) !== '' && domainAt(a, level) === domainAt(b, level),
        );
        return shared.length > 0 ? Math.min(...shared.map(([, price]) => price)) : (rule.apart ?? 1);
      };
      for (const [a, others] of Object.entries(rule.rates)) {
        const cost = Object.entries(others).map(([b, kbps]) =>
          sum(members(a), (one) =>
            sum(members(b), (other) => (one === other ? 0 : kbps * priceOf(hostOf[one]!, hostOf[other]!))),
          ),
        );
        put(
          cost.reduce((total, each) => total + each, 0),
          a,
        );
      }
      break;
    }
    case 'dependency':
      for (const [group, needs] of Object.entries(rule.needs)) {
        for (const needed of needs) {
          for (const domain of domains(rule.topology)) {
            const here = (id: string) => inDomain(members(id), rule.topology, domain).length > 0;
            put(here(group) && !here(needed) ? 1 : 0, group, needed, domain);
          }
        }
      }
  }
  return found;
}

/** Parts without a card, by trying each card for each; parts of one workload lie on different ones. */
export function leastUnseated(free: readonly number[], parts: readonly { at: number; part: number }[]): number {
  const seat = (next: number, room: readonly number[], taken: readonly string[]): number => {
    if (next === parts.length) return 0;
    const { at, part } = parts[next]!;
    const ways = room.flatMap((left, card) =>
      left >= part && !taken.includes(`${at}:${card}`)
        ? seat(next + 1, room.with(card, left - part), [...taken, `${at}:${card}`])
        : [],
    );
    return Math.min(1 + seat(next + 1, room, taken), ...ways);
  };
  return seat(0, free, []);
}

function allowed(problem: Problem, rule: EligibilityRule, workload: number, host: number): boolean {
  const list = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String));
  const own =
    rule.workloadKey === undefined ? rule.values : problem.workloads[workload]!.attributes?.[rule.workloadKey];
  if (rule.workloadKey !== undefined && own === undefined && rule.op !== 'subsetOf') return true;
  const wanted = list(own);
  const given = problem.hosts[host]!.attributes?.[rule.hostKey];
  const has = list(given);
  switch (rule.op) {
    case 'in':
      return wanted.some((value) => has.includes(value));
    case 'notIn':
      return !wanted.some((value) => has.includes(value));
    case 'exists':
      return given !== undefined;
    case 'notExists':
      return given === undefined;
    case 'atLeast':
      return given !== undefined && wanted.every((value) => Number(given) >= Number(value));
    case 'atMost':
      return given !== undefined && wanted.every((value) => Number(given) <= Number(value));
    case 'containsAll':
      return wanted.every((value) => has.includes(value));
    case 'subsetOf':
      return has.every((value) => wanted.includes(value));
  }
}
