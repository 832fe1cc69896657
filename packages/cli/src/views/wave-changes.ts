import { describe, type WaveChange } from '@yunqian/planner';
import type { Context } from '../context.ts';

const mostShown = 20;

/** What another schedule moved, each with its reason; beside the result, for people. */
export function sayChanges(context: Context, changes: readonly WaveChange[]): void {
  context.say({
    en: `${changes.length} of the groups are at another time than before`,
    'zh-CN': `${changes.length} 个迁移组的时间与先前不同`,
  });
  for (const { group, from, to, reason } of changes.slice(0, mostShown)) {
    const times = `${from?.cutoverStart ?? '-'} -> ${to?.cutoverStart ?? '-'}`;
    const why = describe(reason.code, reason.params, context.lang).text;
    context.say({ en: `  ${group}  ${times}  ${why}`, 'zh-CN': `  ${group}  ${times}  ${why}` });
  }
  const more = changes.length - mostShown;
  if (more > 0)
    context.say({ en: `  and ${more} more: yunqian wave diff`, 'zh-CN': `  另有 ${more} 个：yunqian wave diff` });
}
