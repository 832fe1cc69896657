export interface ContainerNode {
  readonly cores: number;
  readonly memMiB: number;
  readonly maxPods: number;
  readonly runtime: 'docker' | 'containerd';
}

/** Shares of the cores kept: 6 % of the first, 1 % of the second, 0.5 % of the next two, 0.25 % of the rest; in thousandths of a core. */
const cpuBands = [
  { cores: 1, milli: 60 },
  { cores: 1, milli: 10 },
  { cores: 2, milli: 5 },
  { cores: Number.POSITIVE_INFINITY, milli: 2.5 },
] as const;

const evictionMiB = 100;

/**
 * What a Kubernetes node of the vendor's container engine leaves to pods: capacity - reserved - eviction threshold.
 * Memory by the vendor's model v2: 400 MiB + 25 MiB per GiB for the system, 500 MiB + 20 (Docker) or 5 (containerd)
 * MiB per pod for the kubelet. Source: repo:opentelekomcloud-docs/cloud-container-engine@4863737,
 * node_resource_reservation_rules.rst.
 */
export function allocatable(node: ContainerNode): { readonly milliCpu: number; readonly memMiB: number } {
  const perPodMiB = node.runtime === 'docker' ? 20 : 5;
  const reservedMiB = 400 + (25 * node.memMiB) / 1024 + 500 + perPodMiB * node.maxPods;
  return {
    milliCpu: Math.max(0, Math.floor(node.cores * 1000 - reservedMilliCpu(node.cores))),
    memMiB: Math.max(0, Math.floor(node.memMiB - reservedMiB - evictionMiB)),
  };
}

function reservedMilliCpu(cores: number): number {
  let left = cores;
  let reserved = 0;
  for (const band of cpuBands) {
    const taken = Math.min(left, band.cores);
    reserved += taken * band.milli;
    left -= taken;
  }
  return reserved;
}
