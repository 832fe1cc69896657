import { flavors } from '@yunqian/hw-model';
import type { EstateInput } from '../estate/schema.ts';
import { assumptionsOf, noteOf } from './estate-notes.ts';
import { dependenciesOf } from './flows.ts';
import { bureauCount, namedBureaus, namedSystems, type Reach, systemCount } from './published.ts';
import { createRandom, type Random } from './random.ts';
import {
  coreDatabase,
  coreShape,
  generalShapes,
  importantShape,
  largeCoreDatabase,
  operationsShape,
  type Shape,
  type Tier,
  zoneOf,
} from './shapes.ts';

type SystemInput = NonNullable<EstateInput['systems']>[number];
type WorkloadInput = EstateInput['workloads'][number];

/** A system with what the generator needs to write its parts. */
export interface SystemDraft {
  readonly system: SystemInput & { readonly id: string; readonly tenant: string };
  readonly reach: Reach | 'management';
  readonly shape: Shape;
  readonly arch: 'x86_64' | 'aarch64';
}

const seed = 2019;
const systemDiskGiB = 40;
/** Instances of container services, by system: the first phase is mainly virtual machines. */
const containerServices: Readonly<Record<string, number>> = {
  ishenzhen: 36,
  'service-platform': 36,
  'smart-office': 24,
  'exchange-sharing': 24,
};
/** The one database on bare metal, with a disk that both nodes share. */
const bareMetalDatabase = 'fiscal-information';
const largeDatabases = new Set(['ishenzhen', 'service-platform', 'exchange-sharing', 'service-system']);
const operatingSystems = [
  ['CentOS 7.6', 6],
  ['Windows Server 2012 R2', 3],
  ['SUSE Linux Enterprise Server 12', 1],
] as const;

/** The reference estate: always the same bytes. Published and assumed figures are told apart in its note. */
export function shenzhenEstate(): EstateInput {
  const random = createRandom(seed);
  const drafts = [...coreSystems(), ...neutralSystems(random), operations()];
  const oses = random.deal(
    operatingSystems.map(([os, share]) => [os, Math.ceil((drafts.length * share) / 10)] as const),
  );
  const workloads = drafts.flatMap((draft, index) => workloadsOf(draft, oses[index]!, random));
  const systems = drafts.map(({ system }) => system);
  return {
    kind: 'estate',
    formatVersion: '1.0',
    name: 'shenzhen',
    note: noteOf(systems, workloads),
    tenants: tenants(),
    systems,
    workloads,
    dependencies: dependenciesOf(drafts, random),
    assumptions: assumptionsOf(),
  };
}

function tenants(): NonNullable<EstateInput['tenants']> {
  const neutral = Array.from({ length: bureauCount - namedBureaus.length }, (_, index) => {
    const number = String(namedBureaus.length + index + 1);
    return { id: `bureau-${number}`, name: `Bureau ${number}`, nameZh: `委办局 ${number}` };
  });
  return [...namedBureaus, ...neutral];
}

function coreSystems(): SystemDraft[] {
  return namedSystems.map(({ id, name, nameZh, tenant, tenantPublished, reach }) => {
    const shape = coreShape(largeDatabases.has(id) ? largeCoreDatabase : coreDatabase);
    return {
      system: {
        id,
        name,
        nameZh,
        tenant,
        mlps: 3,
        zone: zoneOf('app', reach),
        criticality: 'core',
        dr: 'async',
        wavePriority: 3,
        downtimeMinutes: 60,
        components: componentsOf(id, shape, reach),
        labels: { named: 'published', tenant: tenantPublished ? 'published' : 'assumed' },
      },
      reach,
      shape,
      arch: 'x86_64',
    };
  });
}

/** Systems that nobody named: importance, reach and shape are dealt out in fixed shares. */
function neutralSystems(random: Random): SystemDraft[] {
  const count = systemCount - namedSystems.length;
  const important = 60;
  const shapes = random.deal<keyof typeof generalShapes>([
    ['single', 38],
    ['twoTier', 50],
    ['threeTier', 40],
    ['doubled', count - important - 128],
  ]);
  const importantReaches = random.deal<Reach>([
    ['internet', 20],
    ['public', 20],
    ['private', 20],
  ]);
  const generalReaches = random.deal<Reach>([
    ['internet', 50],
    ['public', 53],
    ['private', count - important - 103],
  ]);
  const kinds = random.deal<'important' | 'general'>([
    ['important', important],
    ['general', count - important],
  ]);
  const tenantIds = tenants().map(({ id }) => id);
  let kunpengLeft = 10;
  return kinds.map((criticality, index) => {
    const isImportant = criticality === 'important';
    const reach = (isImportant ? importantReaches.pop() : generalReaches.pop())!;
    const shape: Shape = isImportant ? importantShape : generalShapes[shapes.pop()!];
    const number = String(namedSystems.length + index + 1).padStart(3, '0');
    const onKunpeng = isImportant && reach === 'public' && kunpengLeft-- > 0;
    return {
      system: {
        id: `sys-${number}`,
        name: `System ${number}`,
        nameZh: `业务系统 ${number}`,
        tenant: tenantIds[index % tenantIds.length]!,
        mlps: isImportant ? 3 : 2,
        zone: zoneOf('app', reach),
        criticality,
        dr: isImportant ? 'backup' : 'none',
        wavePriority: isImportant ? 2 : 1,
        downtimeMinutes: isImportant ? 120 : 240,
        components: componentsOf(number, shape, reach),
      },
      reach,
      shape,
      arch: onKunpeng ? 'aarch64' : 'x86_64',
    };
  });
}

/** What runs the platform itself is one system more, beside the 230. */
function operations(): SystemDraft {
  return {
    system: {
      id: 'platform-operations',
      name: 'Platform Operations Tools',
      nameZh: '平台运维工具',
      tenant: 'data-resources',
      mlps: 3,
      zone: 'management',
      criticality: 'important',
      dr: 'backup',
      wavePriority: 1,
      downtimeMinutes: 60,
      components: operationsShape.tiers.map(({ role }) => ({ id: role, role })),
    },
    reach: 'management',
    shape: operationsShape,
    arch: 'x86_64',
  };
}

function componentsOf(systemId: string, shape: Shape, reach: Reach): NonNullable<SystemInput['components']> {
  const home = zoneOf('app', reach);
  const components = shape.tiers.map(({ role }) => {
    const zone = zoneOf(role, reach);
    return { id: role, role, ...(zone === home ? {} : { zone }) };
  });
  return systemId in containerServices ? [...components, { id: 'service', role: 'service' }] : components;
}

function workloadsOf(draft: SystemDraft, os: string, random: Random): WorkloadInput[] {
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
