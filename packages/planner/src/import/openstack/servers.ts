import type { EstateInput } from '../../estate/schema.ts';
import type { Cursor } from '../object/cursor.ts';
import type { ImportSession } from '../object/session.ts';
import { type Flavor, type FlavorTable, propertiesOf, readFlavor } from './flavors.ts';
import type { BlockVolumes } from './volumes.ts';

type Workload = EstateInput['workloads'][number];

export interface Server {
  readonly id: string;
  readonly row: Cursor;
  readonly project: string | undefined;
  readonly workload: Workload;
}

export interface ServerSources {
  readonly flavors: FlavorTable;
  readonly volumes: BlockVolumes;
  readonly hostOfServer: ReadonlyMap<string, string>;
}

/** Servers as virtual machines. One without a size (its flavor is not in the input) is left out: sizes are not guessed. */
export function readServers(rows: readonly Cursor[], sources: ServerSources, session: ImportSession): Server[] {
  const servers = new Map<string, Server>();
  for (const row of rows) {
    const seen = session.see(row.file, 'servers');
    const id = row.first('id', 'ID').text();
    const status = row.first('status', 'Status').text()?.toUpperCase();
    if (id === undefined) {
      session.report('warning', 'YQ1507', row.spot(), { kind: 'server' });
      seen.leaveOut('no id');
      continue;
    }
    const first = servers.get(id);
    if (first !== undefined) {
      session.report('warning', 'YQ1508', row.spot(), { kind: 'server', name: id }, first.row.spot());
      seen.leaveOut('duplicate');
      continue;
    }
    if (status === 'DELETED' || status === 'SOFT_DELETED') {
      seen.leaveOut('deleted');
      continue;
    }
    const flavor = flavorOf(row, sources.flavors, session);
    if (flavor === undefined) {
      session.report('error', 'YQ1536', row.first('flavor', 'Flavor', 'Flavor Name', 'Flavor ID').spot(), {
        server: row.first('name', 'Name').text() ?? id,
      });
      seen.leaveOut('size unknown: flavor not in the input');
      continue;
    }
    seen.use();
    const project = row.first('tenant_id', 'project_id', 'Project ID').text();
    servers.set(id, { id, row, project, workload: workloadOf(id, row, flavor, project, status, sources) });
  }
  return [...servers.values()];
}

function workloadOf(
  id: string,
  row: Cursor,
  flavor: Flavor,
  project: string | undefined,
  status: string | undefined,
  { volumes, hostOfServer }: ServerSources,
): Workload {
  const name = row.first('name', 'Name').text();
  const sourceHost =
    row.first('OS-EXT-SRV-ATTR:hypervisor_hostname', 'OS-EXT-SRV-ATTR:host', 'Host').text() ?? hostOfServer.get(id);
  const zone = row.first('OS-EXT-AZ:availability_zone', 'Availability Zone').text();
  const pinned = row.first('pinned_availability_zone', 'Pinned Availability Zone').text();
  const image = row.get('image', 'properties');
  const arch = [image.get('architecture').text(), flavor.extraSpecs['capabilities:cpu_info:arch']].find(
    (each) => each === 'x86_64' || each === 'aarch64',
  );
  const firmware = image.get('hw_firmware_type').text();
  const attached = row
    .get('os-extended-volumes:volumes_attached')
    .items()
    .flatMap((each) => each.get('id').text() ?? []);
  const block = volumes.of(id, attached, row);
  const accelerators = acceleratorsOf(flavor.extraSpecs);
  const traits = Object.entries(flavor.extraSpecs)
    .filter(([key, value]) => key.startsWith('trait:') && value === 'required')
    .map(([key]) => key.slice('trait:'.length));
  const { networks, ips } = networksOf(row.first('addresses', 'Networks'));
  const power = powerStateOf(row.first('OS-EXT-STS:power_state', 'Power State'), status);
  const labels = {
    ...propertiesOf(row.first('metadata', 'Properties', 'properties')),
    ...(zone !== undefined && { 'availability-zone': zone }),
    ...(pinned !== undefined && { 'pinned-availability-zone': pinned }),
  };
  return {
    id,
    ...(name !== undefined && { name }),
    ...(project !== undefined && { system: project }),
    vcpus: flavor.vcpus,
    memMiB: flavor.memMiB,
    volumes: [...flavorDisks(flavor, row.get('image')), ...block],
    ...(accelerators.length > 0 && { accelerators }),
    ...(traits.length > 0 && { traits: traits.sort() }),
    ...(arch !== undefined && { arch: arch as 'x86_64' | 'aarch64' }),
    ...((firmware === 'bios' || firmware === 'uefi') && { firmware }),
    ...(power !== undefined && { powerState: power }),
    ...(sourceHost !== undefined && { sourceHost }),
    ...(networks.length > 0 && { networks }),
    ...(ips.length > 0 && { ips }),
    ...(Object.keys(labels).length > 0 && { labels }),
  };
}

