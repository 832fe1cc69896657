/** Seeded xorshift generator. */
let state: u32 = 1;

export function seed(value: u32): void {
  state = value * 2654435761 + 1013904223;
  if (state == 0) state = 1;
}

function next(): u32 {
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state;
}

/** An integer in [0, below). */
export function below(limit: i32): i32 {
  return <i32>((<u64>next() * <u64>limit) >> 32);
}
