import type { LoadModule } from '../kernel/lazy-module.ts';
import { createPacer } from '../solve/pacer.ts';
import { loadRelease } from './loader.ts';
import { lowerBound } from './lower-bound.ts';
import type { Project, Schedule } from './project.ts';
import { createSequenceKernel } from './sequence-kernel.ts';

export interface SequenceOptions {
  /** Default 1. */
  readonly seed?: number;
  /**
   * Work units (activities placed) after which the search ends; the first schedule is always finished. Same budget, same
   * result on every machine. Default: 20,000 schedules.
   */
  readonly budget?: number;
  /** Cancels between slices; the best schedule so far is returned, with `status: 'cancelled'`. */
  readonly signal?: AbortSignal;
  /** After each slice. */
  readonly onProgress?: (progress: SequenceProgress) => void;
}

export interface SequenceProgress {
  /** End of the last activity that has a start. */
  readonly makespan: number;
  readonly lowerBound: number;
  readonly unscheduled: number;
  readonly workUnits: number;
}

export interface Sequence extends SequenceProgress {
  /** `optimal`: the makespan is the lower bound. `partial`: the search found no way to give every activity a start. */
  readonly status: 'optimal' | 'feasible' | 'partial' | 'cancelled';
  readonly schedule: Schedule;
}

const SCHEDULES = 20_000;
const SLICE = 1 << 14;

/** Schedules as many activities as it can, to end as early as they can. The project must pass `checkProject`. */
export function solveProject(project: Project, options: SequenceOptions = {}): Promise<Sequence> {
  return solveProjectWith(loadRelease, project, options);
}

/** `solveProject` on a given build of the kernel. */
export async function solveProjectWith(
  load: LoadModule,
  project: Project,
  { seed = 1, budget = project.activities.length * SCHEDULES, signal, onProgress }: SequenceOptions,
): Promise<Sequence> {
  const bound = lowerBound(project);
  const kernel = await createSequenceKernel(project, load);
  const pacer = createPacer(signal);
  kernel.begin(seed, bound);
  let workUnits = 0;
  const now = (): Sequence => {
    const startOf = kernel.bestStarts();
    let makespan = 0;
    let unscheduled = 0;
    startOf.forEach((start, a) => {
      if (start < 0) unscheduled += 1;
      else makespan = Math.max(makespan, start + project.activities[a]!.duration);
    });
    const status = unscheduled > 0 ? 'partial' : makespan === bound ? 'optimal' : 'feasible';
    return { status, schedule: { startOf }, makespan, lowerBound: bound, unscheduled, workUnits };
  };
  while (true) {
    const done = kernel.run(Math.max(1, Math.min(SLICE, budget - workUnits)));
    workUnits += done;
    const { schedule: _, status, ...progress } = now();
    onProgress?.(progress);
    if (status === 'optimal' || workUnits >= budget) return now();
    await pacer.turn(done);
    if (pacer.cancelled) return { ...now(), status: 'cancelled' };
  }
}
