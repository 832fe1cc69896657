import { instantMinutes } from './local-time.ts';
import type { Report, VerifyWavesInput } from './report.ts';

/** Gates in order and before what they guard; a way back that is long enough; no waiver that the programme does not have. */
export function verifyWavePapers({ waves, programme }: VerifyWavesInput, report: Report): void {
  const at = (local: string): number => instantMinutes(local, programme.timeZone);
  waves.waves.forEach(({ id, groups, end, gates = [], rollback }, w) => {
    const cutovers = waves.activities.filter(({ group }) => groups.includes(group)).map((a) => a.cutoverStart);
    const first = cutovers.sort()[0] ?? end;
    let before = '';
    gates.forEach((gate, g) => {
      const isLate = gate.id !== 'acceptance' && gate.at > first;
      if (gate.at < before || isLate || (gate.id === 'acceptance' && gate.at < end)) {
        report('YQ4280', `/waves/${w}/gates/${g}`, { wave: id, gate: gate.id, at: gate.at });
      }
      before = gate.at;
    });
    if (rollback === undefined) return;
    if (at(rollback.until) - at(end) < Math.round(programme.trialDays * 1440) || rollback.point > first) {
      report('YQ4281', `/waves/${w}/rollback`, { wave: id, until: rollback.until, days: programme.trialDays });
    }
  });
  const endOf = new Map(waves.activities.map((activity) => [activity.group, activity.cutoverEnd.slice(0, 10)]));
  (waves.findings ?? []).forEach(({ subject, group, code, status, waiver }, f) => {
    if (status !== 'waived') return;
    const holds = programme.waivers.some(
      (own) =>
        own.code === code &&
        own.subject === subject &&
        own.by === waiver?.by &&
        own.until === waiver.until &&
        own.until >= (endOf.get(group) ?? ''),
    );
    if (!holds) report('YQ4282', `/findings/${f}`, { code, subject });
  });
}
