/** Seeded xorshift generator of 64 bits, the search's own. */
let state: u64 = 1;

export function seedSearch(value: u32): void {
  state = (<u64>value + 1) * 0x9e3779b97f4a7c15;
  for (let turn = 0; turn < 8; turn++) next();
}

export function next(): u32 {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return <u32>(state >> 32);
}

/** An integer in [0, limit). */
export function pick(limit: i32): i32 {
  return <i32>((<u64>next() * <u64>limit) >> 32);
}
