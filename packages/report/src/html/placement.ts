import { type Plan, reasonName } from '@yunqian/planner';
import { dimensionLabel, formatAmount, formatNumber, formatShare, formatSizeGiB } from '../format.ts';
import { Markup, markup } from '../markup.ts';
import { maxHostRows, utilisationHeatmapSvg } from '../svg/heatmap.ts';
import { rackElevationSvg } from '../svg/rack-elevation.ts';
import type { ReportContext } from './context.ts';
import { table } from './table.ts';

type Unplaced = Plan['unplaced'][number];
type Violation = Plan['violations'][number];

export function unplaced(context: ReportContext): Markup {
  const { input, messages } = context;
  const rows = input.plan.unplaced;
  if (rows.length === 0)
    return markup`<section><h2>${messages.sections.unplaced}</h2><p class="note">✔ ${messages.notes.nothingUnplaced}</p></section>`;
  const system = (row: Unplaced) => context.workload(row.workload)?.system;
  const body = table<Unplaced>(
    [
      { head: messages.columns.workload, cell: (row) => markup`<code>${row.workload}</code>` },
      { head: messages.columns.system, cell: (row) => nameOf(system(row), context) },
      {
        head: messages.columns.vcpus,
        align: 'end',
        cell: (row) => formatNumber(context.workload(row.workload)?.vcpus ?? 0),
      },
      {
        head: messages.columns.memory,
        align: 'end',
        cell: (row) => `${formatNumber((context.workload(row.workload)?.memMiB ?? 0) / 1024)} GiB`,
      },
      {
        head: messages.columns.verdict,
        cell: (row) =>
          markup`<span class="state ${row.verdict === 'contended' ? 'warn' : 'bad'}" title="${messages.verdictHelp[row.verdict]}">${row.verdict === 'contended' ? '▲' : '✖'} ${messages.verdicts[row.verdict]}</span>`,
      },
      { head: messages.columns.why, cell: (row) => blockedText(row, context) },
      { head: messages.columns.nearest, cell: (row) => nearestText(row, context) },
    ],
    rows,
    messages,
  );
  return markup`<section><h2>${messages.sections.unplaced}<small>${formatNumber(rows.length)}</small></h2>${body}</section>`;
}

/** "0 of 384 hosts: 291 short of Memory, 61 zone, 32 spread". */
function blockedText(row: Unplaced, { lang, messages }: ReportContext): string {
  const parts = row.blockedBy.map(({ rule, reason, hosts }) => {
    const count = formatNumber(hosts);
    return isCapacity(rule, reason)
      ? messages.shortOf(count, dimensionLabel(reason, messages))
      : messages.stoppedBy(count, reasonName(reason, lang));
  });
  return messages.blocked(formatNumber(row.hosts), parts.join(messages.separator));
}

function nearestText({ nearest }: Unplaced, { lang, messages }: ReportContext): Markup | null {
  if (nearest === null) return null;
  const parts = nearest.missing.map(({ rule, reason, amount }) =>
    isCapacity(rule, reason)
      ? `${dimensionLabel(reason, messages)} ${formatAmount(amount, reason)}`
      : reasonName(reason, lang),
  );
  return markup`<code>${nearest.host}</code><br>${messages.missing(parts.join(messages.separator))}`;
}

/** A shortage is named by its dimension, any other obstacle by its rule; a rule about a pool bears its dimension's name. */
function isCapacity(rule: string | undefined, reason: string): boolean {
  return rule !== reason || reason.startsWith('storage:');
}

function nameOf(system: string | undefined, context: ReportContext): string | null {
  return system === undefined ? null : context.systemName(system);
}

export function violations({ input: { plan }, messages }: ReportContext): Markup {
  if (plan.violations.length === 0)
    return markup`<section><h2>${messages.sections.violations}</h2><p class="note">✔ ${messages.notes.noViolations}</p></section>`;
  const modes: Readonly<Record<string, string>> = messages.modes;
  const body = table<Violation>(
    [
      {
        head: messages.columns.mode,
        cell: (row) =>
          markup`<span class="state ${row.mode === 'hard' ? 'bad' : 'warn'}">${row.mode === 'hard' ? '✖' : '▲'} ${modes[row.mode] ?? row.mode}</span>`,
      },
      { head: messages.columns.rule, cell: (row) => markup`<code>${row.rule}</code>` },
      { head: messages.columns.kind, cell: (row) => row.kind },
      {
        head: messages.columns.place,
        cell: (row) => [row.host, row.domain, row.group].filter((part) => part !== undefined).join(' · '),
      },
      {
        head: messages.columns.amount,
        align: 'end',
        cell: (row) =>
          row.dimension === undefined
            ? formatNumber(row.amount)
            : `${dimensionLabel(row.dimension, messages)} ${formatAmount(row.amount, row.dimension)}`,
      },
      { head: messages.columns.workloads, cell: (row) => listOf(row.workloads, messages.separator) },
    ],
    plan.violations,
    messages,
  );
  return markup`<section><h2>${messages.sections.violations}<small>${formatNumber(plan.violations.length)}</small></h2>${body}</section>`;
}

