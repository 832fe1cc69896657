import type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import type { Plan } from '../plan/schema.ts';
import { workloadIds } from './move-groups.ts';
import type { Programme, Waves } from './schema.ts';
import type { Frame } from './staging.ts';

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
  { groups, unscheduled, activities }: Waves,
  { pilot, moves }: Frame,
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
    for (const { from, to, group: other, bandwidthMbps } of group.cuts ?? []) {
      const params = { from, to, group: group.id, other, mbps: bandwidthMbps, limit: programme.maxWorkloadsPerGroup };
      find('YQ4201', 'warning', 'estate', '/dependencies', params);
    }
    if (group.workloads.length > programme.maxWorkloadsPerGroup) {
      const params = { group: group.id, workloads: group.workloads.length, limit: programme.maxWorkloadsPerGroup };
      find('YQ4020', 'warning', 'estate', '/dependencies', params);
    }
  }
  findUnknown(estate, programme, (pointer, what, id) => find('YQ4112', 'error', 'programme', pointer, { what, id }));
  const activityOf = new Map(activities.map((activity) => [activity.group, activity]));
  for (const { group, downtimeAllowed: allowed, due } of moves) {
    const { downtimeMinutes: down, cutoverEnd } = activityOf.get(group.id) ?? {};
    if (down !== undefined && allowed !== undefined && down.p95 > allowed) {
      find('YQ4110', 'warning', 'programme', '/systems', { group: group.id, p50: down.p50, p95: down.p95, allowed });
    }
    if (
      cutoverEnd !== undefined &&
      due !== undefined &&
      cutoverEnd.slice(0, 10) > due &&
      !cutoverEnd.endsWith('T00:00')
    ) {
      find('YQ4113', 'warning', 'programme', '/systems', { group: group.id, at: cutoverEnd, due });
    }
  }
  const tight = activities.flatMap(({ group, seedMinutes, seedStart, cutoverStart }) => {
    const minutes = (Date.parse(`${cutoverStart}Z`) - Date.parse(`${seedStart}Z`)) / 60_000;
    return seedMinutes === undefined || seedMinutes.p95 <= minutes || minutes === 0
      ? []
      : [{ group, p95: seedMinutes.p95, minutes }];
  });
  if (tight.length > 0) find('YQ4111', 'info', 'programme', '/settleHours', { count: tight.length, ...tight[0]! });
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

/** Names in the programme that nothing answers to. */
function findUnknown(
  { systems, tenants }: Estate,
  programme: Programme,
  report: (pointer: string, what: string, id: string) => void,
): void {
  const check = (what: string, known: ReadonlySet<string>, pointer: string, ids: readonly string[] = []): void => {
    for (const id of ids) if (!known.has(id)) report(pointer, what, id);
  };
  const systemIds = new Set(systems.map(({ id }) => id));
  const tenantIds = new Set([...tenants.map(({ id }) => id), ...systems.flatMap(({ tenant }) => tenant ?? [])]);
  const linkIds = new Set(programme.links.map(({ id }) => id));
  programme.systems.forEach(({ system }, i) => {
    check('system', systemIds, `/systems/${i}/system`, [system]);
  });
  programme.pins.forEach(({ system, link }, i) => {
    check('system', systemIds, `/pins/${i}/system`, [system]);
    check('link', linkIds, `/pins/${i}/link`, link === undefined ? [] : [link]);
  });
  for (const list of ['ownWindows', 'freezes'] as const) {
    programme[list].forEach((scope, i) => {
      check('system', systemIds, `/${list}/${i}/systems`, scope.systems);
      check('tenant', tenantIds, `/${list}/${i}/tenants`, scope.tenants);
    });
  }
  programme.appliances.forEach(({ links }, i) => {
    check('link', linkIds, `/appliances/${i}/links`, links);
  });
}
