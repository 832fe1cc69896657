import type { Exporter } from './exporter.ts';
import { createIdentifiers } from './names.ts';
import { distinctVolumes, flavorsOf, leftOutFile, type Server, serversOf } from './server.ts';
import { quote } from './shell.ts';

/**
 * A shell script that creates flavors, volumes and servers with the OpenStack client, each server on its host
 * (`--host` needs compute API 2.74 and an administrator). Images and networks come from variables that the script
 * asks for at its start: an estate knows neither.
 */
export const exportOpenstackCli: Exporter = (input) => {
  const { servers, leftOut } = serversOf(input);
  const identifiers = createIdentifiers();
  const image = (os: string) => `YQ_${identifiers(`image ${os || 'default'}`).toUpperCase()}`;
  const network = (zone: string) => `YQ_${identifiers(`network ${zone || 'default'}`).toUpperCase()}`;
  const unique = (values: readonly string[]) => [...new Set(values)];
  const lines = [
    '#!/usr/bin/env bash',
    '# Creates the virtual machines of a yunqian plan on their planned hosts. Run as an administrator of the cloud.',
    ...(leftOut.length > 0
      ? [`# ${leftOut.length} workloads are no virtual machines of tenants and stand in not-exported.csv.`]
      : []),
    'set -euo pipefail',
    'export OS_COMPUTE_API_VERSION=2.74',
    '',
    '# Images by operating system and networks by security zone: set these before running.',
    ...unique(servers.map(({ os }) => os)).map((os) => `: "\${${image(os)}:?image for ${comment(os)}}"`),
    ...unique(servers.map(({ zone }) => zone)).map(
      (zone) => `: "\${${network(zone)}:?network of zone ${comment(zone)}}"`,
    ),
    '',
    '# Flavors, where the cloud does not have them yet.',
    ...flavorsOf(servers).map(({ name, vcpus, ramMiB, diskGiB, accelerators }) => {
      const cards = accelerators === '' ? '' : ` --property ${quote(`pci_passthrough:alias=${accelerators}`)}`;
      return `openstack flavor show ${quote(name)} >/dev/null 2>&1 || openstack flavor create --vcpus ${vcpus} --ram ${ramMiB} --disk ${diskGiB}${cards} ${quote(name)}`;
    }),
    '',
    '# Volumes. Those that several servers attach need a volume type with multiattach.',
    ...distinctVolumes(servers).map(
      ({ server, volume }) =>
        `openstack volume create --size ${volume.sizeGiB} --type ${quote(volume.type)} --availability-zone ${quote(server.az)} -- ${quote(volume.name)}`,
    ),
    '',
    '# Servers.',
    ...servers.flatMap((server) => create(server, image(server.os), network(server.zone))),
  ];
  return { files: [{ name: 'create-servers.sh', text: `${lines.join('\n')}\n` }, ...leftOutFile(leftOut)], leftOut };
};

function create({ name, flavor, az, host, volumes }: Server, image: string, network: string): string[] {
  const server = quote(name);
  return [
    `openstack server create --flavor ${quote(flavor.name)} --image "$${image}" --network "$${network}" --availability-zone ${quote(az)} --host ${quote(host)} --wait -- ${server}`,
    ...volumes.map((volume) => `openstack server add volume -- ${server} ${quote(volume.name)}`),
  ];
}

/** Words inside `"${X:?...}"`: nothing that the shell would read. */
const comment = (text: string): string => text.replace(/[^\p{L}\p{N} ._()-]/gu, '_') || 'unknown';
