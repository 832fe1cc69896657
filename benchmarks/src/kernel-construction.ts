import type { Problem } from '@yunqian/scheduler-core';
import { compile } from '../../packages/scheduler-core/src/compile/compile.ts';
import { createKernel } from '../../packages/scheduler-core/src/kernel/kernel.ts';
import { loadRelease } from '../../packages/scheduler-core/src/kernel/loader.ts';
import { lowerRules } from '../../packages/scheduler-core/src/rules/lower.ts';
import { createContext } from '../../packages/scheduler-core/src/rules/support/context.ts';
import { orderWorkloads } from '../../packages/scheduler-core/src/solve/order.ts';
import { cpuSeconds } from './stopwatch.ts';

export interface Construction {
  readonly hostOf: Int32Array;
  /** CPU time from plain objects to the kernel's columns with the order, once; and of each construction, from an empty state. */
  readonly prepareSeconds: number;
  readonly placeSeconds: readonly number[];
}

/** As many workloads in one call as `solve` takes. */
const CHUNK = 256;

/** Best fit in the order of `solve`, in the kernel alone: no repair, no bounds, no reduction. `again` says whether to repeat it. */
export async function constructInKernel(
  problem: Problem,
  again: (seconds: readonly number[]) => boolean,
): Promise<Construction> {
  const started = cpuSeconds();
  const context = createContext(problem);
  const model = compile(context, lowerRules(context));
  const kernel = await createKernel(model, loadRelease);
  kernel.columns.order.set(orderWorkloads(model));
  const prepareSeconds = cpuSeconds() - started;
  const placeSeconds: number[] = [];
  do {
    kernel.reset();
    const began = cpuSeconds();
    for (let at = 0; at < problem.workloads.length; at += CHUNK)
      kernel.construct(at, Math.min(problem.workloads.length, at + CHUNK));
    placeSeconds.push(cpuSeconds() - began);
  } while (again(placeSeconds));
  return { hostOf: kernel.columns.hostOf.slice(), prepareSeconds, placeSeconds };
}
