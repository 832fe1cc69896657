import { instantMinutes } from './local-time.ts';
import type { Report, VerifyWavesInput } from './report.ts';

interface Use {
  readonly start: string;
  readonly end: string;
  readonly amount: number;
}

/** Sums at every instant: each link's bandwidth and copies, and the teams. One breach a resource: its worst moment. */
export function verifyResources({ waves, programme }: VerifyWavesInput, report: Report): void {
  const worst = (uses: readonly Use[]): { at: string; sum: number } => peak(uses, programme.timeZone);
  programme.links.forEach(({ id, bandwidthMbps, efficiency }) => {
    const mine = waves.activities.filter((activity) => activity.link === id);
    const seeds = mine.map((a): Use => ({ start: a.seedStart, end: a.seedEnd, amount: a.bandwidthMbps }));
    const deltas = mine.map((a): Use => ({ start: a.seedEnd, end: a.cutoverEnd, amount: a.deltaMbps }));
    const traffic = worst([...seeds, ...deltas]);
    const limit = bandwidthMbps * efficiency;
    if (traffic.sum > limit + 1e-6) {
      report('YQ4038', '/activities', { link: id, at: traffic.at, mbps: Math.round(traffic.sum * 1000) / 1000, limit });
    }
    const copies = worst(seeds.map((seed) => ({ ...seed, amount: 1 })));
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
  const cutovers = worst(waves.activities.map((a) => ({ start: a.cutoverStart, end: a.cutoverEnd, amount: 1 })));
  const { teams } = programme;
  const limit = typeof teams === 'number' ? teams : teams.reduce((sum, { members }) => sum + members, 0);
  if (cutovers.sum > limit) {
    report('YQ4040', '/activities', { at: cutovers.at, cutovers: cutovers.sum, limit });
  }
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
