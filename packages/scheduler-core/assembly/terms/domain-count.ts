/**
 * How many members of a group each domain holds: separate (at most one), colocate (at most k domains), spread (at most
 * and at least per domain, skew, least number of domains).
 */
import { addCount, getCount } from '../count-table';
import { CONFIG_DOMAINS, CONFIG_MAX_DOMAINS, CONFIG_MAX_PER_DOMAIN, CONFIG_MAX_SKEW, CONFIG_MIN_DOMAINS, CONFIG_MIN_PER_DOMAIN, CONFIG_OPEN, CONFIG_TOPOLOGY,
  TERM_EXTRA, TERM_GROUP_SLACK, TERM_MASK, TERM_MAX, TERM_MIN, TERM_PLACED, TERM_SLACK, TERM_TABLE, TERM_USED } from '../record';
import { domainBase, openHosts, shut } from '../layout.gen';

function over(value: i32, limit: i32): i32 {
  return value > limit ? value - limit : 0;
}

function placeAmount(term: usize, config: usize, place: i32, count: i32): i32 {
  let amount = over(count, load<i32>(config, CONFIG_MAX_PER_DOMAIN));
  if (count > 0) amount += over(load<i32>(config, CONFIG_MIN_PER_DOMAIN), count);
  const slack = <usize>load<i32>(term, TERM_SLACK);
  return slack && amount ? over(amount, getCount(slack, load<i32>(term, TERM_MASK), place)) : amount;
}

function groupAmount(term: usize, config: usize, placed: i32, used: i32, skew: i32): i32 {
  const least = load<i32>(config, CONFIG_MIN_DOMAINS);
  let many = over(used, load<i32>(config, CONFIG_MAX_DOMAINS));
  let uneven = over(skew, load<i32>(config, CONFIG_MAX_SKEW));
  let few = over(min(least, placed), used);
  const slack = <usize>load<i32>(term, TERM_GROUP_SLACK);
  if (slack) {
    many = over(many, load<i32>(slack));
    uneven = over(uneven, load<i32>(slack, 4));
    few = over(few, load<i32>(slack, 8));
  }
  return many + uneven + few;
}

/** The group's amount and, unless `place` is -1, that of the place. */
export function excess(term: usize, config: usize, party: i32, place: i32): i32 {
  const histogram = load<i32>(term, TERM_EXTRA);
  const skew = histogram ? load<i32>(term, TERM_MAX) - load<i32>(term, TERM_MIN) : 0;
  const group = groupAmount(term, config, load<i32>(term, TERM_PLACED), load<i32>(term, TERM_USED), skew);
  if (place < 0) return group;
  return group + placeAmount(term, config, place, getCount(load<i32>(term, TERM_TABLE), load<i32>(term, TERM_MASK), place));
}

/** Domains without an open host count for the skew only while they hold a member. */
function isOpen(config: usize, place: i32): bool {
  const topology = load<i32>(config, CONFIG_TOPOLOGY);
  if (topology < 0) return load<i32>(shut + (<usize>place << 2)) == 0;
  const base = load<i32>(domainBase + (<usize>topology << 2));
  return load<i32>(openHosts + (<usize>(base + place) << 2)) > 0;
}

/** Change of the amounts if one member (`member` 1) or a departed one (0) came to count at `place`. */
export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  const count = getCount(load<i32>(term, TERM_TABLE), load<i32>(term, TERM_MASK), place);
  // A term has one limit: where it is this one, nothing else changes.
  const most = load<i32>(config, CONFIG_MAX_PER_DOMAIN);
  if (most < i32.MAX_VALUE && !load<i32>(term, TERM_SLACK)) return count >= most ? 1 : 0;
  const placed = load<i32>(term, TERM_PLACED);
  const used = load<i32>(term, TERM_USED);
  const histogram = <usize>load<i32>(term, TERM_EXTRA);
  let skewBefore = 0;
  let skewAfter = 0;
  if (histogram) {
    let most = load<i32>(term, TERM_MAX);
    let least = load<i32>(term, TERM_MIN);
    skewBefore = most - least;
    const domains = load<i32>(histogram);
    if (count > 0 || isOpen(config, place)) {
      if (count == least && load<i32>(histogram + (<usize>(count + 1) << 2)) == 1) least = count + 1;
    } else {
      least = domains == 0 ? 1 : min(least, 1);
    }
    most = max(most, count + 1);
    skewAfter = most - least;
  }
  return <f64>(
    placeAmount(term, config, place, count + 1) - placeAmount(term, config, place, count) +
    groupAmount(term, config, placed + member, used + (count == 0 ? 1 : 0), skewAfter) - groupAmount(term, config, placed, used, skewBefore)
  );
}

/** Whether the limit is one that `moved` knows. */
export function isCounted(term: usize, config: usize): bool {
  return load<i32>(config, CONFIG_MAX_PER_DOMAIN) < i32.MAX_VALUE || load<i32>(config, CONFIG_MIN_DOMAINS) > 0;
}

