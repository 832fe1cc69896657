import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import { trouble } from '../lower/trouble.ts';
import type { Policy } from '../policy/schema.ts';
import { missingDevices } from './devices.ts';
import { createHomes, type ResolvedInstance, resolveInstances } from './instances.ts';

/** What services ask of the fleet beyond room for servers: a zone where they may stand, a level that they may serve, devices. */
export function checkServicePlaces(estate: Estate, fleet: ExpandedFleet, { defaults }: Policy): Diagnostic[] {
  const instances = resolveInstances(estate);
  if (instances.length === 0) return [];
  const kindOf = new Map(fleet.zones.map(({ id, kind }) => [id, kind]));
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  const at = new Map((estate.services ?? []).map((instance, i) => [instance, i]));
  const report = (code: string, { instance }: ResolvedInstance, rest: string, params: Diagnostic['params']) =>
    trouble(code, 'error', 'estate', `/services/${at.get(instance)}${rest}`, { instance: instance.id, ...params });
  return [
    ...instances.flatMap((one) => {
      const { instance, service } = one;
      const system = systems.get(instance.system ?? '');
      const zone = instance.zone ?? system?.zone ?? defaults.zone;
      const kind = kindOf.get(zone ?? '');
      const level = system?.mlps ?? defaults.mlps ?? 0;
      return [
        ...(kind !== undefined && !(service.zones as readonly string[]).includes(kind)
          ? [
              report('YQ1927', one, instance.zone === undefined ? '' : '/zone', {
                service: service.id,
                zone: zone!,
                kind,
                zones: service.zones.join(', '),
              }),
            ]
          : []),
        ...(level > service.mlpsAtMost
          ? [report('YQ1928', one, '', { service: service.id, level, most: service.mlpsAtMost })]
          : []),
      ];
    }),
    ...missingDevices(instances, fleet.devices).map(({ one, ...params }) => report('YQ1929', one, '/plan', params)),
    ...withoutPlatform(estate, instances),
  ];
}

/** Clouds whose control planes no system of the estate carries: one is made for them, and its zone is nobody's choice. */
function withoutPlatform(estate: Estate, instances: readonly ResolvedInstance[]): Diagnostic[] {
  const homeOf = createHomes(estate);
  const carried = new Set(estate.systems.flatMap(({ id, platform }) => (platform ? [homeOf({ system: id })] : [])));
  return [...new Set(instances.map(({ cloud }) => cloud))]
    .filter((cloud) => !carried.has(cloud))
    .map((cloud) => trouble('YQ1930', 'warning', 'estate', '/services', { cloud: cloud === '' ? '-' : cloud }));
}
