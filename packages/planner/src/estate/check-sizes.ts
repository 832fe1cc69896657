import type { Find } from './find.ts';
import type { Estate } from './schema.ts';

/** Quantities are counted in 32 bits; so much of anything in one workload is a slip of units. */
const maximum = {
  vcpus: 2_000_000,
  memMiB: 2_000_000_000,
  nicMbps: 2_000_000_000,
  localDiskGiB: 2_000_000_000,
  volumeGiB: 2_000_000_000,
};

/** Sizes that cannot be, or that will mislead whoever sums them up. */
export function checkSizes(estate: Estate, find: Find): void {
  const shared = new Map<string, { sizeGiB: number; workload: string }>();
  estate.workloads.forEach(({ id, vcpus, memMiB, nicMbps = 0, localDiskGiB = 0, volumes }, i) => {
    const volumeGiB = volumes.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0);
    for (const [field, value] of Object.entries({ vcpus, memMiB, nicMbps, localDiskGiB, volumeGiB })) {
      const limit = maximum[field as keyof typeof maximum];
      if (value > limit)
        find('YQ1110', 'error', `/workloads/${i}${field === 'volumeGiB' ? '/volumes' : `/${field}`}`, {
          workload: id,
          field,
          value,
          limit,
        });
    }
    if (vcpus === 0 || memMiB === 0)
      find('YQ1111', 'warning', `/workloads/${i}`, { workload: id, field: vcpus === 0 ? 'vcpus' : 'memMiB' });
    volumes.forEach(({ sizeGiB, usedGiB, sharedId }, v) => {
      const pointer = `/workloads/${i}/volumes/${v}`;
      if (usedGiB !== undefined && usedGiB > sizeGiB)
        find('YQ1112', 'warning', `${pointer}/usedGiB`, { workload: id, usedGiB, sizeGiB });
      if (sharedId === undefined) return;
      const first = shared.get(sharedId);
      if (first === undefined) shared.set(sharedId, { sizeGiB, workload: id });
      else if (first.sizeGiB !== sizeGiB)
        find('YQ1113', 'error', `${pointer}/sizeGiB`, {
          sharedId,
          sizeGiB,
          other: first.workload,
          otherGiB: first.sizeGiB,
        });
    });
  });
  if (estate.workloads.length === 0) find('YQ1115', 'warning', '/workloads', {});
}
