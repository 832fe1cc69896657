/**
 * The memory map. Everything lies in columns behind the module's own data; the host reads the addresses from the exported
 * globals after `layout` and fills the inputs. Columns "per side" hold two tables, one behind the other: side 0 is the
 * project, side 1 the same project with time running backwards from HORIZON, so that one generation serves both directions.
 */

/** Time t of one side is HORIZON - t of the other. */
export const HORIZON: i32 = 1 << 30;
/** Lists that the search keeps. */
export const POPULATION: i32 = 48;

/** Number of activities, of those whose start is not fixed, and of vectors of four resources. */
export let activities: i32 = 0;
export let free: i32 = 0;
export let blocks: i32 = 0;
let edges: i32 = 0;
let windows: i32 = 0;

/** i32[activities] */
export let durations: usize = 0;
/** i32[activities * blocks * 4] */
export let demands: usize = 0;
/** i32[blocks * 4] */
export let capacities: usize = 0;
/** i32[activities], per side: the one with the smaller number is the more urgent. */
export let priorities: usize = 0;
/** i32[activities]: those whose start is free, predecessors first, then the fixed ones. */
export let topological: usize = 0;
/** i32[activities + 1] and i32[edges], per side. */
export let predecessorStart: usize = 0;
export let predecessors: usize = 0;
/** i32[activities + 1] and i32[windows] twice, per side: when an activity may start, both ends counting. */
export let windowStart: usize = 0;
export let windowFrom: usize = 0;
export let windowTo: usize = 0;

/** i32[activities], per side: -1 where there is none. */
export let starts: usize = 0;
/** i32[activities]: the best so far. */
export let bestStarts: usize = 0;
/** u32[activities]: node of the profile at or before an activity's end. */
export let endNodes: usize = 0;
/** Nodes of the profile, see profile.ts. */
export let nodes: usize = 0;
/** i32[activities] each: the list in work, another, sort keys, marks. */
export let list: usize = 0;
export let spare: usize = 0;
export let keys: usize = 0;
export let marks: usize = 0;
/** i32[POPULATION * activities] and f64[POPULATION]: lists by start, and what they cost. */
export let lists: usize = 0;
export let costs: usize = 0;

let top: usize = 0;

function column(bytes: i32): usize {
  const at = top;
  top = (top + bytes + 63) & ~63;
  return at;
}

/** Lays the columns out for such sizes; returns the bytes of memory needed. */
export function layout(activityCount: i32, freeCount: i32, blockCount: i32, edgeCount: i32, windowCount: i32): usize {
  activities = activityCount;
  free = freeCount;
  blocks = blockCount;
  edges = edgeCount;
  windows = windowCount;
  const each = activities * 4;
  top = (__heap_base + 63) & ~63;
  durations = column(each);
  demands = column(each * blocks * 4);
  capacities = column(blocks * 16);
  priorities = column(each * 2);
  topological = column(each);
  predecessorStart = column((each + 4) * 2);
  predecessors = column(edges * 8);
  windowStart = column((each + 4) * 2);
  windowFrom = column(windows * 8);
  windowTo = column(windows * 8);
  starts = column(each * 2);
  bestStarts = column(each);
  endNodes = column(each);
  nodes = column((activities * 2 + 2) * (16 + blocks * 16));
  list = column(each);
  spare = column(each);
  keys = column(each);
  marks = column(each);
  lists = column(each * POPULATION);
  costs = column(POPULATION * 8);
  return top;
}

// @ts-ignore: decorator
@inline
export function at(column: usize, index: i32): i32 {
  return load<i32>(column + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline
export function put(column: usize, index: i32, value: i32): void {
  store<i32>(column + (<usize>index << 2), value);
}

// @ts-ignore: decorator
@inline
export function predecessorStartOf(side: i32): usize {
  return predecessorStart + (<usize>(side * (activities + 1)) << 2);
}

// @ts-ignore: decorator
@inline
export function predecessorsOf(side: i32): usize {
  return predecessors + (<usize>(side * edges) << 2);
}

// @ts-ignore: decorator
@inline
export function windowStartOf(side: i32): usize {
  return windowStart + (<usize>(side * (activities + 1)) << 2);
}

// @ts-ignore: decorator
@inline
export function windowOffset(side: i32): usize {
  return <usize>(side * windows) << 2;
}

// @ts-ignore: decorator
@inline
export function startsOf(side: i32): usize {
  return starts + (<usize>(side * activities) << 2);
}
