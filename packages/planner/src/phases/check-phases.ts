import type { Finding } from '@yunqian/hw-model';
import type { Phases } from './schema.ts';

/** What the schema cannot say: ids once, dates in order, a beginning, one origin of each estate. */
export function checkPhases({ phases }: Phases): Finding[] {
  const findings: Finding[] = [];
  const find = (code: string, pointer: string, params: Finding['params']) =>
    findings.push({ code, severity: 'error', pointer, params });
  const ids = new Set<string>();
  phases.forEach(({ id, from, fleet, estate, changes }, i) => {
    const at = `/phases/${i}`;
    const before = phases[i - 1];
    if (ids.has(id)) find('YQ1901', `${at}/id`, { phase: id });
    ids.add(id);
    if (before !== undefined && from <= before.from)
      find('YQ1902', `${at}/from`, { phase: id, from, before: before.from });
    if (before === undefined && fleet === undefined) find('YQ1903', at, { phase: id, field: 'fleet' });
    if (before === undefined && estate === undefined) find('YQ1903', at, { phase: id, field: 'estate' });
    if (estate !== undefined && changes !== undefined) find('YQ1904', `${at}/changes`, { phase: id });
  });
  return findings;
}
