/**
 * Counts by key in O(1): a plain array where keys are few (mask -1), otherwise open addressing with linear probing and
 * backward-shift deletion, two words a slot: key + 1 (0 = free) and count. Sized by the compiler so that it is never
 * more than half full.
 */

function slotOf(table: usize, mask: i32, key: i32): usize {
  let hash = <u32>key * 0x9e3779b1;
  hash ^= hash >> 15;
  let index = <i32>hash & mask;
  while (true) {
    const slot = table + (<usize>index << 3);
    const found = load<i32>(slot);
    if (found == key + 1 || found == 0) return slot;
    index = (index + 1) & mask;
  }
}

export function getCount(table: usize, mask: i32, key: i32): i32 {
  if (mask < 0) return load<i32>(table + (<usize>key << 2));
  const slot = slotOf(table, mask, key);
  return load<i32>(slot) == 0 ? 0 : load<i32>(slot, 4);
}

/** Adds `change` and returns the new count; a count of 0 leaves no slot behind. */
export function addCount(table: usize, mask: i32, key: i32, change: i32): i32 {
  if (mask < 0) {
    const cell = table + (<usize>key << 2);
    const count = load<i32>(cell) + change;
    assert(count >= 0);
    store<i32>(cell, count);
    return count;
  }
  const slot = slotOf(table, mask, key);
  if (load<i32>(slot) == 0) {
    assert(change > 0);
    store<i32>(slot, key + 1);
    store<i32>(slot, change, 4);
    return change;
  }
  const count = load<i32>(slot, 4) + change;
  assert(count >= 0);
  if (count == 0) freeSlot(table, mask, <i32>((slot - table) >> 3));
  else store<i32>(slot, count, 4);
  return count;
}

/** Empties a slot and pulls back whatever probed past it. */
function freeSlot(table: usize, mask: i32, empty: i32): void {
  let index = empty;
  while (true) {
    index = (index + 1) & mask;
    const slot = table + (<usize>index << 3);
    const key = load<i32>(slot);
    if (key == 0) break;
    let hash = <u32>(key - 1) * 0x9e3779b1;
    hash ^= hash >> 15;
    const home = <i32>hash & mask;
    if (((index - home) & mask) >= ((index - empty) & mask)) {
      store<u64>(table + (<usize>empty << 3), load<u64>(slot));
      empty = index;
    }
  }
  store<u64>(table + (<usize>empty << 3), 0);
}
