import { flavors } from '@yunqian/hw-model';
import type { EstateInput } from '../estate/schema.ts';
import { containerServices, type SystemDraft } from './drafts.ts';
import type { Random } from './random.ts';
import type { Tier } from './shapes.ts';

type WorkloadInput = EstateInput['workloads'][number];

const systemDiskGiB = 40;
/** The one database on bare metal, with a disk that both nodes share. */
const bareMetalDatabase = 'fiscal-information';

/** The machines of a system: one entry a tier, its instances counted. */
export function workloadsOf(draft: SystemDraft, os: string, random: Random): WorkloadInput[] {
  const { id } = draft.system;
  const workloads = draft.shape.tiers.flatMap((tier) =>
    tier.role === 'db' && id === bareMetalDatabase ? bareMetalNodes(draft) : [virtualMachine(draft, tier, os, random)],
  );
  const instances = containerServices[id];
  return instances === undefined ? workloads : [...workloads, container(draft, instances)];
}

function virtualMachine(draft: SystemDraft, tier: Tier, os: string, random: Random): WorkloadInput {
  const flavor = flavors().find(({ id }) => id === tier.flavor);
  if (flavor === undefined) throw new TypeError(`no flavor ${tier.flavor}`);
  const dataGiB = random.pick(tier.dataGiB);
  return {
    ...identity(draft, tier.role, tier.count),
    vcpus: flavor.vcpus,
    memMiB: flavor.memGiB * 1024,
    nicMbps: Math.round((flavor.netAssuredGbps ?? 0) * 1000),
    volumes: [volume(systemDiskGiB, 'sas'), ...(dataGiB > 0 ? [volume(dataGiB, tier.volumeType)] : [])],
    ...(draft.arch === 'aarch64'
      ? { arch: 'aarch64', os: 'openEuler', firmware: 'uefi' }
      : { arch: 'x86_64', os, firmware: 'bios' }),
    ...(flavor.scheduling === 'dedicated' ? { pool: 'dedicated' } : {}),
    labels: { flavor: flavor.id },
  };
}

/** Two whole servers over one shared disk; what the database itself needs of each. */
function bareMetalNodes(draft: SystemDraft): WorkloadInput[] {
  return ['db-a', 'db-b'].map((node) => ({
    ...identity(draft, 'db', 1),
    id: `${draft.system.id}-${node}`,
    kind: 'bareMetal',
    vcpus: 48,
    memMiB: 128 * 1024,
    nicMbps: 10_000,
    volumes: [{ ...volume(4000, 'ssd'), sharedId: `${draft.system.id}-shared` }],
    arch: 'x86_64',
    os: 'CentOS 7.6',
    firmware: 'uefi',
  }));
}

function container(draft: SystemDraft, count: number): WorkloadInput {
  return {
    ...identity(draft, 'service', count),
    kind: 'container',
    pool: 'container',
    vcpus: 1,
    memMiB: 2048,
    nicMbps: 50,
    arch: 'x86_64',
  };
}

function identity(draft: SystemDraft, role: string, count: number) {
  return { id: `${draft.system.id}-${role}`, system: draft.system.id, component: role, count };
}

/** Three fifths of a volume hold data. */
function volume(sizeGiB: number, type: 'sas' | 'ssd') {
  return { sizeGiB, type, usedGiB: Math.round(sizeGiB * 0.6) };
}
