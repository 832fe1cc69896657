import type { Exporter } from './exporter.ts';
import { createIdentifiers } from './names.ts';
import { distinctVolumes, flavorsOf, leftOutFile, serversOf } from './server.ts';

/**
 * Terraform's JSON syntax for the OpenStack provider: flavors, volumes, instances and attachments. Instances are aimed
 * at their host by `availability_zone = "az:host"`, which nova admits to administrators. Images and networks are
 * variables.
 */
export const exportTerraform: Exporter = (input) => {
  const { servers, leftOut } = serversOf(input);
  const identifiers = createIdentifiers();
  const flavor = (name: string) => identifiers(`flavor ${name}`);
  const instance = (name: string) => identifiers(`server ${name}`);
  const volume = (name: string) => identifiers(`volume ${name}`);
  const image = (os: string) => identifiers(`image ${os || 'default'}`);
  const network = (zone: string) => identifiers(`network ${zone || 'default'}`);

  const variables: Record<string, object> = {};
  for (const { os } of servers)
    variables[image(os)] ??= {
      type: 'string',
      description: literal(`Image for ${os || 'servers of unknown operating system'}`),
    };
  for (const { zone } of servers)
    variables[network(zone)] ??= { type: 'string', description: literal(`Network of zone ${zone || '(none)'}`) };

  const flavors = flavorsOf(servers).map(({ name, vcpus, ramMiB, diskGiB, accelerators }) => [
    flavor(name),
    {
      name: literal(name),
      vcpus,
      ram: ramMiB,
      disk: diskGiB,
      ...(accelerators !== '' && { extra_specs: { 'pci_passthrough:alias': literal(accelerators) } }),
    },
  ]);
  const volumes = distinctVolumes(servers).map(({ server, volume: { name, sizeGiB, type } }) => [
    volume(name),
    { name: literal(name), size: sizeGiB, volume_type: literal(type), availability_zone: literal(server.az) },
  ]);
  const instances = servers.map((server) => [
    instance(server.name),
    {
      name: literal(server.name),
      flavor_id: `\${openstack_compute_flavor_v2.${flavor(server.flavor.name)}.id}`,
      image_id: `\${var.${image(server.os)}}`,
      availability_zone: literal(`${server.az}:${server.host}`),
      network: [{ name: `\${var.${network(server.zone)}}` }],
    },
  ]);
  const attachments = servers.flatMap((server) =>
    server.volumes.map(({ name, shared }) => [
      identifiers(`attach ${server.name} ${name}`),
      {
        instance_id: `\${openstack_compute_instance_v2.${instance(server.name)}.id}`,
        volume_id: `\${openstack_blockstorage_volume_v3.${volume(name)}.id}`,
        ...(shared && { multiattach: true }),
      },
    ]),
  );
  const resources = Object.entries({
    openstack_compute_flavor_v2: flavors,
    openstack_blockstorage_volume_v3: volumes,
    openstack_compute_instance_v2: instances,
    openstack_compute_volume_attach_v2: attachments,
  }).filter(([, list]) => list.length > 0);
  const main = {
    terraform: { required_providers: { openstack: { source: 'terraform-provider-openstack/openstack' } } },
    ...(Object.keys(variables).length > 0 && { variable: variables }),
    ...(resources.length > 0 && {
      resource: Object.fromEntries(resources.map(([type, list]) => [type, Object.fromEntries(list)])),
    }),
  };
  return {
    files: [{ name: 'main.tf.json', text: `${JSON.stringify(main, null, 2)}\n` }, ...leftOutFile(leftOut)],
    leftOut,
  };
};

/** Text that Terraform takes as it is: its JSON strings are templates. */
export const literal = (text: string): string => text.replace(/[$%](?=\{)/g, (sign) => sign + sign);
