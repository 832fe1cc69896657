import type { Lang } from '@yunqian/planner';
import { en, type Messages } from './en.ts';
import { zhCn } from './zh-cn.ts';

export type { Messages };

export function messagesFor(lang: Lang): Messages {
  return lang === 'zh-CN' ? zhCn : en;
}
