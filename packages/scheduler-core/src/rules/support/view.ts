import type { PlacementView, RuleContext } from '../rule.ts';
import { createRows, lazy } from './context.ts';

/**
 * A placement over a context. `hostOf` has one host index per workload, -1 where unplaced; an index that is no host
 * counts as unplaced. Throws a RangeError if the length is not the number of workloads.
 */
export function createView(context: RuleContext, hostOf: ArrayLike<number>): PlacementView {
  const { problem, initialHostOf } = context;
  if (hostOf.length !== problem.workloads.length) {
    throw new RangeError(`hostOf has ${hostOf.length} entries for ${problem.workloads.length} workloads`);
  }
  const hosts = problem.hosts.length;
  const known = Int32Array.from(hostOf, (host) => (Number.isInteger(host) && host >= 0 && host < hosts ? host : -1));
  const present = lazy(() =>
    createRows(hosts, (yieldPair) => {
      known.forEach((host, workload) => {
        if (host >= 0) yieldPair(host, workload);
      });
    }),
  );
  const departed = lazy(() =>
    createRows(hosts, (yieldPair) => {
      initialHostOf.forEach((from, workload) => {
        const to = known[workload]!;
        if (from >= 0 && to >= 0 && to !== from) yieldPair(from, workload);
      });
    }),
  );
  const initial = lazy(() => createView(context, initialHostOf));
  return {
    ...context,
    hostOf: known,
    get initial() {
      return initial();
    },
    workloadsOn: (host) => present().of(host),
    departedFrom: (host) => departed().of(host),
  };
}
