import type { Finding } from '@yunqian/hw-model';
import type { Recovery } from './schema.ts';

/** What the recovery section of a policy can be told alone. Pointers begin at `/recovery`. */
export function checkRecovery({ classes, pairs }: Recovery): Finding[] {
  const findings: Finding[] = [];
  const find = (code: string, severity: Finding['severity'], pointer: string, params: Finding['params']) =>
    findings.push({ code, severity, pointer: `/recovery${pointer}`, params });
  for (const [field, list] of [
    ['classes', classes],
    ['pairs', pairs],
  ] as const) {
    const seen = new Set<string>();
    list.forEach(({ id }, i) => {
      if (seen.has(id)) find('YQ1802', 'error', `/${field}/${i}/id`, { field, id });
      seen.add(id);
    });
  }
  pairs.forEach(({ id, sites: [one, other] }, i) => {
    if (one === other) find('YQ1803', 'error', `/pairs/${i}/sites`, { pair: id });
  });
  classes.forEach(({ id, method, rpoMinutes, intervalMinutes }, i) => {
    if (rpoMinutes === undefined) return;
    if (method === 'activeActive' && rpoMinutes > 0)
      find('YQ1805', 'warning', `/classes/${i}/rpoMinutes`, { class: id, rpo: rpoMinutes });
    if (intervalMinutes !== undefined && method !== 'activeActive' && intervalMinutes > rpoMinutes)
      find('YQ1804', 'error', `/classes/${i}/intervalMinutes`, {
        class: id,
        rpo: rpoMinutes,
        interval: intervalMinutes,
      });
  });
  return findings;
}
