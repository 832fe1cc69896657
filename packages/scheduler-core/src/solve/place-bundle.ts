import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Binding, Bundle } from './bundles.ts';
import type { DomainRooms } from './domain-rooms.ts';
import { rankDomains } from './rank-domains.ts';

/** How many bundles' worth of room the first member's host is asked for, in turn. */
const FACTORS = [1, 2, 4, 8];

/**
 * Places the members that are not placed yet, all of them where that can be done; never leaves a hard rule broken.
 * `thorough`: domain by domain if need be, by their `rooms`.
 */
export function placeBundle(model: Model, rooms: DomainRooms, bundle: Bundle, thorough: boolean): void {
  const { kernel } = rooms;
  if (bundle.mutual) kernel.setLenient(1);
  placeAll(model, rooms, bundle, thorough);
  kernel.setLenient(0);
}

function placeAll(model: Model, rooms: DomainRooms, bundle: Bundle, thorough: boolean): void {
  const { kernel } = rooms;
  const { hostOf, fixed } = kernel.columns;
  const missing = Array.from(bundle.members).filter((w) => hostOf[w]! < 0);
  if (missing.length === 0) return;
  if (attempt(kernel, missing, (w) => kernel.find(w, 2))) return;
  // What stayed at home may stand in the way of the whole: from here on everybody moves who may.
  const movable = Array.from(bundle.members).filter((w) => fixed[w] !== 1);
  const before = movable.map((w) => hostOf[w]!);
  for (const w of movable) if (hostOf[w]! >= 0) kernel.take(w);
  for (const factor of FACTORS) {
    const first = findRoomy(model, kernel, movable, factor);
    if (first < 0) break;
    if (attempt(kernel, movable, (w) => (w === movable[0] ? first : kernel.find(w, 0)))) return;
  }
  if (thorough) {
    for (const binding of bundle.bindings) {
      for (const domains of choices(model, rooms, binding, movable)) {
        if (attempt(kernel, movable, finderIn(kernel, binding, domains))) return;
      }
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
    if (host < 0 || !kernel.admits(w, host)) break;
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

/** A host for the first workload that has room for all of them, `factor` times over: asked for in the scratch row of demands. */
function findRoomy({ sizes }: Model, kernel: Kernel, workloads: readonly number[], factor: number): number {
  const { demands, shapeOf, shapeDimensions, classOf, exhaustedAt } = kernel.columns;
  const [first] = workloads;
  if (first === undefined) return -1;
  const { dimensions, shapes, classes } = sizes;
  const [shape, own] = [shapeOf[first]!, classOf[first]!];
  for (let d = 0; d < dimensions; d++) {
    const sum = workloads.reduce((total, w) => total + demands[shapeOf[w]! * dimensions + d]!, 0);
    demands[shapes * dimensions + d] = Math.min(sum * factor, 2147483647);
  }
  shapeDimensions[shapes] = shapeDimensions[shape]!;
  exhaustedAt[classes] = 0;
  shapeOf[first] = shapes;
  classOf[first] = classes;
  const host = kernel.find(first, 0);
  shapeOf[first] = shape;
  classOf[first] = own;
  return host;
}

/** Puts the members in the chosen domains in turn: an equal share in each before the next. */
function finderIn(kernel: Kernel, binding: Binding, domains: readonly number[]): (workload: number) => number {
  const own = new Set(Array.from(binding.members));
  const share = Math.ceil(own.size / domains.length);
  let next = 0;
  return (w) => {
    if (!own.has(w)) return kernel.find(w, 0);
    const first = Math.min(domains.length - 1, Math.floor(next++ / share));
    for (let step = 0; step < domains.length; step++) {
      const host = kernel.findWithin(w, binding.topology, domains[(first + step) % domains.length]!);
      if (host >= 0) return host;
    }
    return -1;
  };
}

/** Sets of domains worth trying: each alone, then the roomiest two, three ... together. */
function* choices(
  model: Model,
  rooms: DomainRooms,
  binding: Binding,
  workloads: readonly number[],
): Generator<number[]> {
  const { tight, roomy } = rankDomains(model, rooms, binding.topology, workloads);
  const least = binding.minPerDomain ?? 1;
  const most = Math.min(roomy.length, binding.maxDomains ?? Math.floor(binding.members.length / least));
  for (const domain of tight) yield [domain];
  for (const domain of roomy) yield [domain];
  for (let count = 2; count <= most; count++) yield roomy.slice(0, count);
}
