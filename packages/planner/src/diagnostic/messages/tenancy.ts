import type { Messages } from './message.ts';

/** YQ17xx: tenants and their quotas in documents. Append-only. */
export const tenancyMessages = {
  YQ1701: {
    en: { text: 'Tenant {tenant} has two quotas for one scope', action: 'Write one quota for each cloud and zone.' },
    'zh-CN': { text: '租户 {tenant} 在同一范围内有两份配额', action: '每个云与安全域的组合只写一份配额。' },
  },
  YQ1702: {
    en: {
      text: 'Tenant {tenant} hands out {sum} {what} to the tenants below it and has {limit} itself',
      action: 'Lower theirs, raise its own, or set `overbooked: true` where this is meant.',
    },
    'zh-CN': {
      text: '租户 {tenant} 向下级分配的 {what} 合计 {sum}，超过自身的 {limit}',
      action: '请调低下级配额、调高自身配额，或在确属有意时设置 `overbooked: true`。',
    },
  },
  YQ1703: {
    en: {
      text: 'A quota of tenant {tenant} names the {what} `{name}`, which is not there: nothing counts against it',
      action: 'Mend the name: {near}.',
    },
    'zh-CN': {
      text: '租户 {tenant} 的配额所指 {what} `{name}` 不存在：不会有任何用量计入',
      action: '请更正名称：{near}。',
    },
  },
} as const satisfies Messages;
