import { type MoveOrder, orderMoves } from '@yunqian/scheduler-core';
import type { Estate } from '../estate/schema.ts';
import type { Lowered } from '../lower/lowered.ts';
import { replicaId } from '../lower/resolve-entries.ts';
import type { Plan } from '../plan/schema.ts';

/** How a live inventory differs from a plan. */
export interface Drift {
  /** Planned on one host, running on another. */
  readonly elsewhere: readonly { readonly workload: string; readonly planned: string; readonly live: string }[];
  /** Running on a host that the fleet does not know. */
  readonly astray: readonly { readonly workload: string; readonly planned: string; readonly live: string }[];
  /** In the plan, and not running (or nobody says where). */
  readonly missing: readonly { readonly workload: string; readonly planned: string }[];
  /** Running, and not in the plan. */
  readonly unknown: readonly { readonly workload: string; readonly live: string }[];
  /** Running with another size than planned. */
  readonly resized: readonly {
    readonly workload: string;
    readonly planned: { readonly vcpus: number; readonly memMiB: number };
    readonly live: { readonly vcpus: number; readonly memMiB: number };
  }[];
  /** The way back: only what is elsewhere, astray or missing moves, in an order that keeps the rules. */
  readonly moves: readonly (readonly {
    readonly workload: string;
    readonly from: string | null;
    readonly to: string | null;
  }[])[];
  readonly impossible: readonly string[];
}

/**
 * Compares a plan with a live inventory (what an importer gives). Live hosts are the fleet's by id, by the last part of the id where
 * that is unique, or by `hostNames` (live name to id of the fleet). Nothing can be brought back by fewer moves: each that is out of place moves once,
 * unless a deadlock needs a detour.
 */
export async function findDrift(
  plan: Plan,
  lowered: Lowered,
  live: Estate,
  hostNames: ReadonlyMap<string, string> = new Map(),
): Promise<Drift> {
  const { problem, index } = lowered;
  const hostIdOf = hostFinder(
    problem.hosts.map(({ id }) => id),
    hostNames,
  );
  const running = new Map(
    live.workloads.flatMap((workload) =>
      Array.from({ length: workload.count }, (_, i) => [replicaId(workload, i), workload] as const),
    ),
  );
  const hostAt = new Map(problem.hosts.map(({ id }, at) => [id, at]));
  const planned = new Map(plan.placements.map(({ workload, host }) => [workload, host]));
  const drift = { elsewhere: [], astray: [], missing: [], resized: [] } as {
    -readonly [K in 'elsewhere' | 'astray' | 'missing' | 'resized']: Drift[K][number][];
  };
  const start = new Map<string, string>();
  problem.workloads.forEach(({ id }, at) => {
    const host = planned.get(id);
    if (host === undefined) return;
    const found = running.get(id);
    const now = found?.sourceHost;
    if (found === undefined || now === undefined) {
      drift.missing.push({ workload: id, planned: host });
      return;
    }
    const known = hostIdOf(now);
    if (known === undefined) drift.astray.push({ workload: id, planned: host, live: now });
    else {
      start.set(id, known);
      if (known !== host) drift.elsewhere.push({ workload: id, planned: host, live: known });
    }
    const { vcpus, memMiB } = index.entries[index.entryOf[at]!]!.workload;
    if (found.vcpus !== vcpus || found.memMiB !== memMiB) {
      const liveSize = { vcpus: found.vcpus, memMiB: found.memMiB };
      drift.resized.push({ workload: id, planned: { vcpus, memMiB }, live: liveSize });
    }
  });
  const order = await orderMoves(
    {
      ...problem,
      workloads: problem.workloads.map(({ host: _, ...workload }) => {
        const host = start.get(workload.id);
        return host === undefined ? workload : { ...workload, host };
      }),
    },
    problem.workloads.map(({ id }) => hostAt.get(planned.get(id) ?? '') ?? -1),
  );
  const ids = new Set(problem.workloads.map(({ id }) => id));
  return {
    ...drift,
    unknown: [...running].flatMap(([workload, { sourceHost }]) =>
      ids.has(workload) ? [] : [{ workload, live: sourceHost ?? '' }],
    ),
    ...written(lowered, order),
  };
}

function written({ problem }: Lowered, { steps, impossible }: MoveOrder): Pick<Drift, 'moves' | 'impossible'> {
  const name = (host: number) => problem.hosts[host]?.id ?? null;
  return {
    moves: steps.map((step) =>
      step.map(({ workload, from, to }) => ({
        workload: problem.workloads[workload]!.id,
        from: name(from),
        to: name(to),
      })),
    ),
    impossible: impossible.map((workload) => problem.workloads[workload]!.id),
  };
}

function hostFinder(ids: readonly string[], names: ReadonlyMap<string, string>): (live: string) => string | undefined {
  const known = new Set(ids);
  const byLast = new Map<string, string | null>();
  for (const id of ids) {
    const last = id.split('/').at(-1)!;
    byLast.set(last, byLast.has(last) ? null : id);
  }
  return (live) => {
    const id = names.get(live) ?? live;
    return known.has(id) ? id : (byLast.get(id) ?? undefined);
  };
}
