import type { Messages } from './message.ts';

/** YQ19xx: documents of phases. Append-only. */
export const phasesMessages = {
  YQ1901: {
    en: { text: 'There are two phases `{phase}`', action: 'Give each phase an id of its own.' },
    'zh-CN': { text: '存在两个阶段 `{phase}`', action: '请为每个阶段使用不同的标识。' },
  },
  YQ1902: {
    en: {
      text: 'Phase `{phase}` begins on {from}, not after the phase before it ({before})',
      action: 'Write the phases in the order in which they come.',
    },
    'zh-CN': {
      text: '阶段 `{phase}` 始于 {from}，不晚于前一阶段（{before}）',
      action: '请按先后顺序书写各阶段。',
    },
  },
  YQ1903: {
    en: {
      text: 'The first phase, `{phase}`, names no {field}',
      action: 'Add `{field}`: later phases may leave it out.',
    },
    'zh-CN': { text: '首个阶段 `{phase}` 未指定 {field}', action: '请补充 `{field}`；后续阶段可省略。' },
  },
  YQ1904: {
    en: {
      text: 'Phase `{phase}` names an estate and changes to the one before',
      action: 'Keep `estate` or `changes`.',
    },
    'zh-CN': {
      text: '阶段 `{phase}` 同时指定了 estate 与对前一阶段的变更',
      action: '请只保留 `estate` 或 `changes`。',
    },
  },
  YQ1905: {
    en: {
      text: 'There is no `{id}` among the {list} of the phase before',
      action: 'Mend the id; close to it: {near}.',
    },
    'zh-CN': { text: '前一阶段的 {list} 中没有 `{id}`', action: '请更正标识；相近的有：{near}。' },
  },
  YQ1906: {
    en: {
      text: '`{id}` comes, but the {list} of the phase before have it already',
      action: 'Change it instead, or remove it first.',
    },
    'zh-CN': { text: '新增的 `{id}` 已存在于前一阶段的 {list} 中', action: '请改用变更，或先删除。' },
  },
} as const satisfies Messages;
