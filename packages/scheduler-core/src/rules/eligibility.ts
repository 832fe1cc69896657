import type { EligibilityTerm } from '../compile/term.ts';
import type { Attributes, AttributeValue, EligibilityRule, Problem } from '../problem/problem.ts';
import type { Rule, RuleContext } from './rule.ts';
import { createMembership, unionOfMembers } from './support/members.ts';
import { blockBase, termBase, violationBase } from './support/modifiers.ts';
import { groupsSchema } from './support/options.ts';
import { satisfies, type Value } from './support/predicate.ts';

export const eligibility: Rule<EligibilityRule> = {
  kind: 'eligibility',
  meaning:
    'Which hosts may carry which workloads, by attributes: zone, protection level, architecture, traits, taints. A workload is judged where it ends; `during` adds nothing.',
  amount: 'Per workload: 1 on a host that is not allowed.',
  schema: {
    type: 'object',
    required: ['hostKey', 'op'],
    properties: {
      hostKey: { type: 'string', description: 'Attribute of the host.' },
      op: {
        enum: ['in', 'notIn', 'exists', 'notExists', 'atLeast', 'atMost', 'containsAll', 'subsetOf'],
        description:
          '`in`: the host has one of the wanted values; `notIn`: none of them; `exists`, `notExists`: it has the attribute, or not; `atLeast`, `atMost`: its number is so big or small as each wanted; `containsAll`: it has every wanted value; `subsetOf`: it has no other value. Values compare as text, so 3 equals "3".',
      },
      workloadKey: {
        type: 'string',
        description:
          "Wanted values are the workload's own attribute. Without it a workload is unconstrained; under `subsetOf` it wants the empty list.",
      },
      values: {
        type: 'array',
        items: { type: ['string', 'number'] },
        description: 'Wanted values of every member, where `workloadKey` is absent.',
      },
      groups: { ...groupsSchema, description: 'Whose members it concerns. Default: all workloads.' },
    },
  },

  fault({ op, workloadKey, values }) {
    if (op === 'exists' || op === 'notExists') return null;
    const sources = Number(workloadKey !== undefined) + Number(values !== undefined);
    return sources === 1 ? null : `${op} takes its values from either workloadKey or values`;
  },

  lower: (spec, context) => [lowerClasses(spec, context)],

  check(spec, view) {
    const { problem } = view;
    const wanted = wantedBy(spec);
    return membersOrAll(spec, view).flatMap((workload) => {
      const host = view.hostOf[workload]!;
      if (host < 0) return [];
      const values = wanted(problem.workloads[workload]!.attributes);
      if (!values || satisfies(spec.op, problem.hosts[host]!.attributes?.[spec.hostKey], values)) return [];
      return {
        ...violationBase(spec),
        amount: 1,
        host: problem.hosts[host]!.id,
        workloads: [problem.workloads[workload]!.id],
      };
    });
  },

  block(spec, view) {
    const { hosts, workloads } = view.problem;
    const { classOf, values: hostValues } = classifyHosts(view.problem, spec.hostKey);
    const wanted = wantedBy(spec);
    const groupsOf = spec.groups && createMembership(view, spec.groups);
    const stop = { ...blockBase(spec), unresolvable: true, amount: 0 };
    const allows = (host: number, values: readonly Value[]) =>
      satisfies(spec.op, hosts[host]!.attributes?.[spec.hostKey], values);

    return (workload) => {
      if (groupsOf && groupsOf(workload).length === 0) return [];
      const values = wanted(workloads[workload]!.attributes);
      if (!values) return [];
      const from = view.initialHostOf[workload]!;
      if (spec.mode === 'noWorse' && from >= 0 && !allows(from, values)) return [];
      const blocked = hostValues.map((value) => !satisfies(spec.op, value, values));
      return [(host) => (blocked[classOf[host]!] ? stop : null)];
    };
  },
};

/** What a workload wants; null: it is unconstrained. */
function wantedBy({ op, workloadKey, values }: EligibilityRule): (attributes?: Attributes) => readonly Value[] | null {
  if (workloadKey === undefined) return () => values ?? [];
  return (attributes) => {
    const own = attributes?.[workloadKey];
    if (own === undefined) return op === 'subsetOf' ? [] : null;
    return typeof own === 'object' ? own : [own];
  };
}

function membersOrAll({ groups }: EligibilityRule, context: RuleContext): number[] {
  return groups ? Array.from(unionOfMembers(context, groups)) : [...context.problem.workloads.keys()];
}

/** Workloads by what they want, each class held once against each distinct value that hosts have. */
function lowerClasses(spec: EligibilityRule, context: RuleContext): EligibilityTerm {
  const { problem } = context;
  const hosts = classifyHosts(problem, spec.hostKey);
  const wanted = wantedBy(spec);
  const classOf = new Int32Array(problem.workloads.length).fill(-1);
  const allowed: Uint8Array[] = [];
  const classify = (attributes: Attributes | undefined): number => {
    const values = wanted(attributes);
    return values ? classOfKey(JSON.stringify(values.map(String)), values) : -1;
  };
  const classOfKey = memo((_: string, values: readonly Value[]): number => {
    const allows = hosts.values.map((value) => Number(satisfies(spec.op, value, values)));
    if (!allows.includes(0)) return -1;
    return allowed.push(Uint8Array.from(hosts.classOf, (at) => allows[at]!)) - 1;
  });
  const classOfAttributes = memo(classify);
  for (const workload of membersOrAll(spec, context)) {
    classOf[workload] = classOfAttributes(problem.workloads[workload]!.attributes);
  }
  return { ...termBase(spec, context), when: 'after', term: 'eligibility', classOf, allowed };
}

/** Hosts by their value of one attribute. */
function classifyHosts({ hosts }: Problem, key: string) {
  const values: (AttributeValue | undefined)[] = [];
  const classOfValue = memo((_: string, value: AttributeValue | undefined) => values.push(value) - 1);
  const classOfAttributes = memo((attributes: Attributes | undefined) => {
    const value = attributes?.[key];
    return classOfValue(JSON.stringify(value) ?? '', value);
  });
  return { classOf: Int32Array.from(hosts, (host) => classOfAttributes(host.attributes)), values };
}

/** Remembers results by the first argument. */
function memo<K, A extends unknown[], V>(make: (key: K, ...rest: A) => V): (key: K, ...rest: A) => V {
  const known = new Map<K, V>();
  return (key, ...rest) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key, ...rest);
      known.set(key, value);
    }
    return value;
  };
}
