import { findEntry } from '../catalog/catalog.ts';
import { findModel, portsOf, resolveDevice } from './figures.ts';
import type { Report } from './report.ts';
import type { HostFigures } from './resolve-profile.ts';
import type { Fleet } from './schema.ts';

type RackEntry = Fleet['clouds'][number]['sites'][number]['rooms'][number]['racks'][number];

export interface RackUse {
  readonly units: number;
  readonly powerW: number;
}

/** Units and power of one rack: its hosts, its top-of-rack switches, its other devices. */
export function rackUse(
  rack: RackEntry,
  profiles: ReadonlyMap<string, HostFigures>,
  room: string,
  pointer: string,
  report: Report,
): RackUse {
  let units = 0;
  let powerW = 0;
  const add = (count: number, one: RackUse) => {
    units += count * one.units;
    powerW += count * one.powerW;
  };
  for (const entry of rack.hosts) {
    const figures = profiles.get(entry.profile);
    if (figures !== undefined) add(entry.count, figures);
  }
  if (rack.tor !== undefined) {
    const model = findModel(rack.tor.model, `${pointer}/tor/model`, report);
    add(rack.tor.count, resolveDevice({}, model, 'switch-leaf', `device ${rack.tor.model}`, report));
  }
  for (const [index, device] of rack.devices.entries()) {
    const model = findModel(device.model, `${pointer}/devices/${index}/model`, report);
    const subject = model === undefined ? `device ${room}/${rack.id}/${device.id}` : `device ${device.model}`;
    add(device.count, resolveDevice(device, model, 'server', subject, report));
  }
  return { units, powerW };
}

/** An uplink cannot exceed the ports of its switches; without switches it is no constraint, which is worth a warning. */
export function checkUplink(rack: RackEntry, pointer: string, report: Report): void {
  if (rack.tor === undefined) {
    if (rack.hosts.length > 0) report.find('warning', 'YQ1211', pointer, { rack: rack.id });
    return;
  }
  const ports = portsOf(findEntry(rack.tor.model), 'ports.');
  const portsMbps = rack.tor.count * ports.reduce((sum, { mbps, count }) => sum + mbps * count, 0);
  if (portsMbps > 0 && rack.tor.uplinkMbps > portsMbps) {
    const params = { rack: rack.id, uplinkMbps: rack.tor.uplinkMbps, portsMbps };
    report.find('error', 'YQ1217', `${pointer}/tor/uplinkMbps`, params);
  }
}
