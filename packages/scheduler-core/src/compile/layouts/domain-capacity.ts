import type { DomainCapacityTerm } from '../term.ts';
import type { Drafting, TermLayout } from './layout.ts';

export const domainCapacity: TermLayout<DomainCapacityTerm> = {
  detail: ({ dimension }) => dimension,
  words: ({ dimension }) => [dimension],
  draft(term, drafting) {
    const domains = drafting.domainsOf(term.topology);
    const limits = drafting.noWorse ? startLimits(term, drafting) : term.limit;
    const extra = drafting.takeConstants(domains * 2, new Int32Array(limits.slice().buffer));
    return { members: withDemand(term, drafting), extra, table: drafting.takeTable(domains * 2) };
  },
};

/** Members that ask for the dimension at all. */
function withDemand({ members, dimension }: DomainCapacityTerm, { context, everyone, shapes }: Drafting): Int32Array {
  const own = members ? Int32Array.from(members) : everyone;
  return own.filter((w) => shapes.demands[shapes.shapeOf[w]! * context.problem.dimensions.length + dimension]! > 0);
}

/** Per domain, the limit or what the start used, whichever is more. */
function startLimits(term: DomainCapacityTerm, { context, everyone, shapes }: Drafting): Float64Array {
  const sums = new Float64Array(term.limit.length);
  const members = term.members ?? everyone;
  for (let at = 0; at < members.length; at++) {
    const w = members[at]!;
    const host = context.initialHostOf[w]!;
    const domain = host < 0 || term.topology < 0 ? host : context.domainOf[term.topology]![host]!;
    if (domain < 0) continue;
    sums[domain]! += shapes.demands[shapes.shapeOf[w]! * context.problem.dimensions.length + term.dimension]!;
  }
  return term.limit.map((limit, domain) => Math.max(limit, sums[domain]!));
}
