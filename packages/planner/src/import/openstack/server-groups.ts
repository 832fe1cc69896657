import type { EstateInput } from '../../estate/schema.ts';
import { amountAt } from '../object/amount.ts';
import type { Cursor } from '../object/cursor.ts';
import type { ImportSession } from '../object/session.ts';

type Rule = NonNullable<EstateInput['rules']>[number];

/**
 * Server groups as rules about their members: affinity colocates, anti-affinity separates, or allows
 * `max_server_per_host` on a host; the soft policies are soft rules. Members are told by the group and by the servers.
 */
export function groupRules(
  rows: readonly Cursor[],
  servers: ReadonlySet<string>,
  ofGroup: ReadonlyMap<string, readonly string[]>,
  session: ImportSession,
): Rule[] {
  const rules: Rule[] = [];
  const read = new Set<string>();
  for (const row of rows) {
    const seen = session.see(row.file, 'server_groups');
    const id = row.first('id', 'ID').text() ?? row.first('name', 'Name').text();
    if (id === undefined || read.has(id)) {
      seen.leaveOut(id === undefined ? 'no id' : 'duplicate');
      if (id === undefined) session.report('warning', 'YQ1507', row.spot(), { kind: 'server group' });
      continue;
    }
    read.add(id);
    const named = [...new Set([...membersOf(row.first('members', 'Members')), ...(ofGroup.get(id) ?? [])])];
    const workloads = named.filter((member) => servers.has(member));
    if (workloads.length < named.length)
      session.report('warning', 'YQ1534', row.spot(), { group: id, missing: named.length - workloads.length });
    const policy = policyOf(row);
    const maxPerHost = amountAt(row.get('rules', 'max_server_per_host'), session) ?? 1;
    const rule =
      policy === undefined || workloads.length === 0
        ? undefined
        : ruleOf(policy, maxPerHost, `server-group:${id}`, workloads);
    if (rule !== undefined) {
      rules.push(rule);
      seen.use();
    } else if (workloads.length === 0) {
      seen.leaveOut('no member among the servers');
    } else {
      session.report('warning', 'YQ1535', row.spot(), { group: id, policy: policy ?? '' });
      seen.leaveOut('unknown policy');
    }
  }
  return rules;
}

function ruleOf(policy: string, maxPerHost: number, id: string, workloads: string[]): Rule | undefined {
  const base = {
    id,
    mode: policy.startsWith('soft-') ? ('soft' as const) : ('hard' as const),
    select: { workloads },
    per: 'all' as const,
    topology: 'host' as const,
  };
  switch (policy.replace(/^soft-/, '')) {
    case 'affinity':
      return { rule: 'colocate', ...base };
    case 'anti-affinity':
      return Number.isSafeInteger(maxPerHost) && maxPerHost > 1
        ? { rule: 'spread', ...base, maxPerDomain: maxPerHost }
        : { rule: 'separate', ...base };
    default:
      return undefined;
  }
}

/** One policy: `policy` since API 2.64, a list with one entry before. */
function policyOf(row: Cursor): string | undefined {
  const cursor = row.first('policy', 'policies', 'Policy', 'Policies');
  return cursor.isList ? cursor.textList()[0] : cursor.text();
}

function membersOf(cursor: Cursor): string[] {
  return cursor.isList ? cursor.textList() : (cursor.text() ?? '').split(/[\s,]+/).filter((each) => each !== '');
}
