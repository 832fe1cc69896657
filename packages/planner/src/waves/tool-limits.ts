import type { EstateWorkload } from '../estate/schema.ts';
import { isCopied } from './subjects.ts';

/**
 * Server migration service of Huawei Cloud (productdesc-sms/sms_01_0012, mgc_faq/mgc_04_6310): tasks at once, servers an
 * account, disks a server, size of a Linux disk, use of the source's processors; no shared file system. Sources are x86.
 */
export const sms = {
  concurrentTasks: 100,
  serversPerAccount: 1000,
  disks: 23,
  linuxDiskGiB: 16_384,
  cpuPct: 80,
} as const;

export function isLinux({ os = '' }: EstateWorkload): boolean {
  return !/windows/i.test(os);
}

/** Workloads that the copy tool does not take as they are. */
export function outsideTool(workloads: readonly EstateWorkload[]): EstateWorkload[] {
  return workloads.filter(
    (workload) =>
      isCopied(workload) &&
      (workload.volumes.length > sms.disks ||
        workload.arch === 'aarch64' ||
        workload.volumes.some(({ sharedId }) => sharedId !== undefined) ||
        (isLinux(workload) && workload.volumes.some(({ sizeGiB }) => sizeGiB > sms.linuxDiskGiB))),
  );
}
