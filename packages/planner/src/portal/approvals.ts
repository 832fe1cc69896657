import type { Estate } from '../estate/schema.ts';
import type { Policy } from '../policy/schema.ts';
import type { Request } from './request-schema.ts';
import { requestedWorkloads } from './requested-services.ts';

export interface ApprovalStep {
  readonly id: string;
  readonly needed: number;
  readonly approvers?: readonly string[];
}

/** The steps that a request has to pass, in order; at least one. */
export function approvalChain(policy: Policy | undefined, estate: Estate, request: Request): ApprovalStep[] {
  const facts = factsOf(estate, request);
  const steps = (policy?.approvals ?? [])
    .filter(({ when }) => applies(when, facts))
    .map(({ id, needed, approvers }) => ({ id, needed, ...(approvers && { approvers }) }));
  return steps.length > 0 ? steps : [{ id: 'approval', needed: 1 }];
}

/** What a request asks for in all. */
export function requestTotals(request: Request): { vcpus: number; memGiB: number; volumeGiB: number } {
  const workloads = requestedWorkloads(request);
  const sum = (of: (workload: Request['workloads'][number]) => number) =>
    workloads.reduce((total, workload) => total + workload.count * of(workload), 0);
  return {
    vcpus: sum(({ vcpus }) => vcpus),
    memGiB: sum(({ memMiB }) => memMiB) / 1024,
    volumeGiB: sum(({ volumes }) => volumes.reduce((total, { sizeGiB }) => total + sizeGiB, 0)),
  };
}

type Facts = ReturnType<typeof factsOf>;

function factsOf(estate: Estate, request: Request) {
  const parents = new Map(estate.tenants.map(({ id, parent }) => [id, parent]));
  const tenants = new Set<string>();
  for (let at: string | undefined = request.tenant; at !== undefined && !tenants.has(at); at = parents.get(at))
    tenants.add(at);
  const systems = new Map([...estate.systems, ...request.systems].map((system) => [system.id, system]));
  const zones = new Set<string>();
  let mlps = 0;
  for (const workload of requestedWorkloads(request)) {
    const system = systems.get(workload.system ?? '');
    const component = system?.components.find(({ id }) => id === workload.component);
    const zone = workload.zone ?? component?.zone ?? system?.zone;
    if (zone !== undefined) zones.add(zone);
    mlps = Math.max(mlps, workload.mlps ?? system?.mlps ?? 0);
  }
  return { ...requestTotals(request), tenants, zones, mlps };
}

function applies(when: NonNullable<Policy['approvals']>[number]['when'], facts: Facts): boolean {
  return (
    (when.tenants?.some((tenant) => facts.tenants.has(tenant)) ?? true) &&
    (when.zones?.some((zone) => facts.zones.has(zone)) ?? true) &&
    facts.mlps >= (when.mlpsAtLeast ?? 0) &&
    facts.vcpus >= (when.vcpusAtLeast ?? 0) &&
    facts.memGiB >= (when.memGiBAtLeast ?? 0) &&
    facts.volumeGiB >= (when.volumeGiBAtLeast ?? 0)
  );
}
