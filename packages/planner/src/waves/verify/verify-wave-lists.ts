import type { Activity } from '../schema.ts';
import { instantMinutes, wallMinutes } from './local-time.ts';
import type { Report, VerifyWavesInput } from './report.ts';

/** Each group once, waves of bounded size one after the other, the pilot first, and a true summary. */
export function verifyWaveLists({ waves, programme }: VerifyWavesInput, report: Report): void {
  for (const { id } of waves.groups) {
    const scheduled = waves.activities.filter((activity) => activity.group === id);
    const left = waves.unscheduled.filter(({ group }) => group === id).length;
    if (scheduled.length + left !== 1)
      report('YQ4046', '/activities', { group: id, scheduled: scheduled.length, left });
    const listed = waves.waves.filter(({ groups }) => groups.includes(id));
    if (scheduled.length === 0 && listed.length === 0) continue;
    if (listed.length !== 1 || listed[0]!.id !== scheduled[0]?.wave) {
      report('YQ4047', '/waves', { group: id, count: listed.length, wave: scheduled[0]?.wave ?? '-' });
    }
  }
  verifyWaveTimes({ waves, programme }, report);
  verifyPilot({ waves, programme }, report);
  verifySummary({ waves, programme }, report);
}

type Input = Pick<VerifyWavesInput, 'waves' | 'programme'>;

/** A wave is what cuts over in its days, counted from the programme's start; its times are those of its groups. */
function verifyWaveTimes({ waves, programme }: Input, report: Report): void {
  const length = programme.waveDays * 1440;
  const first = wallMinutes(programme.start);
  let before = { id: '', turn: -1 };
  waves.waves.forEach(({ id, groups, start, end }, w) => {
    const members = waves.activities.filter((activity) => groups.includes(activity.group));
    if (groups.length > programme.maxGroupsPerWave) {
      report('YQ4048', `/waves/${w}/groups`, { wave: id, groups: groups.length, limit: programme.maxGroupsPerWave });
    }
    const turnOf = (minute: number): number => Math.floor((minute - first) / length);
    const turns = members.map((activity) => turnOf(wallMinutes(activity.cutoverStart)));
    const turn = turns[0] ?? before.turn + 1;
    members.forEach((activity, i) => {
      if (turns[i] === turn && wallMinutes(activity.cutoverEnd) <= first + (turn + 1) * length) return;
      report('YQ4061', `/waves/${w}`, { wave: id, group: activity.group, days: programme.waveDays });
    });
    if (turn <= before.turn) report('YQ4049', `/waves/${w}`, { earlier: before.id, later: id });
    before = { id, turn };
    const actual = {
      start: members.map((activity) => activity.seedStart).sort()[0] ?? '',
      end:
        members
          .map((activity) => activity.cutoverEnd)
          .sort()
          .at(-1) ?? '',
    };
    for (const [field, claimed] of Object.entries({ start, end })) {
      const value = actual[field as keyof typeof actual];
      if (claimed !== value) report('YQ4059', `/waves/${w}/${field}`, { wave: id, field, claimed, actual: value });
    }
  });
}

/** Pilot systems, and what they use, cut over in waves of their own, before any other. */
function verifyPilot({ waves, programme }: Input, report: Report): void {
  const pilot = new Set(
    waves.groups.filter(({ systems }) => systems.some((id) => programme.pilot.includes(id))).map(({ id }) => id),
  );
  for (const id of pilot)
    for (const used of waves.groups.find((group) => group.id === id)?.after ?? []) pilot.add(used);
  const ofPilot = (activity: Activity): boolean => pilot.has(activity.group);
  const pilotEnd =
    waves.activities
      .filter(ofPilot)
      .map((activity) => activity.cutoverEnd)
      .sort()
      .at(-1) ?? '';
  waves.activities.forEach((activity, i) => {
    if (ofPilot(activity) || activity.cutoverStart >= pilotEnd) return;
    report('YQ4041', `/activities/${i}`, { group: activity.group, at: activity.cutoverStart, pilotEnd });
  });
  waves.waves.forEach(({ id, groups, pilot: claimed }, w) => {
    const actual = groups.every((group) => pilot.has(group)) && groups.length > 0;
    if (claimed !== actual) {
      report('YQ4059', `/waves/${w}/pilot`, {
        wave: id,
        field: 'pilot',
        claimed: String(claimed),
        actual: String(actual),
      });
    }
  });
}

function verifySummary({ waves, programme }: Input, report: Report): void {
  const { summary } = waves;
  const end =
    waves.activities
      .map((activity) => activity.cutoverEnd)
      .sort()
      .at(-1) ?? null;
  const at = (local: string): number => instantMinutes(local, programme.timeZone);
  const minutes = end === null ? 0 : at(end) - at(`${programme.start}T00:00`);
  const actual = {
    groups: waves.groups.length,
    waves: waves.waves.length,
    workloads: waves.groups.reduce((sum, group) => sum + group.workloads.length, 0),
    hours: Math.round((minutes / 60) * 100) / 100,
    end,
  };
  for (const [field, value] of Object.entries(actual)) {
    const claimed = summary[field as keyof typeof actual];
    if (claimed !== value) {
      report('YQ4050', `/summary/${field}`, { field, claimed: String(claimed), actual: String(value) });
    }
  }
  if (summary.lowerBoundHours > summary.hours) {
    report('YQ4060', '/summary/lowerBoundHours', { bound: summary.lowerBoundHours, hours: summary.hours });
  }
}
