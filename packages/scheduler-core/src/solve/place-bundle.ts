import type { Model } from '../compile/compile.ts';
import type { DomainCountTerm } from '../compile/term.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Bundle } from './bundles.ts';

/** Domains tried for one bundle, those with most room first. */
const TRIES = 64;

/** Places the members that are not placed yet, all of them where that can be done; never leaves a hard rule broken. */
export function placeBundle(model: Model, kernel: Kernel, bundle: Bundle): void {
  const missing = Array.from(bundle.members).filter((w) => kernel.columns.hostOf[w]! < 0);
  if (missing.length === 0) return;
  if (attempt(kernel, missing, (w) => kernel.find(w, 2))) return;
  // What stayed at home may stand in the way of the whole: from here on everybody moves who may.
  const movable = Array.from(bundle.members).filter((w) => !model.context.problem.workloads[w]!.pinned);
  const before = movable.map((w) => kernel.columns.hostOf[w]!);
  const leave = () => {
    for (const w of movable) if (kernel.columns.hostOf[w]! >= 0) kernel.take(w);
  };
  leave();
  for (const term of bundle.terms) {
    for (const domains of choices(model, kernel, term, movable)) {
      if (attempt(kernel, movable, finderIn(kernel, term, domains))) return;
    }
  }
  movable.forEach((w, at) => {
    if (before[at]! >= 0) kernel.place(w, before[at]!);
  });
  placeSome(kernel, missing);
}

/** All of them or none. */
function attempt(kernel: Kernel, workloads: readonly number[], find: (workload: number) => number): boolean {
  const breach = kernel.breachNow();
  const placed: number[] = [];
  for (const w of workloads) {
    const host = find(w);
    if (host < 0) break;
    kernel.place(w, host);
    placed.push(w);
  }
  if (placed.length === workloads.length && kernel.breachNow() <= breach) return true;
  for (const w of placed.reverse()) kernel.take(w);
  return false;
}

/** As many as will go one by one, without those whose half of the group would break a rule. */
function placeSome(kernel: Kernel, workloads: readonly number[]): void {
  const breach = kernel.breachNow();
  const placed: number[] = [];
  for (const w of workloads) {
    const host = kernel.find(w, 2);
    if (host < 0) continue;
    kernel.place(w, host);
    placed.push(w);
  }
  while (kernel.breachNow() > breach) kernel.take(placed.pop()!);
}

/** Puts the members in the chosen domains in turn: `minPerDomain` of them in each before the next. */
function finderIn(kernel: Kernel, term: DomainCountTerm, domains: readonly number[]): (workload: number) => number {
  const own = new Set(Array.from(term.members));
  const share = Math.ceil(own.size / domains.length);
  let next = 0;
  return (w) => {
    if (!own.has(w)) return kernel.find(w, 0);
    const first = Math.min(domains.length - 1, Math.floor(next++ / share));
    for (let step = 0; step < domains.length; step++) {
      const host = kernel.findWithin(w, term.topology, domains[(first + step) % domains.length]!);
      if (host >= 0) return host;
    }
    return -1;
  };
}

/** Sets of domains worth trying: each alone by falling room, then the roomiest two, three ... together. */
function* choices(
  model: Model,
  kernel: Kernel,
  term: DomainCountTerm,
  workloads: readonly number[],
): Generator<number[]> {
  const ranked = domainsByRoom(model, kernel, term.topology, workloads);
  const least = term.minPerDomain ?? 1;
  const most = Math.min(ranked.length, term.maxDomains ?? Math.floor(term.members.length / least));
  for (const domain of ranked.slice(0, TRIES)) yield [domain];
  for (let count = 2; count <= most; count++) yield ranked.slice(0, count);
}

/** Domains by their room for the workloads, scarcest dimension counting; roomy ones first, tight but sufficient before too small. */
function domainsByRoom(model: Model, kernel: Kernel, topology: number, workloads: readonly number[]): number[] {
  const { context, sizes, shapes } = model;
  const { dimensions, hosts } = sizes;
  const { free, closed } = kernel.columns;
  const asked = new Float64Array(dimensions);
  for (const w of workloads) {
    for (let d = 0; d < dimensions; d++) asked[d]! += shapes.demands[shapes.shapeOf[w]! * dimensions + d]!;
  }
  const domainOf = topology < 0 ? null : context.domainOf[topology]!;
  const count = domainOf ? context.domainIds[topology]!.length : hosts;
  const room = new Float64Array(count * dimensions);
  for (let host = 0; host < hosts; host++) {
    const domain = domainOf ? domainOf[host]! : host;
    if (domain < 0 || closed[host]) continue;
    for (let d = 0; d < dimensions; d++) room[domain * dimensions + d]! += Math.max(0, free[host * dimensions + d]!);
  }
  const slack = (domain: number): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let d = 0; d < dimensions; d++) {
      if (asked[d]! > 0) least = Math.min(least, room[domain * dimensions + d]! / asked[d]!);
    }
    return least;
  };
  const ranked = Array.from({ length: count }, (_, domain) => ({ domain, slack: slack(domain) }));
  const fits = ranked.filter((entry) => entry.slack >= 1).sort((a, b) => a.slack - b.slack || a.domain - b.domain);
  const short = ranked.filter((entry) => entry.slack < 1).sort((a, b) => b.slack - a.slack || a.domain - b.domain);
  return [...fits, ...short].map(({ domain }) => domain);
}
