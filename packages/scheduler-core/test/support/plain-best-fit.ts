import { createExplainer } from '../../src/explain/explainer.ts';
import type { Problem } from '../../src/problem/problem.ts';

/** Best fit decreasing in the plainest words: largest first, the fullest host that no rule stops. */
export function plainBestFit(problem: Problem): Int32Array {
  const hostOf = new Int32Array(problem.workloads.length).fill(-1);
  const total = problem.dimensions.map((_, d) => problem.hosts.reduce((sum, { capacity }) => sum + capacity[d]!, 0));
  const size = (vector: readonly number[]) => vector.reduce((sum, value, d) => sum + value / total[d]!, 0);
  const room = problem.hosts.map(({ capacity }) => size(capacity));
  const order = [...problem.workloads.keys()].sort(
    (a, b) => size(problem.workloads[b]!.demand) - size(problem.workloads[a]!.demand) || a - b,
  );
  for (const w of order) {
    const explainer = createExplainer(problem, hostOf);
    const best = [...room.keys()]
      .sort((a, b) => room[a]! - room[b]! || a - b)
      .find((host) => explainer.host(w, host).blocks.length === 0);
    if (best === undefined) continue;
    hostOf[w] = best;
    room[best]! -= size(problem.workloads[w]!.demand);
  }
  return hostOf;
}
