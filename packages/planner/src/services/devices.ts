import { type ExpandedFleet, expandFleet, type Fleet, fleetSchema } from '@yunqian/hw-model';
import type { Estate } from '../estate/schema.ts';
import { type ResolvedInstance, resolveInstances } from './instances.ts';

/** Devices of one model that a cloud has too few of; `cloud` is `-` where the estate names none. */
export interface MissingDevices {
  /** The first instance that asks for them. */
  readonly one: ResolvedInstance;
  readonly model: string;
  readonly cloud: string;
  readonly need: number;
  readonly have: number;
}

/** What the sizes of all instances together need in each cloud, against what its racks hold. */
export function missingDevices(
  instances: readonly ResolvedInstance[],
  devices: ExpandedFleet['devices'],
): MissingDevices[] {
  const asked = instances.flatMap((one) => one.plan.appliances.map((appliance) => ({ one, ...appliance })));
  return [...Map.groupBy(asked, ({ one, model }) => JSON.stringify([one.cloud, model])).values()].flatMap((alike) => {
    const { one, model } = alike[0]!;
    const { cloud } = one;
    const need = Math.max(
      ...alike.map(({ least }) => least),
      Math.ceil(
        alike.reduce((sum, { per, one: { size, instance } }) => sum + (per ? (size * instance.count) / per : 0), 0) -
          1e-9,
      ),
    );
    const have = devices
      .filter((device) => device.model === model && (cloud === '' || device.cloud === cloud))
      .reduce((sum, { count }) => sum + count, 0);
    return have >= need ? [] : [{ one, model, cloud: cloud || '-', need, have }];
  });
}

/** The fleet with the devices that the estate's services lack, in a rack of their own in the first room of each cloud. */
export function withServiceDevices(fleet: Fleet, estate: Estate): Fleet {
  const missing = missingDevices(resolveInstances(estate), expandFleet(fleet).devices);
  if (missing.length === 0) return fleet;
  const clouds = fleet.clouds.map((cloud, c) => {
    const devices = missing
      .filter((one) => one.cloud === cloud.id || (one.cloud === '-' && c === 0))
      .map(({ model, need, have }) => ({ id: model.replaceAll(/[^A-Za-z0-9-]+/g, '-'), model, count: need - have }));
    const [site, ...sites] = cloud.sites;
    const [room, ...rooms] = site?.rooms ?? [];
    if (devices.length === 0 || site === undefined || room === undefined) return cloud;
    const racks = [...room.racks, { id: 'service-devices', devices }];
    return { ...cloud, sites: [{ ...site, rooms: [{ ...room, racks }, ...rooms] }, ...sites] };
  });
  return fleetSchema.parse({ ...fleet, clouds });
}
