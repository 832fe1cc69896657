/**
 * A domain serves one owner. Party 0: everybody else, 1..: owners. Per domain: parties present and owners present
 * (TERM_EXTRA, two words), kept beside the counts. Amount: parties - 1 where at least one owner is present.
 */
import { addCount, getCount } from '../count-table';
import { CONFIG_DOMAINS, CONFIG_PARTIES, TERM_EXTRA, TERM_MASK, TERM_SLACK, TERM_TABLE } from '../record';

function excess(term: usize, place: i32, parties: i32, owners: i32): i32 {
  if (owners == 0 || parties < 2) return 0;
  const slack = <usize>load<i32>(term, TERM_SLACK);
  return slack ? max(0, parties - 1 - load<i32>(slack + (<usize>place << 2))) : parties - 1;
}

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  const presence = <usize>load<i32>(term, TERM_EXTRA) + (<usize>place << 3);
  const parties = load<i32>(presence);
  if (parties == 0) return 0;
  const key = place * load<i32>(config, CONFIG_PARTIES) + party;
  if (getCount(load<i32>(term, TERM_TABLE), load<i32>(term, TERM_MASK), key) > 0) return 0;
  const owners = load<i32>(presence, 4);
  return <f64>(excess(term, place, parties + 1, owners + (party > 0 ? 1 : 0)) - excess(term, place, parties, owners));
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  const key = place * load<i32>(config, CONFIG_PARTIES) + party;
  if (addCount(load<i32>(term, TERM_TABLE), load<i32>(term, TERM_MASK), key, 1) == 1) appear(term, party, place, 1);
}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  const key = place * load<i32>(config, CONFIG_PARTIES) + party;
  if (addCount(load<i32>(term, TERM_TABLE), load<i32>(term, TERM_MASK), key, -1) == 0) appear(term, party, place, -1);
}

function appear(term: usize, party: i32, place: i32, by: i32): void {
  const presence = <usize>load<i32>(term, TERM_EXTRA) + (<usize>place << 3);
  store<i32>(presence, load<i32>(presence) + by);
  if (party > 0) store<i32>(presence, load<i32>(presence, 4) + by, 4);
}

export function reset(term: usize, config: usize): void {}

/** Takes the present amounts as the allowances of a noWorse term, one word a domain. */
export function record(term: usize, config: usize): void {
  const slack = <usize>load<i32>(term, TERM_SLACK);
  const presence = <usize>load<i32>(term, TERM_EXTRA);
  const domains = load<i32>(config, CONFIG_DOMAINS);
  for (let place = 0; place < domains; place++) {
    const owners = load<i32>(presence + (<usize>place << 3), 4);
    if (owners > 0) store<i32>(slack + (<usize>place << 2), load<i32>(presence + (<usize>place << 3)) - 1);
  }
}
