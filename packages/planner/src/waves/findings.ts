import type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import type { Plan } from '../plan/schema.ts';
import { workloadIds } from './move-groups.ts';
import type { Programme, Waves } from './schema.ts';

export interface WavesInput {
  readonly plan: Plan;
  readonly estate: Estate;
  readonly programme: Programme;
  /** The documents that this rests on, as the plan has them: kind, path, sha256. */
  readonly inputs: Waves['inputs'];
}

/** What a planner should know about a schedule: assumptions, oddities of the programme, groups that are left out. */
export function programmeFindings(
  { plan, estate, programme, inputs }: WavesInput,
  { groups, unscheduled }: Waves,
  pilot: ReadonlySet<string>,
  planned: ReadonlySet<string>,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const find = (
    code: string,
    severity: Severity,
    kind: 'estate' | 'programme' | 'plan',
    pointer: string,
    params: Diagnostic['params'],
  ): void => {
    const document = inputs.find((input) => input.kind === kind)?.path ?? '';
    found.push({ code, severity, document, pointer, line: 0, column: 0, params });
  };

  const known = new Set(estate.workloads.flatMap(workloadIds));
  const strangers = [...planned].filter((id) => !known.has(id));
  if (strangers.length > 0) {
    find('YQ4027', 'error', 'plan', '/placements', { count: strangers.length, workload: strangers[0]! });
  }
  const omitted = new Set(plan.omitted.map(({ workload }) => workload));
  const unplanned = [...known].filter((id) => !planned.has(id) && !omitted.has(id));
  if (unplanned.length > 0) {
    find('YQ4026', 'error', 'plan', '/placements', { count: unplanned.length, workload: unplanned[0]! });
  }
  const systems = new Set(estate.systems.map((system) => system.id));
  programme.pilot.forEach((system, i) => {
    if (!systems.has(system)) find('YQ4022', 'error', 'programme', `/pilot/${i}`, { system });
  });
  for (const group of groups) {
    if (pilot.has(group.id) && !group.systems.some((system) => programme.pilot.includes(system))) {
      find('YQ4021', 'info', 'programme', '/pilot', { group: group.id });
    }
    if (group.workloads.length > programme.maxWorkloadsPerGroup) {
      const params = { group: group.id, workloads: group.workloads.length, limit: programme.maxWorkloadsPerGroup };
      find('YQ4020', 'warning', 'estate', '/dependencies', params);
    }
  }
  const hasty = estate.systems.filter(({ downtimeMinutes = Infinity }) => downtimeMinutes < programme.cutoverMinutes);
  if (hasty.length > 0) {
    const allowed = Math.min(...hasty.map(({ downtimeMinutes }) => downtimeMinutes ?? Infinity));
    const params = { count: hasty.length, system: hasty[0]!.id, allowed, minutes: programme.cutoverMinutes };
    find('YQ4023', 'warning', 'estate', '/systems', params);
  }
  const unsized = estate.workloads.filter(
    (workload) => workload.kind !== 'container' && workload.volumes.length === 0 && workload.localDiskGiB === undefined,
  );
  if (unsized.length > 0) {
    find('YQ4024', 'warning', 'estate', '/workloads', { count: unsized.length, workload: unsized[0]!.id });
  }
  const unmeasured = estate.workloads.filter((workload) => workload.measured?.changeMbps === undefined);
  if (unmeasured.length > 0) {
    const params = { count: unmeasured.length, of: estate.workloads.length, mbpsPerGiB: programme.changeMbpsPerGiB };
    find('YQ4025', 'info', 'programme', '/changeMbpsPerGiB', params);
  }
  if (unscheduled.length > 0) {
    const params = { count: unscheduled.length, of: groups.length, group: unscheduled[0]!.group };
    find('YQ4028', 'warning', 'programme', '', params);
  }
  return found;
}
