import ical, { ICalCalendarMethod } from 'ical-generator';
import { DateTime } from 'luxon';
import { describe } from '../../diagnostic/describe.ts';
import type { WaveExporter } from './wave-export.ts';

/**
 * Cutovers, and the gates of the waves, as iCalendar (RFC 5545). Times are written in UTC, which every calendar shows in
 * the reader's zone; the stamp is the start of the schedule, so that the same document gives the same bytes, and ids
 * stay the same when a cutover moves.
 */
export const exportCalendar: WaveExporter = ({ waves }) => {
  const instant = (local: string): Date => DateTime.fromISO(local, { zone: waves.timeZone }).toJSDate();
  const first = waves.waves.map(({ start }) => start).sort()[0] ?? '1970-01-01T00:00';
  const stamp = instant(first);
  const calendar = ical({ name: waves.name, prodId: { company: 'yunqian', product: 'waves', language: 'EN' } });
  calendar.method(ICalCalendarMethod.PUBLISH);
  const id = (kind: string, ...parts: string[]): string =>
    `${[kind, ...parts].map(encodeURIComponent).join('.')}@${encodeURIComponent(waves.name)}.yunqian`;
  const groups = new Map(waves.groups.map((group) => [group.id, group]));
  const names = new Map(waves.waves.map((wave) => [wave.id, wave.name]));
  for (const { group, wave, link, team, cutoverStart, cutoverEnd } of waves.activities) {
    const { systems = [], workloads = [] } = groups.get(group) ?? {};
    calendar.createEvent({
      id: id('cutover', group),
      stamp,
      start: instant(cutoverStart),
      end: instant(cutoverEnd),
      summary: `Cutover 割接 ${group}`,
      description: [
        names.get(wave) ?? wave,
        `${workloads.length} workloads 工作负载: ${systems.join(', ')}`,
        `link 链路 ${link}${team === undefined ? '' : `, team 团队 ${team}`}`,
      ].join('\n'),
    });
  }
  for (const wave of waves.waves) {
    for (const gate of wave.gates ?? []) {
      const at = instant(gate.at);
      calendar.createEvent({
        id: id('gate', wave.id, gate.id),
        stamp,
        start: at,
        end: at,
        summary: `Gate 关口 ${wave.id} ${gate.id}`,
        description: (['en', 'zh-CN'] as const).map((lang) => describe(gate.code, gate.params, lang).text).join('\n'),
      });
    }
  }
  return { files: [{ name: 'waves.ics', content: calendar.toString() }], leftOut: [] };
};
