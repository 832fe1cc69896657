/**
 * What leaves a host so that a workload fits: the set of at most three that is cheapest by penalty. Sets are tried in the order of
 * their members; a set is left as soon as it costs as much as the best one so far.
 */
import { firstLink, firstLooseLink, linkDelta, linkTerm } from '../links';
import { CONFIG_TOPOLOGY } from '../record';
import { demandOf } from '../terms/capacity';
import { countOn, dimensions, firstOn, fixed, free, indexes, limit, nextOn, penalty, shortIn, shortOf, tight, victimCost, victimGives, victimOf } from '../layout.gen';

/** Workloads of one host that are looked at. */
const MOST: i32 = 24;

/** The best set so far, over all hosts tried since `forgetVictims`; -1 where there are fewer. */
export let victimA: i32 = -1;
export let victimB: i32 = -1;
export let victimC: i32 = -1;
export let victimsCost: f64 = Infinity;
/** Sets tried. */
export let tried: f64 = 0;

/** Dimensions that are short. */
let lacking: i32 = 0;
let listed: i32 = 0;

export function forgetVictims(): void {
  victimsCost = Infinity;
  victimA = -1;
  victimB = -1;
  victimC = -1;
  tried = 0;
}

/** Whether the host could hold the demand at all; notes what is short as things stand. */
export function noteShort(demand: usize, host: i32): bool {
  const base = <usize>(host * dimensions) << 2;
  const room = (indexes > 1 ? tight : free) + base;
  lacking = 0;
  for (let d = 0; d < dimensions; d++) {
    const at = <usize>d << 2;
    const asked = load<i32>(demand + at);
    if (asked > load<i32>(limit + base + at)) return false;
    const short = asked - load<i32>(room + at);
    if (short <= 0 || asked == 0) continue;
    store<i32>(shortOf + (<usize>lacking << 2), short);
    store<i32>(shortIn + (<usize>lacking << 2), d);
    lacking++;
  }
  return true;
}

export function isShort(): bool {
  return lacking > 0;
}

/** Who on the host stands against the workload under a hard rule of its host; -1: nobody; -2: the rule cannot be met by one leaving. */
export function rivalOf(w: i32, host: i32): i32 {
  let rival = -1;
  const end = firstLooseLink(w);
  for (let link = firstLink(w); link < end; link++) {
    if (linkDelta(link, w, host) <= 0) continue;
    const term = linkTerm(link);
    if (rival >= 0 || load<i32>(load<i32>(term), CONFIG_TOPOLOGY) >= 0) return -2;
    rival = linkedOn(term, host);
    if (rival < 0) return -2;
  }
  return rival;
}

function linkedOn(term: usize, host: i32): i32 {
  for (let other = load<i32>(firstOn + (<usize>host << 2)); other >= 0; other = load<i32>(nextOn + (<usize>other << 2))) {
    if (load<i32>(fixed + (<usize>other << 2))) continue;
    const end = firstLooseLink(other);
    for (let link = firstLink(other); link < end; link++) if (linkTerm(link) == term) return other;
  }
  return -1;
}

function gives(at: i32): usize {
  return victimGives + (<usize>(at * dimensions) << 2);
}

function cost(at: i32): f64 {
  return load<f64>(victimCost + (<usize>at << 3));
}

/** Lists those who may leave; a `rival` who must, first. */
function listVictims(host: i32, rival: i32, skip: i32): void {
  listed = 0;
  if (rival >= 0) list(rival);
  const count = load<i32>(countOn + (<usize>host << 2));
  let other = load<i32>(firstOn + (<usize>host << 2));
  if (count > MOST) for (let step = 0; step < skip % (count - MOST + 1); step++) other = load<i32>(nextOn + (<usize>other << 2));
  for (; other >= 0 && listed < MOST; other = load<i32>(nextOn + (<usize>other << 2))) {
    if (other != rival && !load<i32>(fixed + (<usize>other << 2))) list(other);
  }
}

function list(w: i32): void {
  const demand = demandOf(w);
  const row = gives(listed);
  for (let k = 0; k < lacking; k++) {
    const d = <usize>load<i32>(shortIn + (<usize>k << 2)) << 2;
    store<i32>(row + (<usize>k << 2), load<i32>(demand + d));
  }
  store<i32>(victimOf + (<usize>listed << 2), w);
  store<f64>(victimCost + (<usize>listed << 3), load<f64>(penalty + (<usize>w << 3)));
  listed++;
}

/** Whether up to three of the list (-1: none) give all that is short. */
function covers(a: i32, b: i32, c: i32): bool {
  tried += 1;
  const first = gives(a);
  const second = b < 0 ? 0 : gives(b);
  const third = c < 0 ? 0 : gives(c);
  for (let k = 0; k < lacking; k++) {
    const at = <usize>k << 2;
    let sum = load<i32>(first + at);
    if (b >= 0) sum += load<i32>(second + at);
    if (c >= 0) sum += load<i32>(third + at);
    if (sum < load<i32>(shortOf + at)) return false;
  }
  return true;
}

/** Looks for a set on this host that is cheaper than the best one so far; true if there is one. `skip` varies who is looked at on a full host. */
export function seekVictims(host: i32, rival: i32, skip: i32): bool {
  listVictims(host, rival, skip);
  const most = victimsCost;
  const last = rival >= 0 ? min(1, listed) : listed;
  for (let a = 0; a < last; a++) {
    const one = cost(a);
    if (one >= victimsCost) continue;
    if (covers(a, -1, -1)) {
      keep(one, a, -1, -1);
      continue;
    }
    for (let b = a + 1; b < listed; b++) {
      const two = one + cost(b);
      if (two >= victimsCost) continue;
      if (covers(a, b, -1)) {
        keep(two, a, b, -1);
        continue;
      }
      for (let c = b + 1; c < listed; c++) {
        const three = two + cost(c);
        if (three < victimsCost && covers(a, b, c)) keep(three, a, b, c);
      }
    }
  }
  return victimsCost < most;
}

function keep(sum: f64, a: i32, b: i32, c: i32): void {
  victimsCost = sum;
  victimA = victim(a);
  victimB = victim(b);
  victimC = victim(c);
}

function victim(at: i32): i32 {
  return at < 0 ? -1 : load<i32>(victimOf + (<usize>at << 2));
}
