export interface HostCpu {
  readonly sockets: number;
  readonly coresPerSocket: number;
  readonly threadsPerCore: number;
  /** Threads that the platform keeps for itself. */
  readonly overheadThreads: number;
  /** vCPUs sold per remaining thread. */
  readonly ratio: number;
}

/**
 * vCPUs that a host sells: (sockets x cores x threads - overhead) x ratio, rounded down; never negative.
 * Source: repo:opentelekomcloud-docs/dedicated-host@a1bd15d, general-purpose_dehs.rst.
 */
export function sellableVcpus(cpu: HostCpu): number {
  const threads = cpu.sockets * cpu.coresPerSocket * cpu.threadsPerCore - cpu.overheadThreads;
  return Math.max(0, Math.floor(threads * cpu.ratio));
}
