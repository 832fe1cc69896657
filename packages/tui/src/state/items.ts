import type { Plan } from '@yunqian/planner';
import type { HostNode, Model, RackNode, SiteNode, WorkloadNode } from '../model/model.ts';
import type { State } from './state.ts';

export type FleetItem =
  | { readonly kind: 'site'; readonly site: SiteNode }
  | { readonly kind: 'rack'; readonly rack: RackNode }
  | { readonly kind: 'host'; readonly host: HostNode }
  | { readonly kind: 'workload'; readonly node: WorkloadNode };

/** Rows of the fleet screen at its present level: sites with their racks, one rack's hosts, one host's workloads. */
export function fleetItems({ fleet }: State, model: Model): FleetItem[] {
  const wanted = fleet.filter.toLowerCase();
  const matches = (...texts: readonly string[]) => texts.join(' ').toLowerCase().includes(wanted);
  if (fleet.host !== null) {
    const nodes = model.hostById.get(fleet.host)?.workloads ?? [];
    return nodes
      .filter((node) => matches(node.id, model.systemName(node.workload?.system)))
      .map((node) => ({ kind: 'workload', node }));
  }
  if (fleet.rack !== null) {
    const hosts = model.rackById.get(fleet.rack)?.hosts ?? [];
    return hosts.filter(({ id, host }) => matches(id, host.zone, host.pool)).map((host) => ({ kind: 'host', host }));
  }
  const sites = fleet.site === null ? model.sites : model.sites.filter((site) => site.id === fleet.site);
  return sites.flatMap((site) => {
    const racks = site.racks.filter((rack) => matches(rack.id));
    const items: FleetItem[] = racks.map((rack) => ({ kind: 'rack', rack }));
    if (fleet.site !== null) return items;
    return racks.length === 0 ? [] : [{ kind: 'site', site }, ...items];
  });
}

export type Violation = Plan['violations'][number];

export type PlanItem =
  | { readonly kind: 'workload'; readonly node: WorkloadNode }
  | { readonly kind: 'violation'; readonly violation: Violation };

/** Rows of the plan screen's chosen list. */
export function planItems({ plan }: State, model: Model): PlanItem[] {
  const wanted = plan.filter.toLowerCase();
  const matches = (...texts: readonly (string | undefined)[]) => texts.join(' ').toLowerCase().includes(wanted);
  if (plan.list === 'violations') {
    return model.plan.violations
      .filter(({ rule, kind, host, domain, group }) => matches(rule, kind, host, domain, group))
      .map((violation) => ({ kind: 'violation', violation }));
  }
  const nodes =
    plan.list === 'unplaced' ? model.workloads.filter((node) => node.unplaced !== undefined) : model.workloads;
  return nodes
    .filter((node) => matches(node.id, node.host, model.systemName(node.workload?.system)))
    .map((node) => ({ kind: 'workload', node }));
}

export type Wave = NonNullable<Model['waves']>['waves'][number];

/** Rows of the list of waves. */
export function waveItems({ waves }: State, model: Model): readonly Wave[] {
  const wanted = waves.filter.toLowerCase();
  return (model.waves?.waves ?? []).filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(wanted));
}
