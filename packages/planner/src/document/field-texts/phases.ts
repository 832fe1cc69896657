import type { FieldTexts } from './field-text.ts';

export const phasesTexts: FieldTexts = {
  '': {
    en: [
      'Phases',
      'States of the cloud in the order in which they come; each is planned from the one before with few moves.',
    ],
    'zh-CN': ['建设阶段', '按先后顺序排列的各阶段；每一阶段在前一阶段基础上以最少迁移进行规划。'],
  },
  phases: { en: ['Phases in order'], 'zh-CN': ['按顺序排列的阶段'] },
  'phases.id': {
    en: ['Identifier', 'Also the folder that its plan is written into.'],
    'zh-CN': ['标识', '同时作为写出规划的目录名。'],
  },
  'phases.from': { en: ['First day on which it stands'], 'zh-CN': ['该阶段生效的首日'] },
  'phases.fleet': {
    en: [
      'Fleet document',
      'A file beside this document; not named: as in the phase before. So are policy, estate and programme.',
    ],
    'zh-CN': ['fleet 文档', '相对于本文档的文件；未指定时沿用前一阶段。policy、estate 与 programme 亦同。'],
  },
  'phases.policy': { en: ['Policy document'], 'zh-CN': ['policy 文档'] },
  'phases.estate': { en: ['Estate document'], 'zh-CN': ['estate 文档'] },
  'phases.programme': { en: ['Programme of the migration of this phase'], 'zh-CN': ['本阶段迁移的 programme 文档'] },
  'phases.changes': {
    en: ['What comes, changes and goes in the estate of the phase before'],
    'zh-CN': ['相对前一阶段 estate 的新增、变更与删除'],
  },
  'phases.changes.name': { en: ['Name of the changed estate'], 'zh-CN': ['变更后 estate 的名称'] },
  'phases.changes.add': { en: ['What comes'], 'zh-CN': ['新增'] },
  'phases.changes.change': {
    en: ['What changes', 'Only what is written is set; null takes a field away.'],
    'zh-CN': ['变更', '只设置所写的字段；null 表示删除该字段。'],
  },
  'phases.changes.remove': {
    en: ['What goes', 'With a system go its workloads, with either end a dependency.'],
    'zh-CN': ['删除', '删除业务系统时一并删除其工作负载；任一端删除时依赖随之删除。'],
  },
  'phases.failures': {
    en: ['What may fail in this phase, instead of what the policy declares'],
    'zh-CN': ['本阶段的故障集，取代策略所声明的'],
  },
};
