import type { ExclusiveRule } from '../problem/problem.ts';
import type { Blocker, PlacementView, Rule, RuleContext, Topology } from './rule.ts';
import { disjointMembers } from './support/members.ts';
import { blockBase, termBase, violationBase, workloadIds } from './support/modifiers.ts';
import { groupsSchema, topologySchema } from './support/options.ts';
import { createPresence, namePlace, workloadsIn } from './support/presence.ts';

export const exclusive: Rule<ExclusiveRule> = {
  kind: 'exclusive',
  meaning:
    'A domain that holds a member of one of these groups holds members of that group only (dedicated hosts of a tenant). A workload in several of the groups belongs to the first.',
  amount:
    'Per domain where a group is present: parties beyond the first. A party is a group, or everybody in none of them.',
  schema: {
    type: 'object',
    required: ['groups'],
    properties: {
      topology: { ...topologySchema, default: 'host' },
      groups: { ...groupsSchema, description: 'Group ids; each is an owner.' },
    },
  },

  lower(spec, context) {
    const topology = context.topologies.get(spec.topology ?? 'host');
    const owners = ownersOf(spec, context);
    if (!topology || owners.length === 0) return [];
    return [{ ...termBase(spec, context), term: 'exclusive', topology: topology.level, owners }];
  },

  check(spec, view) {
    const topology = view.topologies.get(spec.topology ?? 'host');
    if (!topology) return [];
    const { owners, others } = countParties(spec, view, topology);
    return topology.domains.flatMap((_, domain) => {
      const amount = amountOf(owners[domain]!, others[domain]!);
      if (amount === 0) return [];
      const workloads = workloadIds(view, workloadsIn(spec, view, topology, domain));
      return { ...violationBase(spec), amount, ...namePlace(topology, domain), workloads };
    });
  },

  block(spec, view) {
    const topology = view.topologies.get(spec.topology ?? 'host');
    return topology ? blockExclusive(spec, view, topology) : () => [];
  },
};

/** Members of each owner; a workload belongs to the first group that has it. Owners without members are left out. */
function ownersOf(spec: ExclusiveRule, context: RuleContext): Int32Array[] {
  return disjointMembers(context, spec.groups).filter((members) => members.length > 0);
}

/** Parties present - 1 where an owner is present. `others`: workloads without an owner. */
function amountOf(owners: number, others: number): number {
  return owners === 0 ? 0 : owners + Number(others > 0) - 1;
}

interface Parties {
  /** Owner of each workload, -1 for none. */
  readonly ownerOf: Int32Array;
  /** Per domain: owners present. */
  readonly owners: Int32Array;
  /** Per domain: workloads present that have no owner. */
  readonly others: Int32Array;
}

function countParties(spec: ExclusiveRule, view: PlacementView, topology: Topology): Parties {
  const presence = createPresence(spec, view, topology);
  const domains = topology.domains.length;
  const ownerOf = new Int32Array(view.hostOf.length).fill(-1);
  const owners = new Int32Array(domains);
  const others = new Int32Array(domains);
  const lastOwner = new Int32Array(domains).fill(-1);
  ownersOf(spec, view).forEach((members, owner) => {
    const meet = (domain: number) => {
      if (domain < 0 || lastOwner[domain] === owner) return;
      lastOwner[domain] = owner;
      owners[domain]!++;
    };
    for (const workload of members) {
      ownerOf[workload] = owner;
      const host = view.hostOf[workload]!;
      meet(presence.now(host));
      meet(presence.left(workload, host));
    }
  });
  view.hostOf.forEach((host, workload) => {
    if (ownerOf[workload]! >= 0) return;
    const now = presence.now(host);
    const left = presence.left(workload, host);
    if (now >= 0) others[now]!++;
    if (left >= 0) others[left]!++;
  });
  return { ownerOf, owners, others };
}

function blockExclusive(spec: ExclusiveRule, view: PlacementView, topology: Topology): Blocker {
  const presence = createPresence(spec, view, topology);
  const { ownerOf, owners, others } = countParties(spec, view, topology);
  const members = ownersOf(spec, view);
  const start = spec.mode === 'noWorse' ? countParties(spec, view.initial, topology) : null;
  const allowed = (domain: number) => (start ? amountOf(start.owners[domain]!, start.others[domain]!) : 0);

  /** How many of the workload's own party are in each domain, the workload itself among them. */
  const countOwn = (owner: number) => {
    if (owner < 0) return others;
    const counts = new Int32Array(topology.domains.length);
    for (const workload of members[owner]!) {
      const host = view.hostOf[workload]!;
      const now = presence.now(host);
      const left = presence.left(workload, host);
      if (now >= 0) counts[now]!++;
      if (left >= 0) counts[left]!++;
    }
    return counts;
  };

  return (workload) => {
    const owner = ownerOf[workload]!;
    const own = countOwn(owner);
    const host = view.hostOf[workload]!;
    const ownNow = presence.now(host);
    const ownLeft = presence.left(workload, host);
    const excess = (domain: number) => {
      if (domain < 0) return 0;
      const present = own[domain]!;
      const alike = present - Number(domain === ownNow || domain === ownLeft);
      if (alike > 0) return 0;
      const rivals = owners[domain]! - Number(owner >= 0 && present > 0);
      const strangers = owner >= 0 ? others[domain]! : 0;
      const amount = owner >= 0 ? amountOf(rivals + 1, strangers) : amountOf(rivals, 1);
      const before = amountOf(rivals, strangers);
      return amount > Math.max(before, allowed(domain)) ? amount - allowed(domain) : 0;
    };
    return [
      (to) => {
        const amount = excess(presence.now(to)) + excess(presence.left(workload, to));
        return amount === 0 ? null : { ...blockBase(spec), unresolvable: false, amount };
      },
    ];
  };
}
