/**
 * A domain that holds a member of a group holds one of each group that it needs. Amount: needs that are not met, over all domains. One count
 * table per group, shared by all the needs that it takes part in; needs are looked at only where a group appears in a domain or
 * vanishes from it.
 *
 * TERM_EXTRA is the graph, in words; offsets in it are words from its start. First the groups, GROUP_WORDS each; then lists with
 * their length first: the groups that a group needs, the (group, position in its list) pairs that need it, the groups of a
 * workload. The party of a link is the offset of the last one. TERM_TABLE, TERM_SLACK: start of the count tables, and of the
 * allowances of a noWorse term (one table for each need, of the size of the needing group's).
 */
import { addCount, getCount } from '../count-table';
import { CONFIG_DOMAINS, CONFIG_GROUPS, TERM_EXTRA, TERM_SLACK, TERM_TABLE } from '../record';

const GROUP_BYTES: i32 = 20;
const GROUP_TABLE: usize = 0;      // bytes from TERM_TABLE
const GROUP_MASK: usize = 4;
const GROUP_NEEDS: usize = 8;
const GROUP_NEEDED_BY: usize = 12;
const GROUP_SLACK: usize = 16;     // bytes from TERM_SLACK

function groupAt(graph: usize, index: i32): usize {
  return graph + <usize>(index * GROUP_BYTES);
}

function listAt(graph: usize, offset: i32): usize {
  return graph + (<usize>offset << 2);
}

function countOf(term: usize, group: usize, place: i32): i32 {
  return getCount(<usize>load<i32>(term, TERM_TABLE) + <usize>load<i32>(group, GROUP_TABLE), load<i32>(group, GROUP_MASK), place);
}

function isAmong(list: usize, index: i32): bool {
  const end = load<i32>(list);
  for (let at = 1; at <= end; at++) if (load<i32>(list + (<usize>at << 2)) == index) return true;
  return false;
}

/** Table of the allowances for one need of a group. */
function slackOf(term: usize, config: usize, group: usize, need: i32): usize {
  const mask = load<i32>(group, GROUP_MASK);
  const bytes = mask < 0 ? load<i32>(config, CONFIG_DOMAINS) << 2 : (mask + 1) << 3;
  return <usize>load<i32>(term, TERM_SLACK) + <usize>(load<i32>(group, GROUP_SLACK) + need * bytes);
}

function isAllowed(term: usize, config: usize, group: usize, need: i32, place: i32): bool {
  if (!load<i32>(term, TERM_SLACK)) return false;
  return getCount(slackOf(term, config, group, need), load<i32>(group, GROUP_MASK), place) > 0;
}

/** Needs of a group that nobody in the domain meets, nor one of the groups in `own` (0: none). */
function unmet(term: usize, config: usize, graph: usize, group: usize, place: i32, own: usize): i32 {
  const needs = listAt(graph, load<i32>(group, GROUP_NEEDS));
  const end = load<i32>(needs);
  let count = 0;
  for (let at = 1; at <= end; at++) {
    const needed = load<i32>(needs + (<usize>at << 2));
    if (countOf(term, groupAt(graph, needed), place) > 0 || (own && isAmong(own, needed))) continue;
    if (!isAllowed(term, config, group, at - 1, place)) count++;
  }
  return count;
}

/** Groups in the domain that lack this one; of the groups in `gone` (0: none) there is one member less. */
function lacking(term: usize, config: usize, graph: usize, group: usize, place: i32, gone: usize): i32 {
  const pairs = listAt(graph, load<i32>(group, GROUP_NEEDED_BY));
  const end = load<i32>(pairs);
  let count = 0;
  for (let at = 0; at < end; at++) {
    const pair = pairs + 4 + (<usize>at << 3);
    const index = load<i32>(pair);
    const needing = groupAt(graph, index);
    const present = countOf(term, needing, place);
    if (present > 0 && !(gone && present == 1 && isAmong(gone, index)) && !isAllowed(term, config, needing, load<i32>(pair, 4), place)) count++;
  }
  return count;
}

/** What the workload changes in a domain by being the first of its groups there; `self`: 1 where it counts there already, 0 where it would come. */
function byFirst(term: usize, config: usize, party: i32, place: i32, self: i32): i32 {
  const graph = <usize>load<i32>(term, TERM_EXTRA);
  const own = listAt(graph, party);
  const end = load<i32>(own);
  let change = 0;
  for (let at = 1; at <= end; at++) {
    const group = groupAt(graph, load<i32>(own + (<usize>at << 2)));
    if (countOf(term, group, place) > self) continue;
    change += unmet(term, config, graph, group, place, own) - lacking(term, config, graph, group, place, self ? own : 0);
  }
  return change;
}

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  return <f64>byFirst(term, config, party, place, 0);
}

/** Change of the amount if a workload that counts in one domain came to another. */
export function moved(term: usize, config: usize, party: i32, from: i32, to: i32): f64 {
  return <f64>(byFirst(term, config, party, to, 0) - byFirst(term, config, party, from, 1));
}

/** Unmet needs of the workload's groups in a domain where it counts (-1: none). */
export function excess(term: usize, config: usize, party: i32, place: i32): i32 {
  if (place < 0) return 0;
  const graph = <usize>load<i32>(term, TERM_EXTRA);
  const own = listAt(graph, party);
  const end = load<i32>(own);
  let count = 0;
  for (let at = 1; at <= end; at++) count += unmet(term, config, graph, groupAt(graph, load<i32>(own + (<usize>at << 2))), place, 0);
  return count;
}

function change(term: usize, party: i32, place: i32, by: i32): void {
  const graph = <usize>load<i32>(term, TERM_EXTRA);
  const own = listAt(graph, party);
  const end = load<i32>(own);
  for (let at = 1; at <= end; at++) {
    const group = groupAt(graph, load<i32>(own + (<usize>at << 2)));
    addCount(<usize>load<i32>(term, TERM_TABLE) + <usize>load<i32>(group, GROUP_TABLE), load<i32>(group, GROUP_MASK), place, by);
  }
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  change(term, party, place, 1);
}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  change(term, party, place, -1);
}

export function reset(term: usize, config: usize): void {}

/** Takes the present amounts as the allowances of a noWorse term. */
export function record(term: usize, config: usize): void {
  const graph = <usize>load<i32>(term, TERM_EXTRA);
  const groups = load<i32>(config, CONFIG_GROUPS);
  const domains = load<i32>(config, CONFIG_DOMAINS);
  for (let index = 0; index < groups; index++) {
    const group = groupAt(graph, index);
    const needs = listAt(graph, load<i32>(group, GROUP_NEEDS));
    const end = load<i32>(needs);
    for (let place = 0; place < domains && end > 0; place++) {
      if (countOf(term, group, place) == 0) continue;
      for (let at = 1; at <= end; at++) {
        if (countOf(term, groupAt(graph, load<i32>(needs + (<usize>at << 2))), place) > 0) continue;
        addCount(slackOf(term, config, group, at - 1), load<i32>(group, GROUP_MASK), place, 1);
      }
    }
  }
}