/** Embedded in the server (API 2.47), or by id or name; the client may print `name (id)`. */
function flavorOf(row: Cursor, flavors: FlavorTable, session: ImportSession): Flavor | undefined {
  const cursor = row.get('flavor').isMap
    ? row.get('flavor')
    : row.first('Flavor ID', 'Flavor', 'Flavor Name', 'flavor');
  if (!cursor.isMap) {
    const text = cursor.text() ?? '';
    const [, name, id] = /^(.*) \(([^)]*)\)$/.exec(text) ?? [];
    return (
      flavors.find(id ?? text) ?? flavors.find(name ?? text) ?? flavors.find(row.get('Flavor Name').text() ?? text)
    );
  }
  return (
    readFlavor(cursor, session) ??
    flavors.find(cursor.get('id').text() ?? cursor.first('original_name', 'name').text() ?? '')
  );
}

/** Disks of the flavor. A server without an image has booted from a volume, which stands for the root disk. */
function flavorDisks({ rootGiB, ephemeralGiB, swapMiB }: Flavor, image: Cursor): NonNullable<Workload['volumes']> {
  const fromVolume = image.value === '' || image.value === null;
  return [
    ...(rootGiB > 0 && !fromVolume ? [{ id: 'root', sizeGiB: rootGiB }] : []),
    ...(ephemeralGiB > 0 ? [{ id: 'ephemeral', sizeGiB: ephemeralGiB }] : []),
    ...(swapMiB > 0 ? [{ id: 'swap', sizeGiB: Math.ceil(swapMiB / 1024) }] : []),
  ];
}

/** Devices that the flavor asks for: PCI aliases (`a1:2,b1:1`) and virtual GPUs. */
function acceleratorsOf(extraSpecs: Readonly<Record<string, string>>): { model: string; count: number }[] {
  const counts = new Map<string, number>();
  const add = (model: string, count: number) => {
    if (model !== '' && count > 0 && count <= 1024) counts.set(model, (counts.get(model) ?? 0) + count);
  };
  for (const alias of (extraSpecs['pci_passthrough:alias'] ?? '').split(','))
    add(alias.split(':')[0]!.trim(), Number(alias.split(':')[1] ?? 1));
  for (const [key, value] of Object.entries(extraSpecs))
    if (/^resources\d*:(VGPU|PGPU)$/.test(key)) add(key.slice(key.indexOf(':') + 1), Number(value));
  return [...counts].map(([model, count]) => ({ model, count }));
}

/** Addresses of the API, of the client as an object, or as its text `net=10.0.0.3, fd00::3; other=10.1.0.3`. */
function networksOf(cursor: Cursor): { networks: string[]; ips: string[] } {
  if (cursor.isMap) {
    const ips = cursor
      .entries()
      .flatMap(([, list]) => list.items().flatMap((each) => each.get('addr').text() ?? each.text() ?? []));
    return { networks: cursor.keys(), ips };
  }
  const parts = (cursor.text() ?? '').split(';').map((part) => part.split('='));
  return {
    networks: parts.filter((part) => part.length === 2).map(([name]) => name!.trim()),
    ips: parts.flatMap(([, list]) => (list ?? '').split(',').map((ip) => ip.trim())).filter((ip) => ip !== ''),
  };
}

const powerStates: Readonly<Record<string, 'on' | 'off' | 'suspended'>> = {
  1: 'on',
  3: 'suspended',
  4: 'off',
  6: 'off',
  7: 'suspended',
  running: 'on',
  paused: 'suspended',
  shutdown: 'off',
  crashed: 'off',
  suspended: 'suspended',
};
const statusPower: Readonly<Record<string, 'on' | 'off' | 'suspended'>> = {
  ACTIVE: 'on',
  SHUTOFF: 'off',
  STOPPED: 'off',
  SHELVED: 'off',
  SHELVED_OFFLOADED: 'off',
  PAUSED: 'suspended',
  SUSPENDED: 'suspended',
};

/** The hypervisor's word first (number, or the client's word), then Nova's status. */
function powerStateOf(cursor: Cursor, status: string | undefined): 'on' | 'off' | 'suspended' | undefined {
  const key = cursor.text()?.toLowerCase() ?? '';
  if (Object.hasOwn(powerStates, key)) return powerStates[key];
  return status !== undefined && Object.hasOwn(statusPower, status) ? statusPower[status] : undefined;
}
