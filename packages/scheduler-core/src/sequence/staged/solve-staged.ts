import { createStagedKernel, type StagedGenes } from './staged-kernel.ts';
import type { StagedProject, StagedSchedule } from './staged-project.ts';

export interface StagedOptions {
  /** Default 1. */
  readonly seed?: number;
  /** Work units (activities placed) after which the search ends; what is offered is always scheduled. */
  readonly budget: number;
  /** Where to begin from: the best of these. */
  readonly offers: readonly StagedGenes[];
  /** After each slice; false ends the search. */
  readonly onProgress?: (costs: readonly number[], workUnits: number) => boolean;
}

const SLICE = 1 << 14;

/**
 * Schedules as many activities as it can, by the levels of the project. Same project, seed, budget and offers: same schedule.
 * Costs begin with the number of activities without a start.
 */
export function solveStaged(project: StagedProject, options: StagedOptions): StagedSchedule {
  const { seed = 1, budget, offers, onProgress } = options;
  if (project.activities.length === 0) return { slots: [], costs: [0, ...project.levels.map(() => 0)], workUnits: 0 };
  const kernel = createStagedKernel(project, seed);
  let workUnits = 0;
  for (const genes of offers) workUnits += kernel.offer(genes);
  while (workUnits < budget) {
    workUnits += kernel.run(Math.min(SLICE, budget - workUnits));
    if (onProgress?.(kernel.best().costs, workUnits) === false) break;
  }
  return { ...kernel.best(), workUnits };
}
