import type { ConflictRule } from '../problem/problem.ts';
import type { Blocker, PlacementView, Rule, Topology, Violation } from './rule.ts';
import { lazy } from './support/context.ts';
import { createMembership, membersOf, unionOfMembers } from './support/members.ts';
import { blockBase, termBase, violationBase, workloadIds } from './support/modifiers.ts';
import { groupSchema, topologySchema } from './support/options.ts';
import { createPresence, namePlace, workloadsIn } from './support/presence.ts';

export const conflict: Rule<ConflictRule> = {
  kind: 'conflict',
  meaning: 'No domain of a level holds members of both groups.',
  amount: 'Per domain: the members of the group that has fewer there.',
  schema: {
    type: 'object',
    required: ['topology', 'groupA', 'groupB'],
    properties: {
      topology: topologySchema,
      groupA: groupSchema,
      groupB: groupSchema,
    },
  },

  lower(spec, context) {
    const topology = context.topologies.get(spec.topology);
    if (!topology) return [];
    const membersA = membersOf(context, spec.groupA);
    const membersB = membersOf(context, spec.groupB);
    if (membersA.length === 0 || membersB.length === 0) return [];
    return [{ ...termBase(spec, context), term: 'conflict', topology: topology.level, membersA, membersB }];
  },

  check(spec, view) {
    const topology = view.topologies.get(spec.topology);
    if (!topology) return [];
    const a = countMembers(spec, spec.groupA, view, topology);
    const b = countMembers(spec, spec.groupB, view, topology);
    const members = lazy(() => new Set(Array.from(unionOfMembers(view, [spec.groupA, spec.groupB]))));
    const violations: Violation[] = [];
    for (let domain = 0; domain < a.length; domain++) {
      const amount = Math.min(a[domain]!, b[domain]!);
      if (amount === 0) continue;
      const here = workloadsIn(spec, view, topology, domain).filter((workload) => members().has(workload));
      violations.push({
        ...violationBase(spec),
        amount,
        ...namePlace(topology, domain),
        workloads: workloadIds(view, here),
      });
    }
    return violations;
  },

  block(spec, view) {
    const topology = view.topologies.get(spec.topology);
    return topology ? blockConflict(spec, view, topology) : () => [];
  },
};

function blockConflict(spec: ConflictRule, view: PlacementView, topology: Topology): Blocker {
  const presence = createPresence(spec, view, topology);
  const count = (at: PlacementView) => ({
    a: countMembers(spec, spec.groupA, at, topology),
    b: countMembers(spec, spec.groupB, at, topology),
  });
  // There may be thousands of conflicts, and few of them concern the workloads that are asked about.
  const present = lazy(() => count(view));
  const start = lazy(() => (spec.mode === 'noWorse' ? count(view.initial) : null));
  const inA = createMembership(view, [spec.groupA]);
  const inB = createMembership(view, [spec.groupB]);

  return (workload) => {
    const addA = inA(workload).length;
    const addB = inB(workload).length;
    if (addA + addB === 0) return [];
    const { a, b } = present();
    const before = start();
    const allowed = (domain: number) => (before ? Math.min(before.a[domain]!, before.b[domain]!) : 0);
    const own = view.hostOf[workload]!;
    const ownNow = presence.now(own);
    const ownLeft = presence.left(workload, own);
    const excess = (domain: number) => {
      if (domain < 0) return 0;
      const here = domain === ownNow || domain === ownLeft ? 1 : 0;
      const restA = a[domain]! - here * addA;
      const restB = b[domain]! - here * addB;
      const amount = Math.min(restA + addA, restB + addB) - allowed(domain);
      return amount > Math.max(0, Math.min(restA, restB) - allowed(domain)) ? amount : 0;
    };
    return [
      (host) => {
        const now = presence.now(host);
        const amount = excess(now) + excess(presence.left(workload, host));
        if (amount === 0) return null;
        const unresolvable = addA + addB === 2 && now >= 0 && allowed(now) < 1;
        return { ...blockBase(spec), unresolvable, amount };
      },
    ];
  };
}

function countMembers(spec: ConflictRule, group: string, view: PlacementView, topology: Topology): Int32Array {
  const presence = createPresence(spec, view, topology);
  const counts = new Int32Array(topology.domains.length);
  const members = membersOf(view, group);
  for (let at = 0; at < members.length; at++) {
    const workload = members[at]!;
    const host = view.hostOf[workload]!;
    const now = presence.now(host);
    const left = presence.left(workload, host);
    if (now >= 0) counts[now]!++;
    if (left >= 0) counts[left]!++;
  }
  return counts;
}
