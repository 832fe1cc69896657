/**
 * The placement that the search walks over: host rows, count tables and `hostOf` of the kernel's own state, nothing else (lists and grid
 * are rebuilt when it ends). Hard rules may be broken on the way; the best placement is the cheapest one that broke none.
 */
import { firstLink } from '../links';
import { setListed } from '../terms/card';
import { bestHostOf, changed, fixed, hostCost, hostExcess, hostOf, hosts, initialOf, linkRelief, movable, relief, shapeOf, thresholds, workloads } from '../layout.gen';
import { cell, costFound, demandRow, excessFound, noDemand, openRows, reprice, shiftRow, weigh } from './host-row';
import { pick, seedSearch } from './random';

/** Change of the soft cost since the start, now and at the best. */
export let gained: f64 = 0;
export let bestGained: f64 = 0;
/** Sum of the amounts by which hard terms are broken, and number of hosts beyond a hard capacity. */
export let broken: f64 = 0;
export let crowded: i32 = 0;
export let movables: i32 = 0;
/** Workloads noted in `changed`; more than there is room for: all may have. */
let changes: i32 = 0;

export function hostAt(w: i32): i32 {
  return load<i32>(hostOf + (<usize>w << 2));
}

export function initialAt(w: i32): i32 {
  return load<i32>(initialOf + (<usize>w << 2));
}

export function isLinked(w: i32): bool {
  return firstLink(w) < firstLink(w + 1);
}

/** Most that the host of the workload can become cheaper when it leaves. */
export function reliefOf(w: i32): f64 {
  return load<f64>(cell(relief, load<i32>(shapeOf + (<usize>w << 2))));
}

export function linkReliefOf(w: i32): f64 {
  return load<f64>(cell(linkRelief, w));
}

/** What stands on a host costs, penalty included. */
export function priceOf(host: i32): f64 {
  return load<f64>(cell(hostCost, host)) + load<f64>(cell(hostExcess, host));
}

/** Row of what a workload holds beyond its present host when it comes to or leaves `host`: nothing where it was at the start. */
export function heldRow(w: i32, host: i32): usize {
  return initialAt(w) == host ? noDemand : demandRow(w);
}

/** Starts from the placement as it stands, which breaks no hard rule. */
export function openSearch(seed: i32): void {
  seedSearch(<u32>seed);
  setListed(false);
  openRows();
  gained = 0;
  bestGained = 0;
  broken = 0;
  crowded = 0;
  changes = 0;
  movables = 0;
  for (let w = 0; w < workloads; w++) {
    if (hostAt(w) < 0 || load<i32>(fixed + (<usize>w << 2))) continue;
    store<i32>(movable + (<usize>movables << 2), w);
    movables++;
  }
  memory.copy(bestHostOf, hostOf, <usize>workloads << 2);
  if (load<f64>(thresholds) > 0) return;
  for (let k = 0; k < 4096; k++) store<f64>(cell(thresholds, k), -Math.log((<f64>k + 0.5) / 4096));
}

/** Moves a workload in the host rows; its links are the caller's. */
export function shiftTo(w: i32, from: i32, to: i32): void {
  const demand = demandRow(w);
  const initial = initialAt(w);
  shiftRow(from, demand, -1, initial == from ? 0 : -1);
  shiftRow(to, demand, 1, initial == to ? 0 : 1);
  store<i32>(hostOf + (<usize>w << 2), to);
  if (changes < workloads) store<i32>(changed + (<usize>changes << 2), w);
  changes++;
}

/** Enters what `weigh` found for a host. */
export function enter(host: i32, cost: f64, excess: f64): void {
  gained += cost - load<f64>(cell(hostCost, host));
  crowded += (excess > 0 ? 1 : 0) - (load<f64>(cell(hostExcess, host)) > 0 ? 1 : 0);
  store<f64>(cell(hostCost, host), cost);
  store<f64>(cell(hostExcess, host), excess);
}

export function enterLinks(soft: f64, hard: f64): void {
  gained += soft;
  broken += hard;
}

/** Keeps the placement if it is the best yet. */
export function keepBest(): void {
  if (broken > 0 || crowded > 0 || gained >= bestGained) return;
  bestGained = gained;
  if (changes > workloads) memory.copy(bestHostOf, hostOf, <usize>workloads << 2);
  else {
    for (let at = 0; at < changes; at++) {
      const w = <usize>load<i32>(changed + (<usize>at << 2)) << 2;
      store<i32>(bestHostOf + w, load<i32>(hostOf + w));
    }
  }
  changes = 0;
}

/** Changes the prices of being too full: `up` where it is so, `down` elsewhere; and takes the costs afresh. */
export function repriceAll(up: f64, down: f64): void {
  crowded = 0;
  for (let host = 0; host < hosts; host++) {
    reprice(host, up, down);
    if (load<f64>(cell(hostExcess, host)) > 0) crowded++;
  }
}

/** Change of the soft cost since the start: now, and at the best. */
export function nowCost(): f64 {
  return gained;
}

export function bestCost(): f64 {
  return bestGained;
}

/** Sum of the amounts by which hard terms are broken; hosts beyond a hard capacity. */
export function nowBroken(): f64 {
  return broken;
}

export function nowCrowded(): i32 {
  return crowded;
}

/** What a random relocation would change on its two hosts, too full or not. */
export function probe(): f64 {
  const w = load<i32>(movable + (<usize>pick(movables) << 2));
  const from = hostAt(w);
  const to = pick(hosts);
  if (to == from) return 0;
  weigh(to, demandRow(w), noDemand, heldRow(w, to), noDemand);
  if (excessFound > 0) return 0;
  const change = costFound - load<f64>(cell(hostCost, to));
  weigh(from, noDemand, demandRow(w), noDemand, heldRow(w, from));
  return change + costFound - load<f64>(cell(hostCost, from));
}
