import type { Plan } from '@yunqian/planner';
import { formatNumber } from '../format.ts';
import { type Markup, markup } from '../markup.ts';
import type { ReportContext } from './context.ts';
import { table } from './table.ts';

export function omitted({ input: { plan }, messages }: ReportContext): Markup | null {
  if (plan.omitted.length === 0) return null;
  const body = table<Plan['omitted'][number]>(
    [
      { head: messages.columns.workload, cell: (row) => markup`<code>${row.workload}</code>` },
      { head: messages.columns.reason, cell: (row) => row.reason },
    ],
    plan.omitted,
    messages,
  );
  return markup`<details class="section"><summary>${messages.sections.omitted}<small>${formatNumber(plan.omitted.length)}</small></summary>${body}</details>`;
}

export function assumptions({ input: { plan }, messages }: ReportContext): Markup | null {
  if (plan.assumptions.length === 0) return null;
  const body = table<Plan['assumptions'][number]>(
    [
      { head: messages.columns.subject, cell: (row) => markup`<code>${row.subject}</code>` },
      { head: messages.columns.field, cell: (row) => row.field },
      { head: messages.columns.value, align: 'end', cell: (row) => row.value },
      { head: messages.columns.reason, cell: (row) => row.reason },
    ],
    plan.assumptions,
    messages,
  );
  return markup`<details class="section"><summary>${messages.sections.assumptions}<small>${formatNumber(plan.assumptions.length)}</small></summary><p class="note">${messages.notes.assumptions}</p>${body}</details>`;
}

export function inputs({ input: { plan }, messages }: ReportContext): Markup {
  const body = table<Plan['inputs'][number]>(
    [
      { head: messages.columns.kind, cell: (row) => row.kind },
      { head: messages.columns.document, cell: (row) => markup`<code>${row.path}</code>` },
      { head: messages.columns.sha256, cell: (row) => markup`<span class="hash">${row.sha256}</span>` },
    ],
    plan.inputs,
    messages,
  );
  const { engine, seed, budget } = plan;
  return markup`<section><h2>${messages.sections.inputs}</h2>${body}</section><footer>${messages.engine(engine.name, engine.version, String(seed), formatNumber(budget))}</footer>`;
}