function listOf(ids: readonly string[], separator: string): Markup {
  const shown = ids.slice(0, 6).join(separator);
  return markup`<code>${shown}${ids.length > 6 && ` … +${formatNumber(ids.length - 6)}`}</code>`;
}

export function tenants(context: ReportContext): Markup | null {
  const { input, messages } = context;
  const without = new Set(input.plan.unplaced.map((row) => row.workload));
  const totals = new Map<
    string,
    { id: string; systems: Set<string>; workloads: number; unplaced: number; vcpus: number; memMiB: number }
  >();
  for (const workload of input.estate.workloads) {
    const id = (workload.system === undefined ? undefined : context.system(workload.system)?.tenant) ?? '';
    const total = totals.get(id) ?? { id, systems: new Set(), workloads: 0, unplaced: 0, vcpus: 0, memMiB: 0 };
    totals.set(id, total);
    if (workload.system !== undefined) total.systems.add(workload.system);
    const replicas =
      workload.count === 1
        ? [workload.id]
        : Array.from({ length: workload.count }, (_, index) => `${workload.id}-${index + 1}`);
    total.workloads += replicas.length;
    total.unplaced += replicas.filter((replica) => without.has(replica)).length;
    total.vcpus += workload.vcpus * workload.count;
    total.memMiB += workload.memMiB * workload.count;
  }
  if (input.estate.tenants.length === 0) return null;
  const rows = [...totals.values()].sort((a, b) => b.vcpus - a.vcpus || (a.id < b.id ? -1 : 1));
  const body = table(
    [
      {
        head: messages.columns.tenant,
        cell: (row) => (row.id === '' ? messages.noTenant : context.tenantName(row.id)),
      },
      { head: messages.columns.systems, align: 'end', cell: (row) => formatNumber(row.systems.size) },
      { head: messages.columns.workloads, align: 'end', cell: (row) => formatNumber(row.workloads) },
      { head: messages.columns.vcpus, align: 'end', cell: (row) => formatNumber(row.vcpus) },
      { head: messages.columns.memory, align: 'end', cell: (row) => `${formatNumber(row.memMiB / 1024)} GiB` },
      {
        head: messages.columns.unplaced,
        align: 'end',
        cell: (row) =>
          row.unplaced === 0 ? '0' : markup`<span class="state warn">▲ ${formatNumber(row.unplaced)}</span>`,
      },
    ],
    rows,
    messages,
  );
  return markup`<details class="section"><summary>${messages.sections.tenants}<small>${formatNumber(rows.length)}</small></summary>${body}</details>`;
}

/** Storage pools with what the volumes take. */
export function pools({ input: { plan }, messages }: ReportContext): Markup | null {
  const rows = plan.utilisation.pools ?? [];
  if (rows.length === 0) return null;
  const body = table<(typeof rows)[number]>(
    [
      { head: messages.columns.pool, cell: (row) => markup`<code>${row.pool}</code>` },
      { head: messages.columns.type, cell: (row) => row.type },
      { head: messages.columns.used, align: 'end', cell: (row) => formatSizeGiB(row.usedGiB) },
      { head: messages.columns.usable, align: 'end', cell: (row) => formatSizeGiB(row.usableGiB) },
      {
        head: messages.columns.share,
        align: 'end',
        cell: (row) => (row.usableGiB > 0 ? formatShare(row.usedGiB / row.usableGiB) : null),
      },
    ],
    rows,
    messages,
  );
  return markup`<section><h2>${messages.sections.pools}<small>${formatNumber(rows.length)}</small></h2>${body}</section>`;
}

export function heatmap({ input: { plan, fleet }, lang, messages }: ReportContext): Markup {
  const note = fleet.hosts.length > maxHostRows ? messages.notes.heatmapRacks : messages.notes.heatmap;
  return markup`<section><h2>${messages.sections.heatmap}</h2><p class="note">${note}</p><div class="scroll">${new Markup(utilisationHeatmapSvg(plan, fleet, { lang, standalone: false }))}</div></section>`;
}

/** Left out where the fleet is too large to draw each host. */
export function racks({ input: { plan, fleet }, lang, messages }: ReportContext): Markup | null {
  if (fleet.hosts.length > maxHostRows) return null;
  return markup`<section><h2>${messages.sections.racks}<small>${formatNumber(fleet.racks.length)}</small></h2><p class="note">${messages.notes.racks}</p><div class="scroll">${new Markup(rackElevationSvg(plan, fleet, { lang, standalone: false }))}</div></section>`;
}
