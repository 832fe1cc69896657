import type { FieldTexts } from './field-text.ts';

/** Fields that documents of every kind have. */
export const commonTexts: FieldTexts = {
  kind: { en: ['Kind of document'], 'zh-CN': ['文档类型'] },
  formatVersion: {
    en: ['Version of the format', 'A later minor version only adds fields; another major version is refused.'],
    'zh-CN': ['格式版本', '次版本仅新增字段；主版本不同则拒绝读取。'],
  },
  name: { en: ['Name'], 'zh-CN': ['名称'] },
  note: { en: ['Remarks'], 'zh-CN': ['备注'] },
};
