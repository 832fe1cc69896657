import { DateTime } from 'luxon';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import { accessDifferences } from '../security/evidence.ts';
import { assess } from './difficulty.ts';
import type { WavesInput } from './findings.ts';
import type { Programme } from './programme-schema.ts';
import { checkReadiness, readinessDiagnostics } from './readiness.ts';
import type { Wave, Waves } from './schema.ts';
import { type Subject, subjectsOf } from './subjects.ts';

/** What people need beside the schedule: how hard each system is, what stands against it, and each wave's gates and papers. */
export function completeWaves(
  waves: Waves,
  { plan, estate, programme }: WavesInput,
): { waves: Waves; diagnostics: Diagnostic[] } {
  const subjects = subjectsOf(waves.groups, estate, programme);
  const whole: Waves = {
    ...waves,
    assessments: assess(subjects, estate, programme),
    findings: checkReadiness(subjects, plan, programme, waves.activities, accessDifferences(estate)),
  };
  return {
    waves: { ...whole, waves: whole.waves.map((wave, w) => completeWave(wave, w, whole, subjects, estate, programme)) },
    diagnostics: readinessDiagnostics(whole, subjects, programme),
  };
}

function completeWave(
  wave: Wave,
  w: number,
  waves: Waves,
  subjects: readonly Subject[],
  estate: Estate,
  programme: Programme,
): Wave {
  const members = subjects.filter(({ group }) => wave.groups.includes(group.id));
  const activities = waves.activities.filter(({ group }) => wave.groups.includes(group));
  const times = (field: 'seedStart' | 'seedEnd' | 'cutoverStart'): string[] => activities.map((a) => a[field]).sort();
  const point = times('cutoverStart')[0]!;
  const until = DateTime.fromISO(wave.end, { zone: waves.timeZone })
    .plus({ minutes: Math.round(programme.trialDays * 1440) })
    .toFormat("yyyy-MM-dd'T'HH:mm");
  return {
    ...wave,
    ...namesOf(w, members, estate),
    gates: gatesOf(wave, w, waves, members, {
      first: times('seedStart')[0]!,
      synced: times('seedEnd')[0]!,
      point,
      until,
      days: programme.trialDays,
    }),
    rollback: { point, until },
    evidence: evidenceOf(wave, waves, members),
  };
}

/** `Wave 3: Public Security, Tax and 4 more`: the tenants with most systems in it. */
function namesOf(w: number, members: readonly Subject[], { tenants }: Estate): { name: string; nameZh: string } {
  const byId = new Map(tenants.map((tenant) => [tenant.id, tenant]));
  const counts = new Map<string, number>();
  for (const { system } of members) {
    if (system?.tenant !== undefined) counts.set(system.tenant, (counts.get(system.tenant) ?? 0) + 1);
  }
  const ids = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
  const more = ids.length - 2;
  const names = (zh: boolean): string[] =>
    ids.slice(0, 2).map((id) => (zh ? byId.get(id)?.nameZh : undefined) ?? byId.get(id)?.name ?? id);
  const en = [`Wave ${w + 1}`, names(false).join(', ')].filter((part) => part !== '');
  const zh = [`第 ${w + 1} 波`, names(true).join('、')].filter((part) => part !== '');
  return {
    name: `${en.join(': ')}${more > 0 ? ` and ${more} more` : ''}`,
    nameZh: `${zh.join('：')}${more > 0 ? ` 等 ${ids.length} 家` : ''}`,
  };
}

interface Times {
  readonly first: string;
  readonly synced: string;
  readonly point: string;
  readonly until: string;
  readonly days: number;
}

function gatesOf(
  wave: Wave,
  w: number,
  waves: Waves,
  members: readonly Subject[],
  { first, synced, point, until, days }: Times,
): NonNullable<Wave['gates']> {
  const groups = wave.groups.length;
  const systems = members.length;
  const workloads = members.reduce((sum, subject) => sum + subject.workloads.reduce((n, { count }) => n + count, 0), 0);
  const before = waves.waves[w - 1];
  const pilot = [...waves.waves.slice(0, w)].reverse().find((other) => other.pilot);
  const waited = pilot ?? before;
  return [
    { id: 'readiness', at: first, code: 'YQ4261', params: { groups } },
    { id: 'capacity', at: first, code: 'YQ4262', params: { workloads } },
    { id: 'synced', at: synced < point ? synced : point, code: 'YQ4263', params: { groups } },
    ...(waited === undefined ? [] : [{ id: 'pilot' as const, at: point, code: 'YQ4260', params: { wave: waited.id } }]),
    { id: 'cutover', at: point, code: 'YQ4264', params: { systems } },
    { id: 'acceptance', at: until, code: 'YQ4265', params: { days } },
  ];
}

function evidenceOf(wave: Wave, waves: Waves, members: readonly Subject[]): NonNullable<Wave['evidence']> {
  const inWave = <T extends { readonly group: string }>(items: readonly T[] = []): T[] =>
    items.filter(({ group }) => wave.groups.includes(group));
  const own = waves.groups.filter(({ id }) => wave.groups.includes(id));
  const workloads = own.reduce((sum, group) => sum + group.workloads.length, 0);
  const sizeGiB = Math.round(own.reduce((sum, group) => sum + group.sizeGiB, 0));
  const protectedSystems = members.filter(({ system }) => (system?.mlps ?? 0) >= 3).length;
  const core = members.filter(({ system }) => system?.criticality === 'core').length;
  const waivers = inWave(waves.findings).filter(({ status }) => status === 'waived').length;
  return [
    { id: 'backup', code: 'YQ4270', params: { workloads } },
    { id: 'dataCheck', code: 'YQ4271', params: { sizeGiB } },
    { id: 'cutoverLog', code: 'YQ4272', params: { groups: own.length } },
    { id: 'acceptanceTest', code: 'YQ4273', params: { systems: members.length } },
    ...(protectedSystems > 0 ? [{ id: 'mlps', code: 'YQ4274', params: { systems: protectedSystems } }] : []),
    ...(core > 0 ? [{ id: 'rollbackRehearsal', code: 'YQ4275', params: { systems: core } }] : []),
    ...(waivers > 0 ? [{ id: 'waivers', code: 'YQ4276', params: { count: waivers } }] : []),
  ];
}
