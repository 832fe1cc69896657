import type { Assumption, ExpandedFleet, FleetHost } from '@yunqian/hw-model';
import type { AttributeValue, Host, Problem, RuleSpec, Workload } from '@yunqian/scheduler-core';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Estate } from './estate/schema.ts';
import { lowerFederation } from './federation/lower-federation.ts';
import { createBoundaries } from './lower/boundaries.ts';
import { builtinRules, wantedAttributes } from './lower/builtin-rules.ts';
import { createCards } from './lower/cards.ts';
import { checkContradictions } from './lower/contradictions.ts';
import { createDimensions, storageLevel } from './lower/dimensions.ts';
import { createGroups } from './lower/groups.ts';
import { commonPool, createTolerationMatch, hostAttribute } from './lower/host-attributes.ts';
import type { Lowered } from './lower/lowered.ts';
import { networkRules } from './lower/network.ts';
import { createNuma } from './lower/numa.ts';
import { lowerRule, type PolicyContext } from './lower/policy-rules.ts';
import { createProtection, resourcePool } from './lower/protection.ts';
import { checkReach } from './lower/reach.ts';
import { replicaId, resolveEntries } from './lower/resolve-entries.ts';
import { createNameCheck } from './lower/select.ts';
import { siteTrafficRules } from './lower/site-traffic.ts';
import { limitSkewToReach } from './lower/spread-reach.ts';
import { createStorage, plannableIops } from './lower/storage.ts';
import { createTraffic } from './lower/traffic.ts';
import { trouble } from './lower/trouble.ts';
import type { Policy } from './policy/schema.ts';
import { keepFree, withoutFixedSpace } from './recovery/copy-space.ts';
import { lowerRecovery } from './recovery/lower-recovery.ts';
import { checkZones } from './security/check-zones.ts';
import { serviceAssumptions } from './services/assumptions.ts';
import { checkServicePlaces } from './services/check-places.ts';
import { withServices } from './services/expand-services.ts';
import { checkInstanceQuotas } from './services/instance-quotas.ts';
import { atInstances } from './services/pointers.ts';
import { serviceRules } from './services/rules.ts';
import { checkQuotaNames } from './tenancy/check-quota-names.ts';
import { quotaRules } from './tenancy/quota-rules.ts';
import { rightSize } from './usage/right-size.ts';

/**
 * An estate, a fleet and a policy as a problem of the core. From here on nothing knows of Huawei, of volumes or of
 * protection levels: there are dimensions, levels, attributes, groups and rules. Equal demands, capacities, domains
 * and attributes are shared objects, by which the core compresses.
 */
