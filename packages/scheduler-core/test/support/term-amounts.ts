import type { Term } from '../../src/compile/term.ts';
import type { RuleContext } from '../../src/rules/rule.ts';
import { leastUnseated } from './naive-amounts.ts';

/**
 * Sum of the amounts of each rule, evaluated on the terms it lowered to as their types say: what the kernel must
 * count. `noWorse` is subtracted place by place. Slow and plain.
 */
export function termAmounts(terms: readonly Term[], context: RuleContext, hostOf: ArrayLike<number>): number[] {
  const sums = context.problem.rules.map(() => 0);
  for (const term of terms) {
    const start = term.mode === 'noWorse' ? placesOf(term, context, context.initialHostOf) : new Map<number, number>();
    for (const [place, amount] of placesOf(term, context, hostOf)) {
      sums[term.rule]! += Math.max(0, amount - (start.get(place) ?? 0));
    }
  }
  return sums;
}

/** Place (a domain; -1: the group as a whole; a workload for eligibility) -> amount. */
function placesOf(term: Term, { problem, domainOf, initialHostOf }: RuleContext, hostOf: ArrayLike<number>) {
  const places = new Map<number, number>();
  const put = (place: number, amount: number) => {
    if (amount > 0) places.set(place, amount);
  };
  const topology = 'topology' in term ? term.topology : -1;
  const domain = (host: number) => (topology < 0 ? host : domainOf[topology]![host]!);
  const domains = [...new Set(problem.hosts.map((_, host) => domain(host)))].filter((at) => at >= 0);
  const everyone = problem.workloads.map((_, workload) => workload);

  const counts = (members: ArrayLike<number>, sizeOf: (workload: number) => number = () => 1) => {
    const sums = new Map<number, number>(domains.map((at) => [at, 0]));
    for (const workload of Array.from(members)) {
      const host = hostOf[workload]!;
      if (host < 0) continue;
      const from = term.when === 'during' ? initialHostOf[workload]! : -1;
      const found = new Set([domain(host), from < 0 ? -1 : domain(from)]);
      for (const at of found) if (at >= 0) sums.set(at, sums.get(at)! + sizeOf(workload));
    }
    return sums;
  };

  /** Sum over those that have moved. */
  const total = (workloads: ArrayLike<number>, amountOf: (workload: number, at: number) => number) =>
    Array.from(workloads, (w, at) => {
      const [from, to] = [initialHostOf[w]!, hostOf[w]!];
      return from >= 0 && to >= 0 && from !== to ? amountOf(w, at) : 0;
    }).reduce((sum, amount) => sum + amount, 0);

  switch (term.term) {
    case 'capacity':
    case 'domainCapacity': {
      const members = term.term === 'domainCapacity' ? (term.members ?? everyone) : everyone;
      const used = counts(members, (workload) => problem.workloads[workload]!.demand[term.dimension]!);
      for (const [at, sum] of used) put(at, sum - term.limit[at]!);
      break;
    }
    case 'eligibility':
      for (const workload of everyone) {
        const host = hostOf[workload]!;
        const wants = term.classOf[workload]!;
        if (host >= 0 && wants >= 0) put(workload, 1 - term.allowed[wants]![host]!);
      }
      break;
    case 'conflict': {
      const b = counts(term.membersB);
      for (const [at, count] of counts(term.membersA)) put(at, Math.min(count, b.get(at)!));
      break;
    }
    case 'exclusive': {
      const owned = new Set(term.owners.flatMap((owner) => Array.from(owner)));
      const others = counts(everyone.filter((workload) => !owned.has(workload)));
      const owners = term.owners.map((owner) => counts(owner));
      for (const at of domains) {
        const present = owners.filter((owner) => owner.get(at)! > 0).length;
        if (present > 0) put(at, present + (others.get(at)! > 0 ? 1 : 0) - 1);
      }
      break;
    }
    case 'domainCount': {
      const { maxPerDomain, minPerDomain, maxSkew, minDomains, maxDomains } = term;
      const each = counts(term.members);
      const used = [...each.values()].filter((count) => count > 0).length;
      for (const [at, count] of each) {
        if (maxPerDomain !== undefined) put(at, count - maxPerDomain);
        if (minPerDomain !== undefined && count > 0) put(at, minPerDomain - count);
      }
      if (maxDomains !== undefined) put(-1, used - maxDomains);
      if (minDomains !== undefined) {
        const placed = Array.from(term.members).filter(
          (workload) => hostOf[workload]! >= 0 && domain(hostOf[workload]!) >= 0,
        );
        put(-1, Math.min(minDomains, placed.length) - used);
      }
      if (maxSkew !== undefined) {
        const open = new Set(problem.hosts.flatMap((host, at) => (host.closed ? [] : domain(at))));
        const eligible = [...each].filter(([at, count]) => count > 0 || open.has(at)).map(([, count]) => count);
        if (eligible.length > 0) put(-1, Math.max(...eligible) - Math.min(...eligible) - maxSkew);
      }
      break;
    }
    case 'balance': {
      const used = (dimension: number) =>
        counts(everyone, (workload) => problem.workloads[workload]!.demand[dimension]!);
      const [a, b] = [used(term.dimensionA), used(term.dimensionB)];
      for (const [at, { capacity }] of problem.hosts.entries()) {
        put(at, term.target * (capacity[term.dimensionA]! - a.get(at)!) - (capacity[term.dimensionB]! - b.get(at)!));
      }
      break;
    }
    case 'card':
      for (const [host, cards] of term.cards.entries()) {
        const parts = term.asks.flatMap(({ count, part }, at) =>
          hostOf[term.members[at]!] === host ? Array.from({ length: count }, () => ({ at, part: part[0]! })) : [],
        );
        put(
          host,
          leastUnseated(
            cards.map(([free]) => free!),
            parts,
          ),
        );
      }
      break;
    case 'moveCost':
      put(
        -1,
        total(term.members, (_, at) => term.prices[at]!),
      );
      break;
    case 'moveDistance':
      put(
        -1,
        total(everyone, (w) => term.prices[term.classOf[initialHostOf[w]!]!]?.[term.classOf[hostOf[w]!]!] ?? 0),
      );
      break;
    case 'moveLimit':
      put(-1, total(term.members, () => 1) - term.limit);
      break;
    case 'moveGroupMax':
      put(-1, Math.max(...term.groups.map((members) => total(members, () => 1))) - term.limit);
      break;
    case 'activation':
      for (const [at, count] of counts(everyone)) if (count > 0) put(at, term.prices[at]!);
      break;
    case 'groupCapacity': {
      const used = counts(term.members ?? everyone, (workload) => problem.workloads[workload]!.demand[term.dimension]!);
      put(-1, [...used].reduce((sum, [at, load]) => sum + (term.inside?.[at] === 0 ? 0 : load), 0) - term.limit);
      break;
    }
    case 'traffic': {
      let cost = 0;
      for (const { a, b, kbps } of term.pairs) {
        for (const [one, other] of Array.from(a).flatMap((w) => Array.from(b, (v) => [w, v] as const))) {
          const [from, to] = [hostOf[one]!, hostOf[other]!];
          if (one === other || from < 0 || to < 0 || from === to) continue;
          const share = ({ topology: at }: { readonly topology: number }) =>
            domainOf[at]![from]! >= 0 && domainOf[at]![from] === domainOf[at]![to];
          cost += kbps * (term.distances.find(share)?.price ?? term.apart);
        }
      }
      put(-1, cost);
      break;
    }
    case 'dependency': {
      const present = term.groups.map((members) => counts(members));
      for (const [group, needs] of term.needs.entries()) {
        for (const needed of needs) {
          for (const at of domains) {
            const place = (group * term.groups.length + needed) * 1000 + at;
            put(place, Number(present[group]!.get(at)! > 0 && present[needed]!.get(at) === 0));
          }
        }
      }
    }
  }
  return places;
}
