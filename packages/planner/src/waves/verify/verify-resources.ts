import type { Activity } from '../schema.ts';
import { instantMinutes, wallMinutes, wallText } from './local-time.ts';
import type { Report, VerifyWavesInput } from './report.ts';
import { isOpen, scopeOf } from './scope.ts';

interface Use {
  readonly start: string;
  readonly end: string;
  readonly amount: number;
}

/** Sums at every instant: links, appliances, teams, tenants. One breach a resource: its worst moment. */
export function verifyResources(input: VerifyWavesInput, report: Report): void {
  const { waves, programme } = input;
  const worst = (uses: readonly Use[]): { at: string; sum: number } => peak(uses, programme.timeZone);
  programme.links.forEach(({ id, bandwidthMbps, efficiency }) => {
    const mine = waves.activities.filter((activity) => activity.link === id);
    const traffic = worst(mine.flatMap(flowOf));
    const limit = bandwidthMbps * efficiency;
    if (traffic.sum > limit + 1e-6) {
      report('YQ4038', '/activities', { link: id, at: traffic.at, mbps: Math.round(traffic.sum * 1000) / 1000, limit });
    }
    const copies = worst(mine.map(copyOf));
    if (copies.sum > programme.concurrentCopies) {
      report('YQ4039', '/activities', {
        link: id,
        at: copies.at,
        copies: copies.sum,
        limit: programme.concurrentCopies,
      });
    }
  });
  waves.activities.forEach(({ group, link }, i) => {
    if (!programme.links.some(({ id }) => id === link)) report('YQ4055', `/activities/${i}/link`, { group, link });
  });
  verifyAppliances(input, worst, report);
  verifyTeams(input, worst, report);
  verifyTenants(input, worst, report);
}

type Worst = (uses: readonly Use[]) => { at: string; sum: number };

const cutoverOf = (a: Activity): Use => ({ start: a.cutoverStart, end: a.cutoverEnd, amount: 1 });

/** A cold group is copied while it cuts over. */
function copyOf(a: Activity): Use {
  return a.method === 'cold' ? cutoverOf(a) : { start: a.seedStart, end: a.seedEnd, amount: 1 };
}

function flowOf(a: Activity): Use[] {
  return [
    { start: a.seedStart, end: a.seedEnd, amount: a.bandwidthMbps },
    { start: a.seedEnd, end: a.cutoverEnd, amount: a.deltaMbps },
  ];
}

function verifyAppliances({ waves, programme }: VerifyWavesInput, worst: Worst, report: Report): void {
  for (const { id, concurrentCopies, bandwidthMbps } of programme.appliances) {
    const mine = waves.activities.filter(({ appliance }) => appliance === id);
    const copies = worst(mine.map(copyOf));
    if (copies.sum > concurrentCopies) {
      const params = { appliance: id, at: copies.at, copies: copies.sum, limit: concurrentCopies };
      report('YQ4134', '/activities', params);
    }
    const traffic = worst(mine.flatMap(flowOf));
    if (bandwidthMbps !== undefined && traffic.sum > bandwidthMbps + 1e-6) {
      const mbps = Math.round(traffic.sum * 1000) / 1000;
      report('YQ4135', '/activities', { appliance: id, at: traffic.at, mbps, limit: bandwidthMbps });
    }
  }
  waves.activities.forEach(({ group, link, appliance, method = 'warm' }, i) => {
    const serves = programme.appliances.filter(({ methods }) => methods === undefined || methods.includes(method));
    const mine = serves.find(({ id }) => id === appliance);
    const isRight = appliance === undefined ? serves.length === 0 : (mine?.links?.includes(link) ?? mine !== undefined);
    if (!isRight) report('YQ4136', `/activities/${i}`, { group, method, appliance: appliance ?? '-' });
  });
}