/** Change of the amounts if a member came from one domain to another, for a term with such a limit and no allowances. */
export function moved(term: usize, config: usize, from: i32, to: i32): f64 {
  const table = <usize>load<i32>(term, TERM_TABLE);
  const mask = load<i32>(term, TERM_MASK);
  const here = getCount(table, mask, from);
  const there = getCount(table, mask, to);
  const most = load<i32>(config, CONFIG_MAX_PER_DOMAIN);
  if (most < i32.MAX_VALUE) return <f64>((there >= most ? 1 : 0) - (here > most ? 1 : 0));
  const least = min(load<i32>(config, CONFIG_MIN_DOMAINS), load<i32>(term, TERM_PLACED));
  const used = load<i32>(term, TERM_USED);
  return <f64>(over(least, used - (here == 1 ? 1 : 0) + (there == 0 ? 1 : 0)) - over(least, used));
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  const count = addCount(load<i32>(term, TERM_TABLE), load<i32>(term, TERM_MASK), place, 1);
  store<i32>(term, load<i32>(term, TERM_PLACED) + member, TERM_PLACED);
  if (count == 1) store<i32>(term, load<i32>(term, TERM_USED) + 1, TERM_USED);
  shift(term, config, place, count - 1, count);
}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  const count = addCount(load<i32>(term, TERM_TABLE), load<i32>(term, TERM_MASK), place, -1);
  store<i32>(term, load<i32>(term, TERM_PLACED) - member, TERM_PLACED);
  if (count == 0) store<i32>(term, load<i32>(term, TERM_USED) - 1, TERM_USED);
  shift(term, config, place, count + 1, count);
}

/** Moves a domain from one count to another in the histogram and keeps its ends. The first word counts the domains. */
function shift(term: usize, config: usize, place: i32, from: i32, to: i32): void {
  const histogram = <usize>load<i32>(term, TERM_EXTRA);
  if (!histogram) return;
  const open = isOpen(config, place);
  if (from > 0 || open) bump(histogram, from, -1);
  if (to > 0 || open) bump(histogram, to, 1);
  let least = min(load<i32>(term, TERM_MIN), to);
  let most = max(load<i32>(term, TERM_MAX), to);
  if (load<i32>(histogram) == 0) {
    least = 0;
    most = 0;
  } else {
    while (load<i32>(histogram + (<usize>(least + 1) << 2)) == 0) least++;
    while (load<i32>(histogram + (<usize>(most + 1) << 2)) == 0) most--;
  }
  store<i32>(term, least, TERM_MIN);
  store<i32>(term, most, TERM_MAX);
}

function bump(histogram: usize, count: i32, change: i32): void {
  store<i32>(histogram, load<i32>(histogram) + change);
  const cell = histogram + (<usize>(count + 1) << 2);
  store<i32>(cell, load<i32>(cell) + change);
}

/** Empty state, once the tables are cleared. */
export function reset(term: usize, config: usize): void {
  store<i32>(term, 0, TERM_PLACED);
  store<i32>(term, 0, TERM_USED);
  store<i32>(term, 0, TERM_MAX);
  store<i32>(term, 0, TERM_MIN);
  const histogram = <usize>load<i32>(term, TERM_EXTRA);
  if (!histogram) return;
  const open = load<i32>(config, CONFIG_OPEN);
  store<i32>(histogram, open);
  store<i32>(histogram, open, 4);
}

/** Takes the present amounts as the allowances of a noWorse term. */
export function record(term: usize, config: usize): void {
  const slack = <usize>load<i32>(term, TERM_SLACK);
  const group = <usize>load<i32>(term, TERM_GROUP_SLACK);
  const mask = load<i32>(term, TERM_MASK);
  const table = <usize>load<i32>(term, TERM_TABLE);
  // Nothing is allowed yet while amounts are read: the tables of allowances start empty.
  const slots = mask < 0 ? load<i32>(config, CONFIG_DOMAINS) : mask + 1;
  for (let slot = 0; slot < slots; slot++) {
    const key = mask < 0 ? slot : load<i32>(table + (<usize>slot << 3)) - 1;
    if (key < 0) continue;
    const amount = placeAmount(term, config, key, getCount(table, mask, key));
    if (amount > 0) addCount(slack, mask, key, amount);
  }
  const used = load<i32>(term, TERM_USED);
  const placed = load<i32>(term, TERM_PLACED);
  store<i32>(group, over(used, load<i32>(config, CONFIG_MAX_DOMAINS)));
  store<i32>(group, over(load<i32>(term, TERM_MAX) - load<i32>(term, TERM_MIN), load<i32>(config, CONFIG_MAX_SKEW)), 4);
  store<i32>(group, over(min(load<i32>(config, CONFIG_MIN_DOMAINS), placed), used), 8);
}
