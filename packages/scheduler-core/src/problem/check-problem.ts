import { checkRules } from '../rules/check-rules.ts';
import { createIssues, type IssueCode, isQuantity, MAX_QUANTITY, type ProblemIssue } from './issue.ts';
import type { Host, Problem, Workload } from './problem.ts';

/**
 * Every structural trouble of a problem, in the order of its parts; empty: it can be solved and verified. Looks at
 * structure only: a problem without issues may well have no placement.
 */
export function checkProblem(problem: Problem): ProblemIssue[] {
  const { issues, report } = createIssues();
  const { dimensions, levels, hosts, workloads, groups } = problem;

  if (problem.formatVersion !== '1.0') {
    report('/formatVersion', 'format-version', `format version ${problem.formatVersion} is not 1.0`);
  }
  const unique = (part: string, ids: readonly string[]) => {
    const seen = new Set(ids);
    if (seen.size === ids.length) return seen;
    const met = new Set<string>();
    ids.forEach((id, at) => {
      if (met.has(id)) report(`/${part}/${at}`, 'duplicate-id', `id ${JSON.stringify(id)} is used twice in ${part}`);
      met.add(id);
    });
    return seen;
  };
  const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

  unique('dimensions', dimensions);
  unique('levels', levels);
  const hostIds = unique('hosts', ids(hosts));
  unique('workloads', ids(workloads));
  unique('groups', ids(groups));
  unique('rules', ids(problem.rules));
  levels.forEach((id, at) => {
    if (id === 'host')
      report(`/levels/${at}`, 'reserved-id', 'the level "host" exists by itself and cannot be defined');
  });

  // Equal entries share their arrays: each array is checked once.
  const checked = new Set<readonly unknown[]>();
  const quantities = (path: string, values: readonly number[]) => {
    if (checked.has(values)) return;
    checked.add(values);
    if (values.length !== dimensions.length) {
      report(path, 'length', `${values.length} quantities for ${dimensions.length} dimensions`);
    }
    values.forEach((value, at) => {
      if (!isQuantity(value)) {
        report(`${path}/${at}`, 'quantity', `${value} is not an integer from 0 to ${MAX_QUANTITY}`);
      }
    });
  };

  hosts.forEach((host: Host, at) => {
    quantities(`/hosts/${at}/capacity`, host.capacity);
    if (host.domains.length !== levels.length) {
      report(`/hosts/${at}/domains`, 'length', `${host.domains.length} domains for ${levels.length} levels`);
    }
  });

  workloads.forEach((workload: Workload, at) => {
    const { host, pinned, priority = 0 } = workload;
    quantities(`/workloads/${at}/demand`, workload.demand);
    if (!Number.isSafeInteger(priority)) {
      report(`/workloads/${at}/priority`, 'priority', `priority ${priority} is not an integer`);
    }
    if (host !== undefined && !hostIds.has(host)) {
      report(`/workloads/${at}/host`, 'unknown-host', `host ${JSON.stringify(host)} does not exist`);
    }
    if (pinned && host === undefined) {
      report(`/workloads/${at}/pinned`, 'pinned-nowhere', 'pinned, but no host is given to stay on');
    }
  });

  groups.forEach(({ members }, group) => {
    const refuse = (at: number, code: IssueCode, message: string) =>
      report(`/groups/${group}/members/${at}`, code, message);
    for (let at = 0; at < members.length; at++) {
      const member = members[at]!;
      if (!Number.isInteger(member) || member < 0 || member >= workloads.length) {
        refuse(at, 'unknown-workload', `${member} is not the index of a workload`);
      } else if (at > 0 && member <= members[at - 1]!) {
        refuse(at, 'order', 'members must ascend without repeats');
      }
    }
  });

  checkRules(problem, report);
  return issues;
}