function verifyTeams({ waves, programme }: VerifyWavesInput, worst: Worst, report: Report): void {
  const { teams, holidays } = programme;
  if (typeof teams === 'number') {
    const cutovers = worst(waves.activities.map(cutoverOf));
    if (cutovers.sum > teams) {
      report('YQ4040', '/activities', { at: cutovers.at, cutovers: cutovers.sum, limit: teams });
    }
  } else {
    for (const { id, members } of teams) {
      const cutovers = worst(waves.activities.filter(({ team }) => team === id).map(cutoverOf));
      if (cutovers.sum <= members) continue;
      report('YQ4040', '/activities', { at: cutovers.at, cutovers: cutovers.sum, limit: members });
    }
  }
  const systemsOf = new Map(waves.groups.map(({ id, systems }) => [id, systems]));
  waves.activities.forEach(({ group, team, state, cutoverStart, cutoverEnd }, i) => {
    if (state === 'done') return;
    const crew = typeof teams === 'number' ? undefined : teams.find(({ id }) => id === team);
    if (typeof teams !== 'number' && crew === undefined) {
      report('YQ4131', `/activities/${i}`, { group, team: team ?? '-', at: cutoverStart });
    }
    const needed = programme.systems
      .filter(({ system }) => systemsOf.get(group)?.includes(system))
      .flatMap(({ skills }) => skills);
    const lacking = crew === undefined ? [] : needed.filter((skill) => !crew.skills.includes(skill));
    if (lacking.length > 0) {
      report('YQ4130', `/activities/${i}`, { group, team: team ?? '-', skills: lacking.join(', ') });
    }
    for (let minute = wallMinutes(cutoverStart); minute < wallMinutes(cutoverEnd); minute++) {
      const at = wallText(minute);
      const isOn = (dates: { from: string; to: string }): boolean =>
        dates.from <= at.slice(0, 10) && at.slice(0, 10) <= dates.to;
      const works =
        (crew?.windows?.some((window) => isOpen(window, minute)) ?? true) &&
        !(crew?.away ?? []).some(isOn) &&
        (crew?.onHolidays === true || !holidays.some(isOn));
      if (works) continue;
      report('YQ4131', `/activities/${i}`, { group, team: team ?? '-', at });
      break;
    }
  });
}

function verifyTenants({ waves, estate, programme }: VerifyWavesInput, worst: Worst, report: Report): void {
  const scopes = new Map(waves.groups.map((group) => [group.id, scopeOf(group, estate, programme)]));
  const limit = programme.maxCutoversPerTenant ?? Number.POSITIVE_INFINITY;
  for (const { id: tenant } of estate.tenants) {
    const mine = waves.activities.filter(({ group }) => scopes.get(group)?.tenants.includes(tenant));
    const cutovers = worst(mine.map(cutoverOf));
    if (cutovers.sum > limit) {
      report('YQ4132', '/activities', { tenant, at: cutovers.at, cutovers: cutovers.sum, limit });
    }
  }
  waves.waves.forEach(({ id, groups }, w) => {
    const risk = groups.reduce((sum, group) => sum + (scopes.get(group)?.risk ?? 0), 0);
    const most = programme.maxRiskPerWave ?? Number.POSITIVE_INFINITY;
    if (risk > most + 1e-6) report('YQ4133', `/waves/${w}`, { wave: id, risk, limit: most });
  });
}

/** Ends count before starts at the same instant. */
function peak(uses: readonly Use[], timeZone: string): { at: string; sum: number } {
  const changes = uses
    .filter(({ start, end }) => start < end)
    .flatMap(({ start, end, amount }) => [
      { at: start, minute: instantMinutes(start, timeZone), amount },
      { at: end, minute: instantMinutes(end, timeZone), amount: -amount },
    ])
    .sort((a, b) => a.minute - b.minute || a.amount - b.amount);
  let sum = 0;
  let highest = { at: '', sum: 0 };
  for (const { at, amount } of changes) {
    sum += amount;
    if (sum > highest.sum) highest = { at, sum };
  }
  return highest;
}
