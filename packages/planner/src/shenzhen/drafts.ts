import type { EstateInput } from '../estate/schema.ts';
import { bureauCount, namedBureaus, namedSystems, type Reach, systemCount } from './published.ts';
import type { Random } from './random.ts';
import {
  coreDatabase,
  coreShape,
  generalShapes,
  importantShape,
  largeCoreDatabase,
  operationsShape,
  type Shape,
  zoneOf,
} from './shapes.ts';

type SystemInput = NonNullable<EstateInput['systems']>[number];

/** A system with what the generator needs to write its parts. */
export interface SystemDraft {
  readonly system: SystemInput & { readonly id: string; readonly tenant: string };
  readonly reach: Reach | 'management';
  readonly shape: Shape;
  readonly arch: 'x86_64' | 'aarch64';
}

/** Instances of container services, by system: the first phase is mainly virtual machines. */
export const containerServices: Readonly<Record<string, number>> = {
  ishenzhen: 36,
  'service-platform': 36,
  'smart-office': 24,
  'exchange-sharing': 24,
};
const largeDatabases = new Set(['ishenzhen', 'service-platform', 'exchange-sharing', 'service-system']);

/** All systems: the named ones, the unnamed ones, and the platform's own tools. */
export function draftSystems(random: Random): SystemDraft[] {
  return [...coreSystems(), ...neutralSystems(random), operations()];
}

export function tenants(): NonNullable<EstateInput['tenants']> {
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

const unnamed = systemCount - namedSystems.length;
const important = 60;
const onKunpeng = 10;
/** How many of the unnamed systems are of each kind; each table sums to the systems that it deals to. */
const kindShares = [
  ['important', important],
  ['general', unnamed - important],
] as const;
const shapeShares = [
  ['single', 38],
  ['twoTier', 50],
  ['threeTier', 40],
  ['doubled', 25],
] as const;
const importantReach: readonly (readonly [Reach, number])[] = [
  ['internet', 20],
  ['public', 20],
  ['private', 20],
];
const generalReach: readonly (readonly [Reach, number])[] = [
  ['internet', 50],
  ['public', 53],
  ['private', 50],
];

/** Systems that nobody named: importance, reach and shape are dealt out in fixed shares. */
function neutralSystems(random: Random): SystemDraft[] {
  const shapes = random.deal(shapeShares);
  const reaches = { important: random.deal(importantReach), general: random.deal(generalReach) };
  const kinds = random.deal(kindShares);
  const tenantIds = tenants().map(({ id }) => id);
  let kunpengLeft = onKunpeng;
  return kinds.map((criticality, index) => {
    const isImportant = criticality === 'important';
    const reach = reaches[criticality].pop()!;
    const shape: Shape = isImportant ? importantShape : generalShapes[shapes.pop()!];
    const number = String(namedSystems.length + index + 1).padStart(3, '0');
    const id = `sys-${number}`;
    const redeployed = isImportant && reach === 'public' && kunpengLeft-- > 0;
    return {
      system: {
        id,
        name: `System ${number}`,
        nameZh: `业务系统 ${number}`,
        tenant: tenantIds[index % tenantIds.length]!,
        mlps: isImportant ? 3 : 2,
        zone: zoneOf('app', reach),
        criticality,
        dr: isImportant ? 'backup' : 'none',
        wavePriority: isImportant ? 2 : 1,
        downtimeMinutes: isImportant ? 120 : 240,
        components: componentsOf(id, shape, reach),
      },
      reach,
      shape,
      arch: redeployed ? 'aarch64' : 'x86_64',
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
      platform: true,
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
