import type { ExpandedFleet } from '@yunqian/hw-model';
import { cloudServices, evsTypes } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../document/suggest.ts';
import type { Estate } from '../estate/schema.ts';
import { trouble } from '../lower/trouble.ts';

/** Quotas that name a cloud, a zone, a service or a type of volume that is not there: nothing would ever count against them. */
export function checkQuotaNames({ tenants }: Estate, fleet: ExpandedFleet): Diagnostic[] {
  const known = {
    cloud: fleet.clouds.map(({ id }) => id),
    zone: fleet.zones.map(({ id }) => id),
    service: cloudServices().map(({ id }) => id),
    type: [...new Set([...evsTypes().map(({ id }) => id), ...fleet.storagePools.map(({ type }) => type)])],
  };
  return tenants.flatMap(({ id: tenant, quotas = [] }, i) =>
    quotas.flatMap(({ cloud, zone, volumeGiB, instances = {} }, q) => {
      const at = `/tenants/${i}/quotas/${q}`;
      const named = [
        ['cloud', cloud, `${at}/cloud`],
        ['zone', zone, `${at}/zone`],
        ...Object.keys(instances).map((service) => ['service', service, `${at}/instances/${service}`] as const),
        ...Object.keys(volumeGiB).map((type) => ['type', type, `${at}/volumeGiB/${type}`] as const),
      ] as const;
      return named.flatMap(([what, name, pointer]) => {
        const list = known[what];
        if (name === undefined || list.length === 0 || list.includes(name)) return [];
        const near = suggest(name, list) ?? list.join(', ');
        return [trouble('YQ1703', 'warning', 'estate', pointer, { tenant, what, name, near })];
      });
    }),
  );
}
