import type { Texts } from '../messages/messages.ts';
import { bindings } from './bindings.ts';
import { scopes } from './ids.ts';
import { keyLabel } from './label.ts';

/** The table of keys as a page of the documentation. */
export function keyPage(texts: Texts): string {
  const parts = scopes.flatMap((scope) => {
    const own = bindings.filter((binding) => binding.scope === scope);
    if (own.length === 0) return [];
    const rows = own.map(
      ({ keys, id }) => `| ${keys.map((key) => `\`${keyLabel(key, texts)}\``).join(' ')} | ${texts.keys[id]} |`,
    );
    return [
      `## ${texts.scopes[scope]}`,
      '',
      `| ${texts.page.key} | ${texts.page.action} |`,
      '| --- | --- |',
      ...rows,
      '',
    ];
  });
  return [`# ${texts.page.title}`, '', texts.page.intro, '', ...parts].join('\n');
}
