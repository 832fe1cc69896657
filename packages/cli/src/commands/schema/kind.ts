import { type DocumentKind, documentKinds } from '@yunqian/planner';
import { closest } from '../../closest.ts';
import { UsageError } from '../../command.ts';
import type { Context } from '../../context.ts';

/** The document kind a user named; a usage error with the near one otherwise. */
export function wantedKind(word: string, context: Context): DocumentKind {
  const kind = documentKinds.find((known) => known === word);
  if (kind !== undefined) return kind;
  const near = closest(word, documentKinds) ?? documentKinds.join(', ');
  throw new UsageError(
    context.t({
      en: `no document kind ${word}; did you mean ${near}?`,
      'zh-CN': `没有文档类型 ${word}；是否指 ${near}？`,
    }),
  );
}
