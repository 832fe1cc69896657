/**
 * Sum of demands on a host, per dimension. All hard capacities are one number, `free`; `tight` is what hard and soft
 * ones leave, so that a host with room in `tight` costs nothing. Departed workloads count in the `during` ones.
 */
import { CONFIG_DURING, CONFIG_LEVEL } from '../record';
import { amounts, configDelta, configRecords, configWeight, demands, dimensions, duringCapacity, duringLimit, free, hosts, indexes, initialOf, levelDelta,
  limit, shapeOf, softCapacities, softCapacityConfig, softCapacityLimit, softCapacityStart, tight, transient, transientUse, used } from '../layout.gen';

export function demandOf(w: i32): usize {
  return demands + (<usize>(load<i32>(shapeOf + (<usize>w << 2)) * dimensions) << 2);
}

function row(column: usize, host: i32): usize {
  return column + (<usize>(host * dimensions) << 2);
}

/** Whether the demand fits the hard capacities of the host. */
export function fits(demand: usize, host: i32): bool {
  return within(demand, row(free, host));
}

/** Whether it also keeps every soft capacity: adding it costs nothing. */
export function fitsTight(demand: usize, host: i32): bool {
  if (indexes == 1) return true;
  const room = row(tight, host);
  for (let d = 0; d < dimensions; d++) {
    const asked = load<i32>(demand + (<usize>d << 2));
    if (asked > 0 && asked > load<i32>(room + (<usize>d << 2))) return false;
  }
  return true;
}

export function within(demand: usize, room: usize): bool {
  for (let d = 0; d < dimensions; d++) {
    if (load<i32>(demand + (<usize>d << 2)) > load<i32>(room + (<usize>d << 2))) return false;
  }
  return true;
}

/** Whether a workload may leave: what it holds `during` the move still fits where it was. */
export function mayDepart(w: i32, demand: usize, host: i32): bool {
  if (!duringCapacity) return true;
  const initial = load<i32>(initialOf + (<usize>w << 2));
  if (initial < 0 || initial == host) return true;
  for (let d = 0; d < dimensions; d++) {
    const at = <usize>(initial * dimensions + d) << 2;
    const asked = load<i32>(demand + (<usize>d << 2));
    if (asked > 0 && asked > load<i32>(duringLimit + at) - load<i32>(used + at) - load<i32>(transient + at)) return false;
  }
  return true;
}

/** Adds (`sign` 1) or takes back (-1) a workload's demand on `host`, and on the host that it departs from. */
export function apply(w: i32, demand: usize, host: i32, sign: i32): void {
  const initial = load<i32>(initialOf + (<usize>w << 2));
  shift(used, host, demand, sign, false);
  if (transientUse && initial >= 0 && initial != host) shift(transient, initial, demand, sign, true);
}

function shift(column: usize, host: i32, demand: usize, sign: i32, departed: bool): void {
  const base = host * dimensions;
  for (let d = 0; d < dimensions; d++) {
    const asked = load<i32>(demand + (<usize>d << 2));
    if (asked == 0) continue;
    const cell = column + (<usize>(base + d) << 2);
    if (indexes > 1) charge(host, d, asked, sign, departed);
    const sum = load<i32>(cell) + sign * asked;
    assert(sum >= 0);
    store<i32>(cell, sum);
    refresh(host, d);
  }
}

/** Keeps the amounts of the soft capacities of one dimension, before the sums change. */
function charge(host: i32, d: i32, asked: i32, sign: i32, departed: bool): void {
  const end = load<i32>(softCapacityStart + (<usize>(d + 1) << 2));
  for (let k = load<i32>(softCapacityStart + (<usize>d << 2)); k < end; k++) {
    const config = load<i32>(softCapacityConfig + (<usize>k << 2));
    const during = load<i32>(configRecords + (<usize>config << 6), CONFIG_DURING);
    if (departed && !during) continue;
    const over = overOf(k, host, d, during);
    const cell = amounts + (<usize>config << 3);
    store<f64>(cell, load<f64>(cell) + max<f64>(0, over + <f64>(sign * asked)) - max<f64>(0, over));
  }
}

/** Used beyond the limit of a soft capacity; negative: room. */
function overOf(k: i32, host: i32, d: i32, during: i32): f64 {
  const at = <usize>(host * dimensions + d) << 2;
  const sum = <f64>load<i32>(used + at) + (during ? <f64>load<i32>(transient + at) : 0);
  return sum - <f64>load<i32>(softCapacityLimit + (<usize>(k * hosts + host) << 2));
}

/** Recomputes `free` and `tight` of one dimension from the sums. */
export function refresh(host: i32, d: i32): void {
  const at = <usize>(host * dimensions + d) << 2;
  const sum = load<i32>(used + at);
  let room = load<i32>(limit + at) - sum;
  if (duringCapacity) room = min(room, load<i32>(duringLimit + at) - sum - load<i32>(transient + at));
  store<i32>(free + at, max(0, room));
  if (indexes == 1) return;
  let least = <f64>room;
  const end = load<i32>(softCapacityStart + (<usize>(d + 1) << 2));
  for (let k = load<i32>(softCapacityStart + (<usize>d << 2)); k < end; k++) {
    const config = load<i32>(softCapacityConfig + (<usize>k << 2));
    least = min<f64>(least, -overOf(k, host, d, load<i32>(configRecords + (<usize>config << 6), CONFIG_DURING)));
  }
  store<i32>(tight + at, <i32>max<f64>(0, least));
}

/** Adds to `levelDelta` (and to `configDelta`) what the soft capacities would cost with the workload on `host`. */
export function addDelta(w: i32, demand: usize, host: i32): void {
  const initial = load<i32>(initialOf + (<usize>w << 2));
  for (let d = 0; d < dimensions; d++) {
    const asked = load<i32>(demand + (<usize>d << 2));
    const end = load<i32>(softCapacityStart + (<usize>(d + 1) << 2));
    if (asked == 0) continue;
    for (let k = load<i32>(softCapacityStart + (<usize>d << 2)); k < end; k++) {
      const config = load<i32>(softCapacityConfig + (<usize>k << 2));
      const record = configRecords + (<usize>config << 6);
      const during = load<i32>(record, CONFIG_DURING);
      let over = overOf(k, host, d, during);
      let amount = max<f64>(0, over + <f64>asked) - max<f64>(0, over);
      if (during && initial >= 0 && initial != host) {
        over = overOf(k, initial, d, during);
        amount += max<f64>(0, over + <f64>asked) - max<f64>(0, over);
      }
      const cell = levelDelta + (<usize>load<i32>(record, CONFIG_LEVEL) << 3);
      store<f64>(cell, load<f64>(cell) + amount * load<f64>(configWeight + (<usize>config << 3)));
      const own = configDelta + (<usize>config << 3);
      store<f64>(own, load<f64>(own) + amount);
    }
  }
}
