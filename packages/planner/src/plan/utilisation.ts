import type { Lowered } from '../lower/lowered.ts';
import type { Plan } from './schema.ts';

/**
 * What is in use, in the units of the dimensions: per host that carries anything, over all hosts (a share of what can
 * be sold, 0..1), and per storage pool.
 */
export function utilisation(
  { problem, index }: Lowered,
  hostOf: ArrayLike<number>,
  pools: Plan['utilisation']['pools'],
): Plan['utilisation'] {
  const axes = index.dimensions.flatMap(({ id, onHosts }, at) => (onHosts ? [{ id, at }] : []));
  const used = problem.hosts.map(() => new Float64Array(axes.length));
  const workloads = new Int32Array(problem.hosts.length);
  problem.workloads.forEach(({ demand }, workload) => {
    const host = hostOf[workload]!;
    if (host < 0) return;
    workloads[host]!++;
    axes.forEach(({ at }, i) => {
      used[host]![i]! += demand[at]!;
    });
  });
  const total = axes.map(({ at }, i) => {
    const capacity = problem.hosts.reduce((sum, host) => sum + host.capacity[at]!, 0);
    return capacity === 0 ? 0 : round(used.reduce((sum, host) => sum + host[i]!, 0) / capacity);
  });
  return {
    dimensions: axes.map(({ id }) => id),
    total,
    hosts: problem.hosts.flatMap(({ id, capacity }, host) =>
      workloads[host] === 0
        ? []
        : [
            {
              host: id,
              used: [...used[host]!],
              capacity: axes.map(({ at }) => capacity[at]!),
              workloads: workloads[host]!,
            },
          ],
    ),
    pools,
  };
}

/** Six decimals: enough for any reader, and the same bytes everywhere. */
export const round = (value: number): number => Math.round(value * 1e6) / 1e6;
