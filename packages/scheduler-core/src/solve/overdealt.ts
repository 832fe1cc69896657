import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { rules } from '../rules/registry.ts';
import { createView } from '../rules/support/view.ts';

/**
 * Takes off what hosts cannot deal cards to. A placement that is put back is dealt anew, by trying every deal, so that none is lost; only where there
 * are more deals than the kernel looks at may one be missed. Lowest priority first, until the rules' own check is content.
 */
export function takeOverdealt({ context, priorityOf }: Model, kernel: Kernel): void {
  const { hosts, workloads } = context.problem;
  const specs = context.problem.rules.filter(({ kind, mode }) => kind === 'card' && mode !== 'soft');
  if (specs.length === 0 || !hosts.some(({ cards }) => cards !== undefined)) return;
  for (;;) {
    const view = createView(context, kernel.columns.hostOf);
    const broken = specs.flatMap((spec) => rules[spec.kind].check(spec as never, view));
    if (broken.length === 0) return;
    for (const { host, workloads: asking = [] } of broken) {
      const at = context.hostIndex.get(host!)!;
      const holders = Array.from(view.workloadsOn(at)).filter(
        (workload) => asking.includes(workloads[workload]!.id) && kernel.columns.hostOf[workload] === at,
      );
      const [last] = holders.sort((a, b) => priorityOf[a]! - priorityOf[b]! || b - a);
      if (last !== undefined) kernel.take(last);
    }
  }
}
