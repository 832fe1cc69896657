import type { Assumption, Finding } from '../finding.ts';

/** Collects what is wrong and what is assumed; each assumption once. */
export interface Report {
  readonly findings: Finding[];
  readonly assumptions: Assumption[];
  find(severity: Finding['severity'], code: string, pointer: string, params?: Finding['params']): void;
  assume(subject: string, field: string, value: string | number, reason: string): void;
}

export function createReport(): Report {
  const findings: Finding[] = [];
  const assumptions: Assumption[] = [];
  const seen = new Set<string>();
  return {
    findings,
    assumptions,
    find: (severity, code, pointer, params = {}) => findings.push({ code, severity, pointer, params }),
    assume(subject, field, value, reason) {
      const key = JSON.stringify([subject, field]);
      if (seen.has(key)) return;
      seen.add(key);
      assumptions.push({ subject, field, value, reason });
    },
  };
}
