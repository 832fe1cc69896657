import { lowerBounds, type Violation } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Lowered } from '../lower/lowered.ts';
import { trouble } from '../lower/trouble.ts';
import { networkUse } from './network-use.ts';
import type { Plan } from './schema.ts';

/** What a plan says of itself, recomputed and compared: counts, status, utilisation, violations. */
export function verifyClaims(
  plan: Plan,
  lowered: Lowered,
  hostOf: ArrayLike<number>,
  violations: readonly Violation[],
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const claim = (field: string, claimed: string | number, found: string | number) => {
    if (claimed !== found)
      diagnostics.push(trouble('YQ3020', 'error', 'plan', `/${field.replaceAll('.', '/')}`, { field, claimed, found }));
  };
  const { problem } = lowered;
  const used = new Set(Array.from(hostOf).filter((host) => host >= 0));
  const soft = violations.filter(({ mode }) => mode === 'soft').length;
  const { summary } = plan;
  claim('summary.workloads', summary.workloads, problem.workloads.length);
  claim('summary.placed', summary.placed, plan.placements.length);
  claim('summary.unplaced', summary.unplaced, plan.unplaced.length);
  claim('summary.hosts', summary.hosts, problem.hosts.length);
  claim('summary.hostsUsed', summary.hostsUsed, used.size);
  if (summary.hostsBound) {
    // Stricter documents may allow a higher bound; a plan may not claim more than can be shown.
    const found = lowerBounds(problem).hosts.hosts;
    if (found < summary.hostsBound.hosts) claim('summary.hostsBound.hosts', summary.hostsBound.hosts, found);
  }
  claim('summary.hardViolations', summary.hardViolations, violations.length - soft);
  claim('summary.softViolations', summary.softViolations, soft);
  if (plan.status !== 'cancelled') claim('status', plan.status, plan.unplaced.length === 0 ? 'complete' : 'partial');
  claim('violations', violationKeys(plan.violations), violationKeys(violations));
  verifyUtilisation(plan, lowered, hostOf, claim);
  if (plan.utilisation.network !== undefined)
    claim('utilisation.network', networkText(plan.utilisation), networkText(networkUse(lowered, hostOf)));
  return diagnostics;
}

const networkText = ({ network = [] }: Pick<Plan['utilisation'], 'network'>): string =>
  network.map(({ kind, id, used, limit }) => `${kind} ${id} ${used}/${limit}`).join('; ');

/** Which breaches, whatever their order. */
function violationKeys(violations: readonly (Violation | Plan['violations'][number])[]): string {
  return violations
    .map(({ rule, amount, dimension = '', group = '', host = '', domain = '' }) =>
      [rule, amount, dimension, group, host, domain].join(' ').trim(),
    )
    .sort()
    .join('; ');
}

function verifyUtilisation(
  { utilisation }: Plan,
  { problem, index }: Lowered,
  hostOf: ArrayLike<number>,
  claim: (field: string, claimed: string | number, found: string | number) => void,
): void {
  const axes = index.dimensions.filter(({ onHosts }) => onHosts);
  claim('utilisation.dimensions', utilisation.dimensions.join(' '), axes.map(({ id }) => id).join(' '));
  const carried = new Map<number, { used: number[]; workloads: number }>();
  problem.workloads.forEach((_, workload) => {
    const host = hostOf[workload]!;
    if (host < 0) return;
    const sum = carried.get(host) ?? { used: axes.map(() => 0), workloads: 0 };
    carried.set(host, sum);
    const entry = index.entries[index.entryOf[workload]!]!;
    sum.workloads++;
    axes.forEach((axis, i) => {
      sum.used[i]! += axis.demand(entry);
    });
  });
  const claimed = new Map(utilisation.hosts.map((row) => [row.host, row]));
  const row = (used: readonly number[], capacity: readonly number[], workloads: number) =>
    `${used.join(' ')} / ${capacity.join(' ')}, ${workloads}`;
  index.hosts.forEach((host, at) => {
    const sum = carried.get(at);
    const said = claimed.get(host.id);
    claimed.delete(host.id);
    const found = sum
      ? row(
          sum.used,
          axes.map((axis) => axis.capacity(host)),
          sum.workloads,
        )
      : '-';
    claim(`utilisation.hosts ${host.id}`, said ? row(said.used, said.capacity, said.workloads) : '-', found);
  });
  for (const id of claimed.keys()) claim(`utilisation.hosts ${id}`, 'listed', '-');
  axes.forEach((axis, i) => {
    const capacity = index.hosts.reduce((sum, host) => sum + axis.capacity(host), 0);
    const total = [...carried.values()].reduce((sum, { used }) => sum + used[i]!, 0);
    const share = capacity === 0 ? 0 : total / capacity;
    if (Math.abs((utilisation.total[i] ?? Number.NaN) - share) <= 1e-6) return;
    claim(`utilisation.total ${axis.id}`, utilisation.total[i] ?? '-', share);
  });
}
