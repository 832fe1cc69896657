import { UsageError } from '../../command.ts';
import type { Context } from '../../context.ts';

/** `a=1,b=2.5` as pairs; throws a UsageError that names what is not NAME=NUMBER. */
export function parsePairs(context: Context, option: string, text: string | undefined): [string, number][] {
  return (text === undefined ? [] : text.split(',')).map((pair) => {
    const at = pair.lastIndexOf('=');
    const value = Number(pair.slice(at + 1));
    if (at > 0 && pair.length > at + 1 && Number.isFinite(value) && value >= 0) return [pair.slice(0, at), value];
    throw new UsageError(
      context.t({ en: `--${option} ${pair}: write NAME=NUMBER`, 'zh-CN': `--${option} ${pair}：应写作 名称=数字` }),
    );
  });
}
