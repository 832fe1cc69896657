import type { Lang } from '@yunqian/planner';
import { en } from './en.ts';
import type { Texts } from './texts.ts';
import { zhCn } from './zh-cn.ts';

export type { Texts };

export function textsFor(lang: Lang): Texts {
  return lang === 'zh-CN' ? zhCn : en;
}
