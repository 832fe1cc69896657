import type { EstateInput } from '../estate/schema.ts';
import type { SystemDraft } from './drafts.ts';
import type { Random } from './random.ts';

type Dependency = NonNullable<EstateInput['dependencies']>[number];

/** Connections at once for each Mbit/s, for want of anything published. */
const sessionsPerMbps = 20;

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

/** How closely two systems hang together: `mutual` ones call each other strongly and so cut over together. */
type Tie = 'mutual' | 'strong' | 'weak';

/** Named systems that call one another. Assumed from what the names say. */
const namedFlows: readonly (readonly [from: string, to: string, tie: Tie])[] = [
  ['fiscal-approval', 'fiscal-information', 'mutual'],
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

/** In every so many bureaus two of the unnamed systems are tied, by turns in these ways. */
const tiedBureauEvery = 3;
const ties = ['mutual', 'strong'] as const;
const sharingShare = 0.6;

export function dependenciesOf(drafts: readonly SystemDraft[], random: Random): Dependency[] {
  const named = namedFlows.flatMap(([from, to, tie]) => flows(from, to, tie));
  return [...drafts.flatMap(flowsInside), ...named, ...flowsOfNeutral(drafts, random)];
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
      sessions: bandwidthMbps * sessionsPerMbps,
      port,
    }));
}

/** Most unnamed systems use the sharing platform; some pairs of one bureau are tied closely. */
function flowsOfNeutral(drafts: readonly SystemDraft[], random: Random): Dependency[] {
  const neutral = drafts.map(({ system }) => system).filter(({ id }) => id.startsWith('sys-'));
  const sharing = neutral
    .filter(() => random.next() < sharingShare)
    .flatMap(({ id }) => flows(id, 'exchange-sharing', 'weak'));
  const tenants = [...new Set(neutral.map(({ tenant }) => tenant))];
  const pairs = tenants
    .filter((_, index) => index % tiedBureauEvery === 0)
    .map((owner) => neutral.filter(({ tenant }) => tenant === owner))
    .filter((systems) => systems.length > 1)
    .flatMap(([one, other], index) => flows(one!.id, other!.id, ties[index % ties.length]!));
  return [...sharing, ...pairs];
}

function flows(from: string, to: string, tie: Tie): Dependency[] {
  const one = (a: string, b: string): Dependency => ({
    from: `system:${a}`,
    to: `system:${b}`,
    strength: tie === 'weak' ? 'weak' : 'strong',
    bandwidthMbps: tie === 'weak' ? 10 : 50,
    sessions: (tie === 'weak' ? 10 : 50) * sessionsPerMbps,
    port: 443,
  });
  return tie === 'mutual' ? [one(from, to), one(to, from)] : [one(from, to)];
}