export function lower(given: Estate, fleet: ExpandedFleet, policy: Policy): Lowered {
  const estate = withServices(given);
  const diagnostics: Diagnostic[] = [
    ...checkServicePlaces(estate, fleet, policy),
    ...checkInstanceQuotas(estate, policy),
  ];
  const resolved = resolveEntries(estate, fleet, policy);
  const { omitted } = resolved;
  const { entries, assumptions: sizes } = rightSize(resolved.entries, policy.rightSize);
  const assumptions = [...resolved.assumptions, ...sizes];
  const storage = createStorage(policy.builtin.storage === 'off' ? { ...fleet, storagePools: [] } : fleet);
  const usedTypes = storage.types.filter((type) => entries.some(({ storageGiB }) => storageGiB.has(type)));
  const boundaries = createBoundaries(estate, fleet, policy, entries);
  diagnostics.push(...boundaries.diagnostics, ...checkZones(estate, fleet, entries));
  const statedIops = usedTypes.filter((type) =>
    fleet.storagePools.some((pool) => pool.type === type && plannableIops(pool) !== undefined),
  );
  const groups = createGroups(entries);
  const federation = lowerFederation(estate, fleet, policy, entries);
  const recovery = lowerRecovery(estate, fleet, policy, entries, groups, storage, federation.cloudsOf);
  diagnostics.push(...federation.diagnostics, ...recovery.diagnostics, ...checkQuotaNames(estate, fleet));
  const dimensions = [
    ...createDimensions(entries, usedTypes, policy.builtin.iops === 'off' ? [] : statedIops).map((dimension) =>
      withoutFixedSpace(dimension, recovery.space),
    ),
    ...boundaries.dimensions,
  ];
  const cards = createCards(fleet, entries);
  const numa = createNuma(fleet, policy.numa, entries, dimensions);
  diagnostics.push(...numa.diagnostics);
  const protection = createProtection(estate, fleet, policy, entries, groups);

  const rules: RuleSpec[] = builtinRules(fleet, policy, entries, dimensions, storage, groups, [
    ...protection.rules,
    ...federation.rules,
    ...recovery.rules,
    ...networkRules(fleet, policy, entries),
    ...boundaries.rules,
    ...cards.rules,
    ...numa.rules,
    ...quotaRules(estate, policy, entries, dimensions, groups),
  ]).map((rule) => keepFree(rule, recovery.space));
  const storageLevels = usedTypes.map(storageLevel);
  const placeOf = {
    cloud: fleet.hosts.map(({ cloud }) => cloud),
    site: fleet.hosts.map(({ site }) => site),
    room: fleet.hosts.map(({ room }) => room),
    rack: fleet.hosts.map(({ rack }) => rack),
    zone: fleet.hosts.map(({ zone }) => zone),
    host: fleet.hosts.map(({ id }) => id),
  };
  const context: PolicyContext = {
    dimensions,
    groups,
    domains: (topology) => [...new Set(placeOf[topology as keyof typeof placeOf])].filter((id) => id !== ''),
    unknownNames: createNameCheck(
      estate,
      fleet.zones.map(({ id }) => id),
    ),
    traffic: createTraffic(estate, entries, groups),
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
  const writtenIds = new Set(policy.rules.map(({ id }) => id));
  const written = [
    ...serviceRules(estate).map((rule) => ({ rule, source: { document: 'estate' as const, pointer: '/services' } })),
    ...estate.rules.map((rule, i) => ({ rule, source: { document: 'estate' as const, pointer: `/rules/${i}` } })),
    ...policy.rules.map((rule, i) => ({ rule, source: { document: 'policy' as const, pointer: `/rules/${i}` } })),
  ];
  for (const { rule, source } of written) {
    if (source.document === 'estate' && writtenIds.has(rule.id)) {
      diagnostics.push(trouble('YQ2021', 'info', 'estate', source.pointer, { rule: rule.id }));
      continue;
    }
    const spec = lowerRule(rule, source, context);
    if (spec !== null) rules.push(spec);
  }

  rules.push(...siteTrafficRules(estate, fleet, policy, entries, groups, rules));

  const hostKeys = [...new Set(rules.flatMap((rule) => (rule.kind === 'eligibility' ? [rule.hostKey] : [])))];
  const planeOf = new Map(fleet.zones.map(({ id, kind }) => [id, kind === 'management' ? 'management' : 'tenant']));
  const readers = hostKeys.map((key) => {
    if (key === 'crossings') return [key, ({ site }: FleetHost) => boundaries.offered(site)] as const;
    if (key === 'plane') return [key, ({ zone }: FleetHost) => planeOf.get(zone) ?? 'tenant'] as const;
    return [key, hostAttribute(key, storage)] as const;
  });
  const levels = ['cloud', 'site', 'room', 'rack', 'zone'] as const;
  const share = createSharing();
  const hosts = fleet.hosts.map((host): Host => {
    const attributes: Record<string, AttributeValue> = {};
    for (const [key, read] of readers) {
      const value = read(host);
      if (value !== undefined) attributes[key] = value;
    }
    const own = merged(cards.on(host), numa.on(host));
    return {
      id: host.id,
      capacity: share(dimensions.map((dimension) => dimension.capacity(host))),
      domains: share([
        ...levels.map((level) => host[level]),
        ...usedTypes.map((type) => storage.setOf(host, type)?.id ?? ''),
        ...boundaries.levels.map(({ site, boundary }) => (site === host.site ? boundary : '')),
        ...(protection.poolLevel === undefined ? [] : [resourcePool(host)]),
      ]),
      attributes: share(attributes),
      ...(host.closed && { closed: true }),
      ...(own && { cards: share(own) }),
    };
  });

  const pools = new Set(fleet.hosts.map(({ pool }) => pool || commonPool));
  const tolerated = createTolerationMatch(fleet);
  const entryOf = new Int32Array(entries.reduce((sum, { count }) => sum + count, 0));
  const workloads: Workload[] = [];
  entries.forEach((entry, at) => {
    const demand = share(dimensions.map((dimension) => dimension.demand(entry)));
    const crossings = boundaries.wanted(entry);
    const attributes = share({
      ...wantedAttributes(entry, pools, tolerated),
      ...protection.wanted(entry),
      ...federation.wanted(entry),
      ...recovery.wanted(entry),
      ...(crossings.length > 0 && { crossings }),
    });
    const asked = merged(cards.wanted(entry), numa.wanted(entry));
    entryOf.fill(at, entry.first, entry.first + entry.count);
    for (let i = 0; i < entry.count; i++) {
      workloads.push({
        id: replicaId(entry.workload, i),
        demand,
        attributes,
        ...(entry.priority !== 0 && { priority: entry.priority }),
        ...(asked && { cards: asked }),
      });
    }
  });
  const whole: Problem = {
    formatVersion: '1.0',
    name: estate.name,
    dimensions: dimensions.map(({ id }) => id),
    levels: [
      ...levels,
      ...storageLevels,
      ...boundaries.levels.map(({ id }) => id),
      ...(protection.poolLevel === undefined ? [] : [protection.poolLevel]),
    ],
    hosts,
    workloads,
    groups: groups.used(),
    rules,
  };
  diagnostics.push(...checkReach(fleet, policy, entries, storage), ...checkContradictions(whole));
  const inWritten = atInstances(estate);
  const { problem, writtenRule } = limitSkewToReach(whole);
  return {
    problem,
    diagnostics: diagnostics.map((found) => (found.document === 'estate' ? inWritten(found) : found)),
    omitted,
    assumptions: [
      ...fleet.assumptions,
      ...estate.assumptions,
      ...assumptions,
      ...serviceAssumptions(estate),
      ...modelAssumptions(fleet, policy),
      ...numa.assumptions,
      ...recovery.assumptions,
      ...boundaries.assumptions,
    ],
    index: {
      entries,
      entryOf,
      hosts: fleet.hosts,
      dimensions,
      storage,
      boundaries,
      estate,
      fleet,
      writtenRule,
      ...(recovery.model && { recovery: recovery.model }),
    },
  };
}

/** Figures and simplifications of the model itself that this fleet rests on. */
function modelAssumptions(fleet: ExpandedFleet, policy: Policy): Assumption[] {
  if (fleet.storagePools.length > 0 || policy.builtin.storage === 'off') return [];
  return [
    {
      subject: 'fleet',
      field: 'storagePools',
      value: 'none',
      reason: 'the fleet describes no storage pools: space for volumes is not checked',
    },
  ];
}

/** Both, where there are both. */
function merged<T extends object>(a: T | undefined, b: T | undefined): T | undefined {
  return a && b ? { ...a, ...b } : (a ?? b);
}

/** Equal values become one object. */
function createSharing(): <T extends object>(value: T) => T {
  const known = new Map<string, object>();
  return (value) => {
    const key = JSON.stringify(value);
    const first = known.get(key);
    if (first !== undefined) return first as typeof value;
    known.set(key, value);
    return value;
  };
}
