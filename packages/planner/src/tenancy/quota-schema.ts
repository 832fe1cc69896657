import { z } from 'zod';

const amount = z.number().min(0).optional();

/** The most that a tenant and all tenants below it may use together: of each thing named, in one scope. */
export const quotaSchema = z.strictObject({
  /** Only what stands in this cloud counts; default: everything. */
  cloud: z.string().min(1).optional(),
  /** Only workloads of this security zone count; default: everything. */
  zone: z.string().min(1).optional(),
  vcpus: amount,
  memGiB: amount,
  /** Elastic addresses. */
  eips: amount,
  /** By EVS type. */
  volumeGiB: z.record(z.string(), z.number().min(0)).default({}),
  /** Instances of cloud services, by service. */
  instances: z.record(z.string(), z.int().min(0)).optional(),
});

export type Quota = z.output<typeof quotaSchema>;

/** Where a quota counts: `` everywhere, `cloud gz`, `zone public`, both. One quota a tenant and scope. */
export function scopeName({ cloud, zone }: Pick<Quota, 'cloud' | 'zone'>): string {
  return [cloud && `cloud ${cloud}`, zone && `zone ${zone}`].filter(Boolean).join(' ');
}

/** The limits of a quota by what they limit: `vcpus`, `memGiB`, `eips`, `volumeGiB:ssd`, `instances:rds`. */
export function quotaLimits({
  vcpus,
  memGiB,
  eips,
  volumeGiB,
  instances = {},
}: Quota): [what: string, limit: number][] {
  const by = (name: string, limits: Readonly<Record<string, number>>) =>
    Object.entries(limits)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, limit]): [string, number] => [`${name}:${key}`, limit]);
  return [
    ...(vcpus === undefined ? [] : [['vcpus', vcpus] as [string, number]]),
    ...(memGiB === undefined ? [] : [['memGiB', memGiB] as [string, number]]),
    ...(eips === undefined ? [] : [['eips', eips] as [string, number]]),
    ...by('volumeGiB', volumeGiB),
    ...by('instances', instances),
  ];
}
