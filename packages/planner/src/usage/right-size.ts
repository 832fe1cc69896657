import type { Assumption } from '@yunqian/hw-model';
import type { EstateWorkload } from '../estate/schema.ts';
import type { Entry } from '../lower/resolve-entries.ts';
import { matches } from '../lower/select.ts';
import type { RightSize, UsageBasis } from './schema.ts';

type Measured = NonNullable<EstateWorkload['measured']>;

/** Virtual machines come in whole vCPUs, containers in tenths. */
const cpuStep = { vm: 1, bareMetal: 1, container: 0.1 } as const;
const memStepMiB = 256;

export interface RightSized {
  readonly entries: readonly Entry[];
  /** One for each size that follows from a measure, and what could not be followed. */
  readonly assumptions: readonly Assumption[];
}

/** Sizes entries by what the policy chooses: measured use plus headroom where there is a measure, the request otherwise. */
export function rightSize(entries: readonly Entry[], choices: readonly RightSize[]): RightSized {
  if (choices.length === 0) return { entries, assumptions: [] };
  const assumptions: Assumption[] = [];
  let unmeasured = 0;
  const sized = entries.map((entry) => {
    const choice = choices.find(({ select }) => matches(select, entry));
    if (choice === undefined || choice.basis === 'request' || entry.workload.kind === 'bareMetal') return entry;
    const { workload } = entry;
    const use = measuredUse(workload, choice.basis);
    if (use.vcpus === undefined && use.memMiB === undefined) {
      unmeasured += entry.count;
      return entry;
    }
    const vcpus = sizeFor(use.vcpus, workload.vcpus, cpuStep[workload.kind], choice);
    const memMiB = sizeFor(use.memMiB, workload.memMiB, memStepMiB, choice);
    if (vcpus === workload.vcpus && memMiB === workload.memMiB) return entry;
    assumptions.push({
      subject: workload.id,
      field: 'size',
      value: `${vcpus} vCPU, ${memMiB} MiB`,
      reason: `${choice.basis} use plus ${choice.headroomPct} %, instead of ${workload.vcpus} vCPU, ${workload.memMiB} MiB`,
    });
    return { ...entry, workload: { ...workload, vcpus, memMiB } };
  });
  if (unmeasured > 0) {
    assumptions.push({
      subject: `${unmeasured} workloads without a measure`,
      field: 'size',
      value: 'request',
      reason: 'the policy asks for measured use, and there is none',
    });
  }
  return { entries: sized, assumptions };
}

/** What was measured, in vCPUs and MiB. A finer statistic stands in for a coarser one that is missing: never the other way. */
function measuredUse(
  { vcpus, memMiB, measured = {} }: EstateWorkload,
  basis: UsageBasis,
): { vcpus?: number; memMiB?: number } {
  const cpuPct = atLeast(basis, measured.cpuMeanPct, measured.cpuPct, measured.cpuPeakPct);
  const mib = atLeast(basis, measured.memMeanMiB, memOf(measured, memMiB), measured.memPeakMiB);
  return {
    ...(cpuPct !== undefined && { vcpus: (cpuPct / 100) * vcpus }),
    ...(mib !== undefined && { memMiB: mib }),
  };
}

function memOf({ memMiB, memPct }: Measured, requestMiB: number): number | undefined {
  return memMiB ?? (memPct === undefined ? undefined : (memPct / 100) * requestMiB);
}

/** The statistic that is asked for, or the next higher one that was taken. */
function atLeast(basis: UsageBasis, mean?: number, percentile?: number, peak?: number): number | undefined {
  if (basis === 'mean') return mean ?? percentile ?? peak;
  return basis === 'percentile' ? (percentile ?? peak) : peak;
}

function sizeFor(use: number | undefined, request: number, step: number, { headroomPct, grow }: RightSize): number {
  if (use === undefined) return request;
  const wanted = Math.max(step, Math.ceil((use * (1 + headroomPct / 100)) / step - 1e-6) * step);
  const rounded = Math.round(wanted * 1000) / 1000;
  return grow ? rounded : Math.min(request, rounded);
}
