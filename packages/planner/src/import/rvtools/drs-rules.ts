import type { EstateInput } from '../../estate/schema.ts';
import type { ImportSession } from '../object/session.ts';
import type { Vm } from './vms.ts';

type Rule = NonNullable<EstateInput['rules']>[number];

/**
 * DRS rules of the columns `Cluster rule(s)` and `Cluster rule name(s)`: lists of equal length of types (vSphere's
 * class names or plain words) and names. Anti-affinity becomes `separate`, affinity `colocate`; rules between VMs and
 * hosts name hosts that stay behind, and are told instead.
 */
export function readDrsRules(session: ImportSession, vms: readonly Vm[]): Rule[] {
  const members = new Map<string, { name: string; type: string; cluster: string; vms: Vm[] }>();
  for (const vm of vms) {
    const types = splitRules(vm.row.text('rules'));
    splitRules(vm.row.text('ruleNames')).forEach((name, i) => {
      const cluster = vm.row.text('cluster');
      const key = `${vm.row.text('server')}\u0000${cluster}\u0000${name}`;
      const rule = members.get(key) ?? { name, type: types[i] ?? '', cluster, vms: [] };
      members.set(key, rule);
      rule.vms.push(vm);
    });
  }
  const rules: Rule[] = [];
  const taken = new Set<string>();
  for (const { name, type, cluster, vms: group } of members.values()) {
    const kind = kindOf(type);
    if (kind === undefined) {
      session.report('warning', 'YQ1426', group[0]!.row.spot('rules'), { name, type: type || '?' });
      continue;
    }
    if (group.length < 2) {
      session.report('info', 'YQ1445', group[0]!.row.spot('ruleNames'), { name });
      continue;
    }
    let id = `drs-${name}`;
    if (taken.has(id)) id = `drs-${cluster}-${name}`;
    for (let n = 2; taken.has(id); n++) id = `drs-${cluster}-${name}-${n}`;
    taken.add(id);
    rules.push({
      rule: kind,
      id,
      select: { workloads: group.map(({ workload }) => workload.id) },
      per: 'all',
      topology: 'host',
      note: `DRS rule of cluster ${cluster}`,
    });
  }
  return rules;
}

const splitRules = (cell: string): string[] => cell.split(/\s*[,;]\s*/).filter((part) => part !== '');

function kindOf(type: string): 'separate' | 'colocate' | undefined {
  if (/host/i.test(type)) return undefined;
  if (/anti[\s_-]*affin|separate/i.test(type)) return 'separate';
  return /affin|together/i.test(type) ? 'colocate' : undefined;
}
