import type { Columns, Sizes } from '../kernel/layout.gen.ts';
import type { RuleContext } from '../rules/rule.ts';
import { type Capacities, combineCapacities } from './capacities.ts';
import { combineEligibility, type Eligibility } from './eligibility.ts';
import { orderHosts } from './host-order.ts';
import { dimensionBits, findPools } from './pools.ts';
import { type Config, type Floor, layOutRecords } from './records.ts';
import { measureScarcity, type Scarcity } from './scarcity.ts';
import { searchSizes } from './search-sizes.ts';
import { findShapes, type Shapes } from './shapes.ts';
import type { CapacityTerm, EligibilityTerm, Term } from './term.ts';
import { createVectorIndex } from './vector-index.ts';

/** A problem as the kernel takes it: sizes to allocate, and what to write there. */
export interface Model {
  readonly context: RuleContext;
  readonly terms: readonly Term[];
  readonly sizes: Sizes;
  readonly shapes: Shapes;
  readonly scarcity: Scarcity;
  readonly capacities: Capacities;
  readonly eligibility: Eligibility;
  readonly configs: readonly Config[];
  /** Levels of soft rules, ascending; `Config.level` is one of them. */
  readonly levels: readonly number[];
  /** Distinct priorities, ascending, and the rank of each workload's. */
  readonly priorities: readonly number[];
  readonly priorityOf: Int32Array;
  /** Workload classes: same shape and same eligibility. */
  readonly classOf: Int32Array;
  readonly classCount: number;
  /** Pool of each host. */
  readonly poolOf: Int32Array;
  /** Per class: its shape, and how many hosts may carry it. */
  readonly classShape: Int32Array;
  readonly classHosts: Int32Array;
  readonly startMatters: boolean;
  readonly floors: readonly Floor[];
  write(columns: Columns, addressOf: (column: keyof Columns) => number): void;
}

export function compile(context: RuleContext, terms: readonly Term[]): Model {
  const { problem } = context;
  const { workloads, hosts } = problem;
  const dimensions = problem.dimensions.length;
  const shapes = findShapes(problem);
  const eligibilityTerms = terms.filter((term): term is EligibilityTerm => term.term === 'eligibility');
  const hard = eligibilityTerms.filter(({ mode }) => mode !== 'soft');
  const eligibility = combineEligibility(hard, context.initialHostOf, hosts.length);
  const pools = findPools(
    context,
    eligibility,
    eligibilityTerms.filter(({ mode }) => mode !== 'hard'),
  );
  const capacityTerms = terms.filter((term): term is CapacityTerm => term.term === 'capacity');
  const capacities = combineCapacities(capacityTerms, context, shapes);
  const levels = [...new Set(terms.filter(({ mode }) => mode !== 'hard').map(({ level }) => level))].sort(
    (a, b) => a - b,
  );
  const records = layOutRecords(terms, capacities.soft, levels, context, shapes);
  const scarcity = measureScarcity(context, shapes, capacities);
  const domains = domainLists(context);
  const { priorities, priorityOf } = rankPriorities(workloads);

  const classes = createVectorIndex(2);
  const classOf = new Int32Array(workloads.length);
  const pair = new Int32Array(2);
  for (let w = 0; w < classOf.length; w++) {
    pair[0] = shapes.shapeOf[w]!;
    pair[1] = eligibility.classOf[w]!;
    classOf[w] = classes.add(pair);
  }
  const classRows = classes.rows;
  const classShape = Int32Array.from({ length: classes.count }, (_, at) => classRows[at * 2]!);
  const hostsAllowed = countAllowed(eligibility.bits, eligibility.count, eligibility.words, hosts.length);
  const classHosts = Int32Array.from({ length: classes.count }, (_, at) => hostsAllowed[classRows[at * 2 + 1]!]!);

  const softAll = capacities.soft;
  const transientUse = capacities.duringLimit || softAll.some(({ when }) => when === 'during') ? 1 : 0;
  const sizes: Sizes = {
    workloads: workloads.length,
    hosts: hosts.length,
    dimensions,
    topologies: problem.levels.length,
    pools: pools.count,
    eligibilityWords: eligibility.words,
    classes: classes.count,
    terms: records.count,
    configs: records.configs.length,
    costLevels: levels.length,
    softCapacities: softAll.length,
    duringCapacity: capacities.duringLimit ? 1 : 0,
    transientUse,
    indexes: softAll.length > 0 ? 2 : 1,
    online: 0,
    askKinds: 0,
    gapSteps: 0,
    stockWidth: 0,
    tablesBytes: records.tablesBytes,
    constantsBytes: records.constantsBytes,
    links: records.links,
    shapes: shapes.count,
    ...searchSizes(terms, softAll, dimensions, transientUse),
    domains: domains.start.length - 1,
    eligibilities: eligibility.count,
    eligiblePoolCount: pools.eligible.length,
    typicals: 0,
    onlineClasses: 0,
  };

  return {
    context,
    terms,
    sizes,
    shapes,
    scarcity,
    capacities,
    eligibility,
    configs: records.configs,
    levels,
    priorities,
    priorityOf,
    classOf,
    classCount: classes.count,
    poolOf: pools.poolOf,
    classShape,
    classHosts,
    startMatters: records.startMatters,
    floors: records.floors,
    write(columns, addressOf) {
      columns.initialOf.set(context.initialHostOf);
      columns.shapeOf.set(shapes.shapeOf);
      columns.eligibilityOf.set(eligibility.classOf);
      columns.classOf.set(classOf);
      columns.priorityOf.set(priorityOf);
      workloads.forEach(({ pinned }, w) => {
        if (pinned && context.initialHostOf[w]! >= 0) columns.fixed[w] = 1;
      });
      columns.demands.set(shapes.demands);
      context.domainOf.forEach((domainOf, level) => {
        columns.domainOf.set(domainOf, level * hosts.length);
      });
      columns.domainBase.set(domains.base);
      columns.openHosts.set(domains.open);
      columns.domainStart.set(domains.start);
      columns.domainHosts.set(domains.hosts);
      columns.coarse.set(pools.coarse);
      hosts.forEach(({ closed }, host) => {
        if (!closed) return;
        columns.closed[host] = 1;
        columns.shut[host] = 1;
      });
      columns.poolOf.set(pools.poolOf);
      columns.hostOrder.set(orderHosts(context));
      columns.limit.set(capacities.limit);
      if (capacities.duringLimit) columns.duringLimit.set(capacities.duringLimit);
      columns.rowScale.set(scarcity.rowScale);
      columns.columnShare[0] = scarcity.columnShare;
      columns.poolDomain.set(pools.domain);
      columns.poolDimensions.set(pools.dimensions);
      for (let shape = 0; shape < shapes.count; shape++) {
        columns.shapeDimensions[shape] = dimensionBits(shapes.demands, shape * dimensions, dimensions);
      }
      columns.eligibilityBits.set(eligibility.bits);
      columns.eligiblePoolStart.set(pools.eligibleStart);
      columns.eligiblePools.set(pools.eligible);
      columns.softCapacityStart.set(capacities.softStart);
      softAll.forEach((term, k) => {
        columns.softCapacityConfig[k] = k;
        columns.softCapacityLimit.set(term.limit, k * hosts.length);
      });
      records.write(columns, {
        tables: addressOf('tables'),
        constants: addressOf('constants'),
        configs: addressOf('configRecords'),
        terms: addressOf('termRecords'),
      });
    },
  };
}

