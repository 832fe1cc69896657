import type { Lang } from '../diagnostic/diagnostic.ts';
import type { Wave } from './schema.ts';

export function waveName({ name, nameZh }: Pick<Wave, 'name' | 'nameZh'>, lang: Lang): string {
  return lang === 'zh-CN' ? (nameZh ?? name) : name;
}
