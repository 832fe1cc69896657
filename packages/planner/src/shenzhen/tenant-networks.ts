import type { EstateInput } from '../estate/schema.ts';
import type { SystemDraft } from './drafts.ts';
import { zoneSubnet } from './network.ts';

type Workloads = EstateInput['workloads'];
type Zone = keyof typeof zoneSubnet;

const zones = Object.keys(zoneSubnet) as Zone[];

/** Networks that a draft's parts need: one of its tenant in each zone that it stands in. */
function zoneOfPart({ system, reach }: SystemDraft, component: string | undefined): Zone {
  const part = (system.components ?? []).find(({ id }) => id === component);
  return (part?.zone ?? system.zone ?? reach) as Zone;
}

const networkId = (tenant: string, zone: Zone): string => `${tenant}-${zone}`;

/** The tenant's network of its zone, on each workload of a draft. */
export function attach(draft: SystemDraft, workloads: Workloads): Workloads {
  return workloads.map((workload) => ({
    ...workload,
    networks: [networkId(draft.system.tenant, zoneOfPart(draft, workload.component))],
  }));
}

/** One network per tenant and zone in use: a /22 of the zone's range, by the tenant's place. Addresses assumed. */
export function networksOf(drafts: readonly SystemDraft[]): NonNullable<EstateInput['networks']> {
  const tenants = [...new Set(drafts.map(({ system }) => system.tenant))];
  const used = new Set(
    drafts.flatMap((draft) =>
      (draft.system.components ?? []).map(({ id }) => networkId(draft.system.tenant, zoneOfPart(draft, id))),
    ),
  );
  return tenants.flatMap((tenant, t) =>
    zones
      .filter((zone) => used.has(networkId(tenant, zone)))
      .map((zone) => ({ id: networkId(tenant, zone), tenant, zone, cidrs: [rangeOf(zone, t)] })),
  );
}

/** The n-th /22 of a zone's /14. */
function rangeOf(zone: Zone, n: number): string {
  const second = Number(zoneSubnet[zone].split('.')[1]) + Math.floor(n / 64);
  return `10.${second}.${(n % 64) * 4}.0/22`;
}

/** What guards the databases of the named systems, alike on both sides. Assumed from the flows. */
export function accessPoliciesOf(drafts: readonly SystemDraft[]): NonNullable<EstateInput['accessPolicies']> {
  return drafts
    .filter(({ system }) => system.criticality === 'core')
    .map(({ system }) => {
      const rules = [{ ports: [3306], peer: `component:${system.id}/app` }];
      return { of: `component:${system.id}/db`, source: rules, target: rules };
    });
}
