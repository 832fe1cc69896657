import type { EstateInput } from '../estate/schema.ts';
import type { SystemDraft } from './estate.ts';
import type { Random } from './random.ts';

type Dependency = NonNullable<EstateInput['dependencies']>[number];

/** Tiers that call one another, with the port called and the traffic between them. All figures assumed. */
const tierFlows = [
  { from: 'web', to: 'app', port: 8080, bandwidthMbps: 50 },
  { from: 'web', to: 'db', port: 3306, bandwidthMbps: 20, unless: 'app' },
  { from: 'app', to: 'db', port: 3306, bandwidthMbps: 50 },
  { from: 'app', to: 'cache', port: 6379, bandwidthMbps: 50 },
  { from: 'app', to: 'file', port: 2049, bandwidthMbps: 100 },
  { from: 'web', to: 'service', port: 443, bandwidthMbps: 50 },
  { from: 'service', to: 'db', port: 3306, bandwidthMbps: 50 },
  { from: 'monitor', to: 'db', port: 5432, bandwidthMbps: 20 },
] as const;

/** Named systems that call one another; `strong` ones cut over together. Assumed from what the names say. */
const namedFlows: readonly (readonly [from: string, to: string, strength: 'strong' | 'weak'])[] = [
  ['fiscal-approval', 'fiscal-information', 'strong'],
  ['service-system', 'service-platform', 'strong'],
  ['ishenzhen', 'service-platform', 'weak'],
  ['government-wechat', 'service-platform', 'weak'],
  ['smart-office', 'performance-appraisal', 'weak'],
  ['emergency-wechat', 'early-warning', 'weak'],
  ['safety-management', 'early-warning', 'weak'],
  ['sponge-city', 'early-warning', 'weak'],
  ['public-trading', 'fiscal-information', 'weak'],
  ['financial-services', 'exchange-sharing', 'weak'],
];

/** In every so many bureaus, two of the unnamed systems cut over together. */
const strongPairEvery = 4;
const sharingShare = 0.6;

export function dependenciesOf(drafts: readonly SystemDraft[], random: Random): Dependency[] {
  return [...drafts.flatMap(flowsInside), ...flowsBetweenNamed(), ...flowsOfNeutral(drafts, random)];
}

function flowsInside({ system }: SystemDraft): Dependency[] {
  const tiers = new Set((system.components ?? []).map(({ id }) => id));
  return tierFlows
    .filter((flow) => tiers.has(flow.from) && tiers.has(flow.to) && !('unless' in flow && tiers.has(flow.unless)))
    .map(({ from, to, port, bandwidthMbps }) => ({
      from: `component:${system.id}/${from}`,
      to: `component:${system.id}/${to}`,
      strength: 'strong',
      bandwidthMbps,
      port,
    }));
}

function flowsBetweenNamed(): Dependency[] {
  return namedFlows.map(([from, to, strength]) => ({
    from: `system:${from}`,
    to: `system:${to}`,
    strength,
    bandwidthMbps: strength === 'strong' ? 50 : 10,
    port: 443,
  }));
}

/** Most unnamed systems use the sharing platform; some pairs of one bureau are tied closely. */
function flowsOfNeutral(drafts: readonly SystemDraft[], random: Random): Dependency[] {
  const neutral = drafts.filter(({ system }) => system.id.startsWith('sys-'));
  const sharing = neutral
    .filter(() => random.next() < sharingShare)
    .map(({ system }) => flow(system.id, 'exchange-sharing', 'weak'));
  const tenants = [...new Set(neutral.map(({ system }) => system.tenant))];
  const pairs = tenants
    .filter((_, index) => index % strongPairEvery === 0)
    .map((tenant) => neutral.filter(({ system }) => system.tenant === tenant))
    .filter((systems) => systems.length > 1)
    .map(([one, other]) => flow(one!.system.id, other!.system.id, 'strong'));
  return [...sharing, ...pairs];
}

function flow(from: string, to: string, strength: 'strong' | 'weak'): Dependency {
  return { from: `system:${from}`, to: `system:${to}`, strength, bandwidthMbps: 10, port: 443 };
}
