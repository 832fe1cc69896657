import type { ExpandedFleet } from '@yunqian/hw-model';
import type { RuleSpec } from '@yunqian/scheduler-core';
import type { Estate } from '../estate/schema.ts';
import type { Policy } from '../policy/schema.ts';
import type { Groups } from './groups.ts';
import type { Entry } from './resolve-entries.ts';
import { createTraffic } from './traffic.ts';

export const siteTrafficRule = 'siteTraffic';

const everybody = {};
/** Goals of the core have so many levels. */
const lastLevel = 16;

/**
 * What talks is placed in one site: kbit/s between sites, as the last of the goals (R15). Only where a link between sites is
 * described, and `builtin.siteLink` is not off. That links carry what is left is checked when everybody stands.
 */
export function siteTrafficRules(
  estate: Estate,
  fleet: ExpandedFleet,
  policy: Policy,
  entries: readonly Entry[],
  groups: Groups,
  others: readonly RuleSpec[],
): RuleSpec[] {
  const inhabited = new Set(fleet.hosts.map(({ site }) => site));
  const joined = fleet.links.some(({ from, to }) => inhabited.has(from) && inhabited.has(to));
  if (policy.builtin.siteLink === 'off' || !joined) return [];
  const rates = createTraffic(estate, entries, groups)(siteTrafficRule, everybody);
  if (Object.keys(rates).length === 0) return [];
  const last = Math.max(0, ...others.map(({ mode, level = 1 }) => (mode === 'soft' ? level : 0)));
  return [
    {
      kind: 'traffic',
      id: siteTrafficRule,
      mode: 'soft',
      level: Math.min(lastLevel, last + 1),
      rates,
      prices: { site: 0 },
      apart: 1,
    },
  ];
}

/** The rules with flows between sites before every other goal: for links that are too narrow for what the goals leave apart. */
export function withTrafficFirst(rules: readonly RuleSpec[]): RuleSpec[] {
  return rules.map((rule): RuleSpec => {
    if (rule.id === siteTrafficRule) return { ...rule, level: 1 };
    return rule.mode === 'soft' ? { ...rule, level: Math.min(lastLevel, (rule.level ?? 1) + 1) } : rule;
  });
}
