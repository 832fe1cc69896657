import type { Problem } from '@yunqian/scheduler-core';
import type { LoweredIndex } from '../lower/lowered.ts';
import type { Loss, Restart, SystemOutcome } from './outcome.ts';
import type { RecoveryModel } from './recovery-model.ts';

export interface SystemsInput {
  readonly index: LoweredIndex;
  readonly model: RecoveryModel;
  readonly problem: Problem;
  readonly hostOf: Int32Array;
  readonly failed: ReadonlySet<number>;
  readonly affected: readonly number[];
  readonly restarts: readonly Restart[];
  readonly losses: readonly Loss[];
}

/**
 * For every system that lost an instance: when each of its components serves again, and how much data is missing,
 * beside what its class promises. A component serves while one of its instances runs.
 */
export function systemOutcomes(input: SystemsInput): SystemOutcome[] {
  const { index, model, problem, hostOf, affected } = input;
  const isAffected = new Set(affected);
  const restartOf = new Map(input.restarts.map((restart) => [restart.workload, restart]));
  const allowed = new Set(input.losses.filter((loss) => loss.allowed).map(({ workload }) => workload));
  const entryOf = (w: number) => index.entries[index.entryOf[w]!]!;
  const touched = new Set(affected.flatMap((w) => entryOf(w).system?.id ?? []));
  const members = new Map<string, number[]>();
  for (let w = 0; w < problem.workloads.length; w++) {
    const id = entryOf(w).system?.id;
    if (id === undefined || !touched.has(id) || hostOf[w]! < 0) continue;
    const list = members.get(id);
    if (list === undefined) members.set(id, [w]);
    else list.push(w);
  }

  return [...members].map(([system, list]) => {
    const { dr } = entryOf(list[0]!).system!;
    const { id, rtoMinutes, rpoMinutes, remote } = model.classOf(dr) ?? { id: 'none' };
    const backAt = new Map<string, number>();
    const hit = list.filter((w) => isAffected.has(w));
    for (const w of list) {
      const { workload } = entryOf(w);
      const part = workload.component ?? workload.id;
      const at = isAffected.has(w) ? (restartOf.get(problem.workloads[w]!.id)?.minutes ?? Number.POSITIVE_INFINITY) : 0;
      backAt.set(part, Math.min(backAt.get(part) ?? Number.POSITIVE_INFINITY, at));
    }
    const back = hit.flatMap((w) => restartOf.get(problem.workloads[w]!.id) ?? []);
    const service = Math.max(...backAt.values());
    const missing = back.reduce((most, { lostMinutes }) => Math.max(most, lostMinutes), 0);
    // What a class allows to be lost breaks no promise; on its further copy the further copy's promise holds.
    const excused = hit.every((w) => allowed.has(problem.workloads[w]!.id) || restartOf.has(problem.workloads[w]!.id));
    const far = remote !== undefined && back.some(({ data }) => data === remote.method);
    const rto = (far ? remote.rtoMinutes : undefined) ?? rtoMinutes;
    const rpo = (far ? remote.rpoMinutes : undefined) ?? rpoMinutes;
    return {
      system,
      class: id,
      serviceMinutes: Number.isFinite(service) ? service : null,
      allMinutes: back.reduce((most, { minutes }) => Math.max(most, minutes), 0),
      lostDataMinutes: Number.isFinite(missing) ? missing : null,
      rtoMinutes: rto ?? null,
      rpoMinutes: rpo ?? null,
      rtoMet: rto === undefined || service <= rto || (excused && !Number.isFinite(service)),
      rpoMet: rpo === undefined || missing <= rpo,
    };
  });
}
