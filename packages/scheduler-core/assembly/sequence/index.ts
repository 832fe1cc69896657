/** What the host may call: `layout`, fill the inputs, `begin`, then `run` in slices. */
export {
  bestStarts, capacities, demands, durations, HORIZON, layout, predecessors, predecessorStart, priorities, topological,
  windowFrom, windowStart, windowTo,
} from './layout';
export { begin, best, run } from './search';
export * from './staged/index';
