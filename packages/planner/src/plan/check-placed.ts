import { managementNodes } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Lowered } from '../lower/lowered.ts';
import { trouble } from '../lower/trouble.ts';
import type { Policy } from '../policy/schema.ts';
import { siteFlows } from './site-flows.ts';

/** What only a placement shows: flows between sites, and the size of the management plane. */
export function checkPlaced(lowered: Lowered, policy: Policy, hostOf: ArrayLike<number>): Diagnostic[] {
  const { siteLink, managementSize } = policy.builtin;
  return [
    ...(siteLink === 'off' ? [] : checkSiteLinks(lowered, severityOf(siteLink), hostOf)),
    ...(managementSize === 'off' ? [] : checkManagement(lowered, severityOf(managementSize), hostOf)),
  ];
}

const severityOf = (mode: 'hard' | 'soft') => (mode === 'hard' ? 'error' : 'warning');

/** R15. Sites between which no link is described are not checked. */
function checkSiteLinks(lowered: Lowered, severity: 'error' | 'warning', hostOf: ArrayLike<number>): Diagnostic[] {
  return siteFlows(lowered, hostOf)
    .filter(({ usedMbps, limitMbps }) => limitMbps > 0 && usedMbps > limitMbps + 1e-6)
    .map(({ from, to, usedMbps, limitMbps }) =>
      trouble('YQ2103', severity, 'fleet', '/links', { from, to, usedMbps: Math.ceil(usedMbps), limitMbps }),
    );
}

/** R9. A cloud without any management host has its management plane elsewhere. */
function checkManagement(
  { index, problem }: Lowered,
  severity: 'error' | 'warning',
  hostOf: ArrayLike<number>,
): Diagnostic[] {
  const clouds = Map.groupBy(index.hosts, ({ cloud }) => cloud);
  const vms = new Map<string, number>();
  for (let workload = 0; workload < problem.workloads.length; workload++) {
    const host = index.hosts[hostOf[workload]!];
    if (host === undefined || index.entries[index.entryOf[workload]!]!.workload.kind !== 'vm') continue;
    vms.set(host.cloud, (vms.get(host.cloud) ?? 0) + 1);
  }
  return [...clouds].flatMap(([cloud, hosts]) => {
    const nodes = hosts.filter(({ role }) => role === 'management').length;
    if (nodes === 0) return [];
    const size = { hosts: hosts.length, vms: vms.get(cloud) ?? 0 };
    const needed = managementNodes(size);
    if (needed === undefined) return [trouble('YQ2105', 'warning', 'fleet', '/clouds', { cloud, ...size })];
    if (nodes >= needed) return [];
    return [trouble('YQ2104', severity, 'fleet', '/clouds', { cloud, nodes, needed, ...size })];
  });
}
