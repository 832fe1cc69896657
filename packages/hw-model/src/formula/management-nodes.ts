/** Upper bounds of each published row: physical machines, virtual machines, management nodes. */
const rows = [
  { hosts: 50, vms: 1000, nodes: 3 },
  { hosts: 100, vms: 3000, nodes: 5 },
  { hosts: 256, vms: 5000, nodes: 7 },
] as const;

/**
 * OpenStack management nodes for a cloud of this size; undefined above 256 hosts or 5,000 VMs, where no figure is published.
 * Source: https://forum.huawei.com/enterprise/en/cloud-management-system-design/thread/867791-893 (FusionSphere era).
 */
export function managementNodes(size: { readonly hosts: number; readonly vms: number }): number | undefined {
  return rows.find((row) => size.hosts <= row.hosts && size.vms <= row.vms)?.nodes;
}