/** Hosts of each domain, the domains of all levels numbered one after another. */
function domainLists({ problem, domainIds, domainOf }: RuleContext) {
  const base = new Int32Array(domainIds.length);
  let count = 0;
  domainIds.forEach((ids, level) => {
    base[level] = count;
    count += ids.length;
  });
  const start = new Int32Array(count + 1);
  const open = new Int32Array(count);
  const each = (visit: (domain: number, host: number) => void) => {
    domainOf.forEach((own, level) => {
      own.forEach((domain, host) => {
        if (domain >= 0) visit(base[level]! + domain, host);
      });
    });
  };
  each((domain, host) => {
    start[domain + 1]!++;
    if (!problem.hosts[host]!.closed) open[domain]!++;
  });
  for (let domain = 0; domain < count; domain++) start[domain + 1]! += start[domain]!;
  const next = start.slice(0, count);
  const hosts = new Int32Array(start[count]!);
  each((domain, host) => {
    hosts[next[domain]!++] = host;
  });
  return { base, start, open, hosts };
}

function rankPriorities(workloads: readonly { readonly priority?: number }[]) {
  const seen = new Set<number>();
  for (let w = 0; w < workloads.length; w++) seen.add(workloads[w]!.priority ?? 0);
  const priorities = [...seen].sort((a, b) => a - b);
  const priorityOf = new Int32Array(workloads.length);
  if (priorities.length > 1) {
    const rank = new Map(priorities.map((priority, at) => [priority, at]));
    for (let w = 0; w < workloads.length; w++) priorityOf[w] = rank.get(workloads[w]!.priority ?? 0)!;
  }
  return { priorities, priorityOf };
}

function countAllowed(bits: Int32Array, classes: number, words: number, hosts: number): Int32Array {
  const counts = new Int32Array(classes);
  for (let row = 0; row < classes; row++) {
    for (let host = 0; host < hosts; host++) counts[row]! += (bits[row * words + (host >> 5)]! >>> (host & 31)) & 1;
  }
  return counts;
}
