import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Report, VerifyWavesInput } from './verify/report.ts';
import { verifyCalendar } from './verify/verify-calendar.ts';
import { verifyGroups } from './verify/verify-groups.ts';
import { verifyHosts } from './verify/verify-hosts.ts';
import { verifyResources } from './verify/verify-resources.ts';
import { verifyWaveLists } from './verify/verify-wave-lists.ts';
import { verifyWavePapers } from './verify/verify-wave-papers.ts';

/**
 * Recomputes from the documents everything that a schedule promises, and shares no code with the scheduler:
 * membership, what moves together and in which order, windows and freezes, links and teams at every instant, pilot,
 * deadline, waves, summary, input hashes. [] = it holds.
 */
export function verifyWaves(input: VerifyWavesInput): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report: Report = (code, pointer, params) => {
    found.push({ code, severity: 'error', document: '', pointer, line: 0, column: 0, params });
  };
  for (const { kind, path, sha256 } of input.inputs ?? []) {
    const i = input.waves.inputs.findIndex((named) => named.kind === kind);
    if (input.waves.inputs[i]?.sha256 !== sha256) report('YQ4045', i < 0 ? '/inputs' : `/inputs/${i}`, { kind, path });
  }
  verifyGroups(input, report);
  verifyCalendar(input, report);
  verifyResources(input, report);
  verifyHosts(input, report);
  verifyWaveLists(input, report);
  verifyWavePapers(input, report);
  return found;
}
