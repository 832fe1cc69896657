import type { Finding } from '@yunqian/hw-model';
import { suggest } from '../document/suggest.ts';
import { builtinRuleFamilies, builtinRuleIds } from '../lower/builtin-rules.ts';
import { hostAttributes, isHostAttribute } from '../lower/host-attributes.ts';
import { checkRecovery } from '../recovery/check-recovery.ts';
import type { Policy, PolicyRule } from './schema.ts';

/** What a policy can be told without an estate: unique rule ids, limits that contradict each other, rules that say nothing. */
export function checkPolicy(policy: Policy): Finding[] {
  return [...(policy.recovery === undefined ? [] : checkRecovery(policy.recovery)), ...checkRules(policy.rules)];
}

/** The same for rules that came with an inventory. Pointers begin at `/rules`. */
export function checkRules(rules: readonly PolicyRule[]): Finding[] {
  const findings: Finding[] = [];
  const ids = new Set<string>();
  rules.forEach((rule, i) => {
    const find = (code: string, severity: Finding['severity'], field: string, params: Finding['params'] = {}) =>
      findings.push({ code, severity, pointer: `/rules/${i}${field}`, params: { rule: rule.id, ...params } });
    if (ids.has(rule.id)) find('YQ1301', 'error', '/id');
    ids.add(rule.id);
    if (
      (builtinRuleIds as readonly string[]).includes(rule.id) ||
      builtinRuleFamilies.some((family) => rule.id.startsWith(`${family}:`)) ||
      coreIds.includes(rule.id)
    )
      find('YQ1302', 'error', '/id');
    checkOptions(rule, find);
  });
  return findings;
}

/** Ids under which the core itself reports. */
const coreIds = ['closed', 'pinned', 'unknownHost'];

function checkOptions(
  rule: PolicyRule,
  find: (code: string, severity: Finding['severity'], field: string, params?: Finding['params']) => void,
): void {
  switch (rule.rule) {
    case 'spread': {
      const { maxPerDomain, minPerDomain, maxSkew, minDomains } = rule;
      if (maxPerDomain === undefined && minPerDomain === undefined && maxSkew === undefined && minDomains === undefined)
        find('YQ1303', 'error', '');
      if (maxPerDomain !== undefined && minPerDomain !== undefined && minPerDomain > maxPerDomain)
        find('YQ1304', 'error', '/minPerDomain', { minPerDomain, maxPerDomain });
      return;
    }
    case 'eligibility': {
      const { op, values, host } = rule;
      if (!isHostAttribute(host))
        find('YQ1305', 'error', '/host', { host, near: suggest(host, hostAttributes) ?? hostAttributes.join(', ') });
      const presence = op === 'exists' || op === 'notExists';
      if (presence && values.length > 0) find('YQ1306', 'warning', '/values', { op });
      if (!presence && values.length === 0) find('YQ1307', 'error', '/op', { op });
      if ((op === 'atLeast' || op === 'atMost') && values.some((value) => !Number.isFinite(Number(value))))
        find('YQ1308', 'error', '/values', { op });
      return;
    }
    case 'domainCapacity':
      if (Object.keys(rule.limits).length === 0 && rule.defaultLimit === undefined) find('YQ1309', 'error', '');
      return;
    case 'capacity':
      // GB/T and vendor practice alike: what is promised in memory is there.
      if (rule.mode === 'hard' && rule.ratio > 1 && (rule.dimensions ?? ['memMiB']).includes('memMiB'))
        find('YQ1310', 'warning', '/ratio', { ratio: rule.ratio });
  }
}
