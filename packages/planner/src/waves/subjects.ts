import type { Estate, EstateSystem, EstateWorkload } from '../estate/schema.ts';
import { broughtBy } from '../services/labels.ts';
import { workloadIds } from './move-groups.ts';
import type { Method, Programme } from './programme-schema.ts';
import type { MoveGroup } from './schema.ts';

/** What is assessed: a system with its workloads, or a workload that belongs to none. */
export interface Subject {
  readonly id: string;
  readonly group: MoveGroup;
  readonly system?: EstateSystem;
  readonly workloads: readonly EstateWorkload[];
  readonly decided?: Programme['systems'][number];
  /** What the programme says; else containers and bare metal are rebuilt, and the rest is copied warm. */
  readonly method: Method;
}

/** Every subject that moves, by group and id. */
export function subjectsOf(groups: readonly MoveGroup[], estate: Estate, programme: Programme): Subject[] {
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  const decisions = new Map(programme.systems.map((decided) => [decided.system, decided]));
  const groupOf = new Map(groups.flatMap((group) => group.workloads.map((workload) => [workload, group] as const)));
  const found = new Map<string, { id: string; group: MoveGroup; workloads: EstateWorkload[] }>();
  for (const workload of estate.workloads) {
    const group = workloadIds(workload).flatMap((id) => groupOf.get(id) ?? [])[0];
    if (group === undefined) continue;
    const key = workload.system === undefined ? `workload:${workload.id}` : `system:${workload.system}`;
    const subject = found.get(key) ?? { id: workload.system ?? workload.id, group, workloads: [] };
    subject.workloads.push(workload);
    found.set(key, subject);
  }
  return [...found]
    .map(([key, subject]): Subject => {
      const own = key.startsWith('system:');
      const system = own ? systems.get(subject.id) : undefined;
      const decided = own ? decisions.get(subject.id) : undefined;
      const method = decided?.method ?? (subject.workloads.some(isCopied) ? 'warm' : 'rebuild');
      return { ...subject, ...(system && { system }), ...(decided && { decided }), method };
    })
    .sort((a, b) => (a.group.id === b.group.id ? (a.id < b.id ? -1 : 1) : a.group.id < b.group.id ? -1 : 1));
}

/** True for what a copy tool carries; containers are deployed anew, and a cloud service makes its own servers. */
export function isCopied(workload: EstateWorkload): boolean {
  return workload.kind !== 'container' && broughtBy(workload) === undefined;
}

export function copies(method: Method): boolean {
  return method === 'warm' || method === 'cold' || method === 'live';
}
