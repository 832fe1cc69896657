import { writeFileSync } from 'node:fs';
import { rules } from '../src/rules/registry.ts';
import type { OptionsSchema, Rule, ValueSchema } from '../src/rules/rule.ts';
import { modifiersSchema } from '../src/rules/support/modifiers.ts';

export const PAGE = new URL('../../../docs/reference/rules.md', import.meta.url);

/** The reference page of the core's rules, from their registry. */
export function rulesPage(): string {
  const all: readonly Rule[] = Object.values(rules);
  return `${[
    '# Rules of scheduler-core',
    'Written by `npm run docs:rules -w packages/scheduler-core` from `packages/scheduler-core/src/rules`; edit there.',
    'A rule is an entry of `Problem.rules`: its `id`, its `kind`, the options of that kind, and the modifiers that every rule takes. ' +
      'The amount is what `verify` reports for a breach and what a soft rule costs, times its weight. ' +
      'A host in no domain of a level is outside the rules about that level. Unplaced workloads count nowhere.',
    table(
      ['rule', 'meaning'],
      all.map(({ kind, meaning }) => [`[${kind}](#${kind.toLowerCase()})`, meaning]),
    ),
    '## Modifiers of every rule',
    optionsTable(modifiersSchema),
    'Closed hosts take nothing new and pinned workloads do not move, without any rule: breaches are reported under the ids `closed` and `pinned`.',
    ...all.flatMap(({ kind, meaning, amount, schema, modes, whens }) => [
      `## ${kind}`,
      meaning,
      ...(modes ? [`Its \`mode\` is ${modes.map((mode) => `\`${mode}\``).join(' or ')}.`] : []),
      ...(whens ? [`Its \`when\` is ${whens.map((when) => `\`${when}\``).join(' or ')}.`] : []),
      optionsTable(schema),
      `Amount: ${amount.charAt(0).toLowerCase()}${amount.slice(1)}`,
    ]),
  ].join('\n\n')}\n`;
}

function optionsTable({ properties, required = [] }: OptionsSchema): string {
  return table(
    ['option', 'value', 'default', 'meaning'],
    Object.entries(properties).map(([name, schema]) => [
      `\`${name}\``,
      describeValue(schema),
      required.includes(name) ? 'required' : schema.default === undefined ? '' : `\`${schema.default}\``,
      schema.description,
    ]),
  );
}

function describeValue({
  type,
  enum: values,
  refersTo,
  items,
  additionalProperties,
  minimum,
  exclusiveMinimum,
}: ValueSchema): string {
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  if (items) return `list of ${describeValue(items)}${items.refersTo ? 's' : ''}`;
  if (additionalProperties) return `object of ${describeValue(additionalProperties)}`;
  if (refersTo) return `${refersTo} id`;
  const bound =
    minimum !== undefined ? ` >= ${minimum}` : exclusiveMinimum !== undefined ? ` > ${exclusiveMinimum}` : '';
  return `${[type].flat().join(' or ')}${bound}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

if (import.meta.main) writeFileSync(PAGE, rulesPage());
