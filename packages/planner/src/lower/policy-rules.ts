import type { RuleSpec } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../document/suggest.ts';
import type { PolicyRule, Select } from '../policy/schema.ts';
import { type Dimension, maxQuantity } from './dimensions.ts';
import type { Groups, NamedGroup } from './groups.ts';
import type { Per, UnknownName } from './select.ts';
import type { Rates } from './traffic.ts';
import { trouble } from './trouble.ts';

/** What lowering a written rule needs to know. */
export interface PolicyContext {
  readonly dimensions: readonly Dimension[];
  readonly groups: Groups;
  /** Ids of the domains of a level that hosts stand in. */
  domains(topology: string): readonly string[];
  unknownNames(select: Select): readonly UnknownName[];
  /** What the estate's dependencies send between selected workloads; takes their groups into the problem. */
  traffic(rule: string, select: Select): Rates;
  report(diagnostic: Diagnostic): void;
}

/** Where a rule is written. */
export interface RuleSource {
  readonly document: 'policy' | 'estate';
  readonly pointer: string;
}

/** A rule as people write it to a rule of the core; null where nothing is left of it, and then a diagnostic says why. */
export function lowerRule(rule: PolicyRule, source: RuleSource, context: PolicyContext): RuleSpec | null {
  const { groups } = context;
  const report = (code: string, severity: Diagnostic['severity'], params: Diagnostic['params'], at = '') =>
    context.report(trouble(code, severity, source.document, `${source.pointer}${at}`, { rule: rule.id, ...params }));
  const base = { id: rule.id, mode: rule.mode, when: rule.when, level: rule.level, weight: rule.weight };

  const reportUnknown = ({ field, name, near }: UnknownName, at: string) =>
    report(
      near === undefined ? 'YQ2004' : 'YQ2005',
      'warning',
      { field, name, ...(near !== undefined && { near }) },
      `${at}/${field}`,
    );
  const select = (selection: Select, per: Per, at: string, id = rule.id) => {
    for (const unknown of context.unknownNames(selection)) reportUnknown(unknown, at);
    const found = groups.select(id, selection, per);
    if (found.selected === 0) report('YQ2003', 'warning', {}, at);
    if (found.ownerless > 0) report('YQ2006', 'warning', { count: found.ownerless, per }, at);
    return found.groups;
  };
  /** Groups of two and more: alone, a workload is apart from and together with everything. */
  const gather = (selection: Select, per: Per, smallest = 2): string[] => {
    const all = select(selection, per, '/select');
    const useful = all.filter(({ members }) => members.length >= smallest);
    if (all.length > 0 && useful.length === 0) report('YQ2007', 'info', {});
    return groups.use(useful);
  };

  switch (rule.rule) {
    case 'capacity': {
      const named = rule.dimensions?.map((name, i) => findDimension(name, `/dimensions/${i}`, true));
      if (named?.includes(undefined)) return null;
      const dimensions = named?.map((found) => found!.dimension) ?? context.dimensions.filter(({ onHosts }) => onHosts);
      return { kind: 'capacity', ...base, dimensions: [...new Set(dimensions.map(({ id }) => id))], ratio: rule.ratio };
    }
    case 'domainCapacity': {
      const found = findDimension(rule.dimension, '/dimension', false);
      if (found === undefined) return null;
      const whole = (limit: number) => Math.min(maxQuantity, Math.floor(limit * found.factor));
      const limits = Object.fromEntries(
        Object.entries(rule.limits).flatMap(([name, limit]) =>
          findDomains(name, rule.topology, '/limits').map((id) => [id, whole(limit)]),
        ),
      );
      const everybody = Object.keys(rule.select).length === 0;
      const members = everybody ? [] : select(rule.select, 'all', '/select');
      if (!everybody && members.length === 0) return null;
      return {
        kind: 'domainCapacity',
        ...base,
        topology: rule.topology,
        dimension: found.dimension.id,
        limits,
        ...(rule.defaultLimit !== undefined && { defaultLimit: whole(rule.defaultLimit) }),
        ...(!everybody && { groups: groups.use(members) }),
      };
    }
    case 'eligibility': {
      const everybody = Object.keys(rule.select).length === 0;
      const members = everybody ? [] : select(rule.select, 'all', '/select');
      if (!everybody && members.length === 0) return null;
      const needsValues = rule.op !== 'exists' && rule.op !== 'notExists';
      return {
        kind: 'eligibility',
        ...base,
        hostKey: rule.host,
        op: rule.op,
        ...(needsValues && { values: rule.values }),
        ...(!everybody && { groups: groups.use(members) }),
      };
    }
    case 'conflict': {
      const [a] = select(rule.a, 'all', '/a', `${rule.id}/a`);
      const [b] = select(rule.b, 'all', '/b', `${rule.id}/b`);
      if (a === undefined || b === undefined) return null;
      const both = shared(a, b);
      if (both > 0) report('YQ2017', 'warning', { count: both });
      const [groupA, groupB] = groups.use([a, b]) as [string, string];
      return { kind: 'conflict', ...base, topology: rule.topology, groupA, groupB };
    }
    case 'dependency': {
      const [a] = select(rule.a, 'all', '/a', `${rule.id}/a`);
      const [b] = select(rule.b, 'all', '/b', `${rule.id}/b`);
      if (a === undefined || b === undefined) return null;
      const [needing, needed] = groups.use([a, b]) as [string, string];
      return { kind: 'dependency', ...base, topology: rule.topology, needs: { [needing]: [needed] } };
    }
    case 'moveLimit':
    case 'moveCost': {
      const everybody = Object.keys(rule.select).length === 0;
      const members = everybody ? [] : select(rule.select, 'all', '/select');
      if (!everybody && members.length === 0) return null;
      const whose = everybody ? {} : { groups: groups.use(members) };
      return rule.rule === 'moveLimit'
        ? { kind: 'moveLimit', ...base, ...whose, limit: rule.limit }
        : { kind: 'moveCost', ...base, ...whose, price: rule.price };
    }
    case 'activation':
      return { kind: 'activation', ...base, price: rule.price };
    case 'quota': {
      const named = Object.entries(rule.amounts).map(([name, amount]) => ({
        found: findDimension(name, `/amounts/${name}`, false),
        amount,
      }));
      if (named.some(({ found }) => found === undefined)) return null;
      const limits = Object.fromEntries(
        named.map(({ found, amount }) => [
          found!.dimension.id,
          Math.min(maxQuantity, Math.floor(amount * found!.factor)),
        ]),
      );
      const domains = rule.domains?.flatMap((name) => findDomains(name, rule.topology, '/domains'));
      return some(gather(rule.select, rule.per, 1), (ids) => ({
        kind: 'groupCapacity',
        ...base,
        groups: ids,
        limits,
        ...(domains !== undefined && { topology: rule.topology, domains: [...new Set(domains)] }),
      }));
    }
    case 'traffic': {
      for (const unknown of context.unknownNames(rule.select)) reportUnknown(unknown, '/select');
      const rates = context.traffic(rule.id, rule.select);
      if (Object.keys(rates).length === 0) {
        report('YQ2025', 'warning', {}, '/select');
        return null;
      }
      // The core counts kbit/s, prices are per Mbit/s.
      return { kind: 'traffic', ...base, weight: base.weight / 1000, rates, prices: rule.prices, apart: rule.apart };
    }
    case 'reserve': {
      const named = rule.dimensions?.map((name, i) => findDimension(name, `/dimensions/${i}`, true));
      if (named?.includes(undefined)) return null;
      const dimensions = named?.map((found) => found!.dimension) ?? context.dimensions.filter(({ onHosts }) => onHosts);
      return {
        kind: 'failoverReserve',
        ...base,
        topology: rule.topology,
        count: rule.count,
        ...(rule.scope !== undefined && { scope: rule.scope }),
        dimensions: [...new Set(dimensions.map(({ id }) => id))],
        ratio: rule.ratio,
      };
    }
    case 'separate':
      return some(gather(rule.select, rule.per), (ids) => ({
        kind: 'separate',
        ...base,
        topology: rule.topology,
        groups: ids,
      }));
    case 'colocate':
      return some(gather(rule.select, rule.per, rule.maxDomains + 1), (ids) => ({
        kind: 'colocate',
        ...base,
        topology: rule.topology,
        groups: ids,
        maxDomains: rule.maxDomains,
      }));
    case 'exclusive':
      return some(gather(rule.select, rule.per, 1), (ids) => ({
        kind: 'exclusive',
        ...base,
        topology: rule.topology,
        groups: ids,
      }));
    case 'spread': {
      const { maxPerDomain, minPerDomain, maxSkew, minDomains } = rule;
      return some(gather(rule.select, rule.per, minPerDomain === undefined ? 2 : 1), (ids) => ({
        kind: 'spread',
        ...base,
        topology: rule.topology,
        groups: ids,
        ...(maxPerDomain !== undefined && { maxPerDomain }),
        ...(minPerDomain !== undefined && { minPerDomain }),
        ...(maxSkew !== undefined && { maxSkew }),
        ...(minDomains !== undefined && { minDomains }),
      }));
    }
  }

  function findDimension(
    name: string,
    at: string,
    onHosts: boolean,
  ): { dimension: Dimension; factor: number } | undefined {
    const usable = context.dimensions.filter((dimension) => dimension.onHosts || !onHosts);
    for (const dimension of usable) {
      if (dimension.id === name) return { dimension, factor: 1 };
      const factor = dimension.aliases[name];
      if (factor !== undefined) return { dimension, factor };
    }
    const names = usable.flatMap(({ id, aliases }) => [...Object.keys(aliases), id]);
    report('YQ2008', 'error', { name, near: suggest(name, names) ?? names.join(', ') }, at);
    return undefined;
  }

  /** A short name (`r-03`) stands for every domain that ends in it. */
  function findDomains(name: string, topology: string, at: string): readonly string[] {
    const domains = context.domains(topology);
    const found = domains.filter((id) => id === name || id.endsWith(`/${name}`));
    if (found.length === 0)
      report(
        'YQ2009',
        'warning',
        { name, topology, near: suggest(name, domains) ?? domains.slice(0, 5).join(', ') },
        at,
      );
    return found;
  }
}

const some = (ids: readonly string[], make: (ids: readonly string[]) => RuleSpec): RuleSpec | null =>
  ids.length === 0 ? null : make(ids);

function shared(a: NamedGroup, b: NamedGroup): number {
  const members = new Set(a.members);
  return b.members.reduce((count, member) => count + Number(members.has(member)), 0);
}
