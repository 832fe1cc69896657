import type { Whole } from '@yunqian/scheduler-core';
import type { Lowered } from '../lower/lowered.ts';
import { matches } from '../lower/select.ts';
import type { Policy } from '../policy/schema.ts';

/** The systems that the policy wants placed whole, as the workloads of the problem. */
export function wholeSystems({ index }: Lowered, { wholeSystems: select }: Policy): Whole[] {
  if (select === undefined) return [];
  const members = new Map<string, number[]>();
  for (const entry of index.entries) {
    if (entry.system === undefined || !matches(select, entry)) continue;
    const own = members.get(entry.system.id) ?? [];
    for (let i = 0; i < entry.count; i++) own.push(entry.first + i);
    members.set(entry.system.id, own);
  }
  return [...members].map(([id, own]) => ({ id, members: own }));
}
