import type { Lang } from '@yunqian/planner';

/** `--lang` first, then YUNQIAN_LANG and the locale variables; English where none says Chinese. */
export function chooseLang(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Lang {
  const at = argv.indexOf('--lang');
  const flag = at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const wanted = flag ?? [env.YUNQIAN_LANG, env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value);
  return /^zh/i.test(wanted ?? '') ? 'zh-CN' : 'en';
}
