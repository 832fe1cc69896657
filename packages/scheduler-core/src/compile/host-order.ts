import type { RuleContext } from '../rules/rule.ts';

/**
 * The order in which equal empty hosts are opened: one of each rack (the level with most domains) before a second of any, so that
 * a group that must spread finds another rack next in line.
 */
export function orderHosts({ problem, domainIds, domainOf }: RuleContext): Int32Array {
  const hosts = problem.hosts.length;
  let finest = -1;
  domainIds.forEach((ids, level) => {
    if (ids.length < hosts && ids.length > (finest < 0 ? 1 : domainIds[finest]!.length)) finest = level;
  });
  const round = new Int32Array(hosts);
  if (finest >= 0) {
    const seen = new Int32Array(domainIds[finest]!.length);
    domainOf[finest]!.forEach((domain, host) => {
      if (domain >= 0) round[host] = seen[domain]!++;
    });
  }
  return Int32Array.from({ length: hosts }, (_, host) => host).sort((a, b) => round[a]! - round[b]! || a - b);
}
