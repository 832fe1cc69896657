import { type ExpandedFleet, expandFleet, type Fleet } from '@yunqian/hw-model';

export interface PurchaseLine {
  readonly what: 'server' | 'rack' | 'switch' | 'device' | 'array';
  /** Catalogue id, profile where it names no model, or EVS type of a pool without one. */
  readonly model: string;
  readonly count: number;
  readonly units: number;
  readonly powerW: number;
}

/** What a fleet document amounts to when it is bought, largest first within each sort. */
export function purchaseList(fleet: Fleet, expanded: ExpandedFleet = expandFleet(fleet)): PurchaseLine[] {
  const lines = new Map<
    string,
    { what: PurchaseLine['what']; model: string; count: number; units: number; powerW: number }
  >();
  const add = (what: PurchaseLine['what'], model: string, count: number, units = 0, powerW = 0) => {
    const key = `${what} ${model}`;
    const line = lines.get(key) ?? { what, model, count: 0, units: 0, powerW: 0 };
    lines.set(key, { ...line, count: line.count + count, units: line.units + units, powerW: line.powerW + powerW });
  };
  const modelOf = new Map(fleet.profiles.map(({ id, server }) => [id, server ?? id]));
  for (const { profile, units, powerW } of expanded.hosts)
    add('server', modelOf.get(profile) ?? profile, 1, units, powerW);
  for (const { units } of expanded.racks) add('rack', `${units} U`, 1);
  for (const cloud of fleet.clouds) {
    for (const site of cloud.sites) {
      for (const room of site.rooms) {
        for (const rack of room.racks) {
          if (rack.tor) add('switch', rack.tor.model, rack.tor.count * rack.count);
          for (const { model, count } of rack.devices) add('device', model, count * rack.count);
        }
      }
    }
  }
  for (const pool of fleet.clouds.flatMap(({ sites }) => sites.flatMap(({ storagePools }) => storagePools)))
    add('array', `${pool.model ?? pool.type} (${pool.type})`, 1);
  const order = ['server', 'rack', 'switch', 'device', 'array'];
  return [...lines.values()].sort(
    (a, b) => order.indexOf(a.what) - order.indexOf(b.what) || b.count - a.count || (a.model < b.model ? -1 : 1),
  );
}
