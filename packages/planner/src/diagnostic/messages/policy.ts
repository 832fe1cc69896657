import type { Messages } from './message.ts';

/** YQ13xx: policies. Append-only. */
export const policyMessages = {
  YQ1301: {
    en: {
      text: 'The rule id `{rule}` is used twice',
      action: 'Give each rule its own id: explanations and violations name it.',
    },
    'zh-CN': { text: '规则标识 `{rule}` 重复', action: '请为每条规则使用不同标识：解释与违规信息均以其为准。' },
  },
  YQ1302: {
    en: {
      text: 'The rule id `{rule}` belongs to a built-in rule',
      action: 'Choose another id; built-in rules are set under `builtin`.',
    },
    'zh-CN': { text: '规则标识 `{rule}` 为内置规则所用', action: '请更换标识；内置规则在 `builtin` 下设置。' },
  },
  YQ1303: {
    en: {
      text: 'The rule `{rule}` spreads without a limit',
      action: 'Give at least one of `maxPerDomain`, `minPerDomain`, `maxSkew`, `minDomains`.',
    },
    'zh-CN': {
      text: '规则 `{rule}` 未给出任何打散限制',
      action: '请至少填写 `maxPerDomain`、`minPerDomain`、`maxSkew`、`minDomains` 之一。',
    },
  },
  YQ1304: {
    en: {
      text: 'The rule `{rule}` wants at least {minPerDomain} and at most {maxPerDomain} in a domain',
      action: 'Lower `minPerDomain` or raise `maxPerDomain`.',
    },
    'zh-CN': {
      text: '规则 `{rule}` 要求每个故障域至少 {minPerDomain} 个且至多 {maxPerDomain} 个',
      action: '请调低 `minPerDomain` 或调高 `maxPerDomain`。',
    },
  },
  YQ1305: {
    en: {
      text: 'The rule `{rule}` asks for the host attribute `{host}`, which hosts do not have',
      action: 'Use {near}, or `label:KEY`.',
    },
    'zh-CN': { text: '规则 `{rule}` 引用的主机属性 `{host}` 不存在', action: '可用：{near}，或 `label:KEY`。' },
  },
  YQ1306: {
    en: {
      text: 'The rule `{rule}` gives values, which `{op}` does not look at',
      action: 'Remove `values`, or use `in`.',
    },
    'zh-CN': { text: '规则 `{rule}` 给出了取值，但 `{op}` 不使用取值', action: '请删除 `values`，或改用 `in`。' },
  },
  YQ1307: {
    en: { text: 'The rule `{rule}` gives no values for `{op}`', action: 'Add `values`.' },
    'zh-CN': { text: '规则 `{rule}` 使用 `{op}` 但未给出取值', action: '请补充 `values`。' },
  },
  YQ1308: {
    en: {
      text: 'The rule `{rule}` compares with `{op}`, but not all its values are numbers',
      action: 'Give numbers, or use `in`.',
    },
    'zh-CN': { text: '规则 `{rule}` 使用 `{op}` 比较，但取值并非都是数字', action: '请填写数字，或改用 `in`。' },
  },
  YQ1309: {
    en: { text: 'The rule `{rule}` limits nothing', action: 'Give `limits` by domain, or a `defaultLimit` for all.' },
    'zh-CN': {
      text: '规则 `{rule}` 未设置任何上限',
      action: '请按故障域填写 `limits`，或用 `defaultLimit` 设置统一上限。',
    },
  },
  YQ1310: {
    en: {
      text: 'The rule `{rule}` oversells memory by {ratio}',
      action: 'Keep memory at 1 unless the hosts are set up for it: a host that runs out kills workloads.',
    },
    'zh-CN': {
      text: '规则 `{rule}` 对内存按 {ratio} 倍超分',
      action: '除非主机已做相应配置，请将内存超分比保持为 1：内存耗尽会导致工作负载被终止。',
    },
  },
} as const satisfies Messages;
