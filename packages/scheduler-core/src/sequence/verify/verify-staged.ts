import type { StagedActivity, StagedProject, StagedSchedule, StagedSlot } from '../staged/staged-project.ts';

export type StagedViolationKind =
  | 'lead'
  | 'gap'
  | 'hidden'
  | 'precedence'
  | 'release'
  | 'latest-end'
  | 'window'
  | 'period'
  | 'rank'
  | 'crew'
  | 'limit'
  | 'capacity'
  | 'fixed'
  | 'cost';

/** One breach of a staged schedule; activities are ids. The message is in English. */
export interface StagedViolation {
  readonly kind: StagedViolationKind;
  readonly activity: string;
  readonly message: string;
}

/** Every breach: from the project's own words, by plain arithmetic, sharing no code with the solver. Activities without a slot break nothing. */
export function verifyStaged(project: StagedProject, schedule: StagedSchedule): StagedViolation[] {
  const found: StagedViolation[] = [];
  const { activities } = project;
  const { slots } = schedule;
  activities.forEach((activity, a) => {
    const slot = slots[a];
    if (slot === null || slot === undefined) return;
    const report = (kind: StagedViolationKind, message: string): void => {
      found.push({ kind, activity: activity.id, message });
    };
    checkLead(project, activity, slot, report);
    for (const { activity: before, lag, before: what } of activity.predecessors) {
      const other = slots[before];
      const begin = what === 'lead' ? slot.leadStart : slot.start;
      if (!other || other.end + lag > begin)
        report('precedence', `begins at ${begin}, ${activities[before]!.id} ends at ${other?.end}`);
    }
    const { release = 0, latestEnd = project.horizon, firstPeriod = 0, lastPeriod = project.periods, fixed } = activity;
    if (fixed !== undefined) {
      if (slot.start !== fixed.start) report('fixed', `starts at ${slot.start}, fixed at ${fixed.start}`);
      return;
    }
    if (slot.start < release) report('release', `starts at ${slot.start}, released at ${release}`);
    if (slot.end > Math.min(latestEnd, project.horizon)) report('latest-end', `ends at ${slot.end}`);
    const window = project.calendars[activity.calendar]!.find(({ from, to }) => from <= slot.start && slot.end <= to);
    if (window?.period !== slot.period)
      report('window', `${slot.start}..${slot.end} is in no window of period ${slot.period}`);
    if (slot.period < firstPeriod || slot.period > lastPeriod) report('period', `is in period ${slot.period}`);
    activities.forEach((other, b) => {
      const first = slots[b];
      if (first && (other.rank ?? 0) < (activity.rank ?? 0) && other.fixed === undefined && first.period >= slot.period)
        report('rank', `is in period ${slot.period}, ${other.id} of a lower rank in ${first.period}`);
    });
    const needsCrew = activity.crews.length > 0;
    if (needsCrew ? !activity.crews.includes(slot.crew) : slot.crew !== -1) report('crew', `is served by ${slot.crew}`);
  });
  checkLimits(project, slots, found);
  checkCapacity(project, slots, found);
  checkCosts(project, schedule, found);
  return found;
}

type Slots = StagedSchedule['slots'];

function checkLead(
  { patterns, blind = [] }: StagedProject,
  { modes, duration, gap, fixed }: StagedActivity,
  slot: StagedSlot,
  report: (kind: StagedViolationKind, message: string) => void,
): void {
  const mode = modes[slot.mode]!;
  if (slot.end !== slot.start + duration + mode.extra) report('lead', `ends at ${slot.end}`);
  if (fixed?.lead !== undefined) return;
  if (mode.work === 0) {
    if (slot.leadStart !== slot.start || slot.leadEnd !== slot.start) report('lead', 'has a lead without work');
    return;
  }
  const pattern = mode.pattern === undefined ? [{ from: 0, speed: 1 }] : patterns[mode.pattern]!;
  let done = 0;
  pattern.forEach(({ from, speed }, i) => {
    const to = Math.min(pattern[i + 1]?.from ?? slot.leadEnd, slot.leadEnd);
    const time = to - Math.max(from, slot.leadStart);
    if (time > 0) done += time * (mode.rate * speed - mode.drain);
  });
  if (done < mode.work - 1e-6 * mode.work) report('lead', `does ${done} of ${mode.work}`);
  if (slot.leadEnd + gap > slot.start) report('gap', `starts ${slot.start - slot.leadEnd} after its lead`);
  for (const time of [slot.leadStart, slot.leadEnd]) {
    if (blind.some(({ from, to }) => from <= time && time < to)) report('hidden', `lead at ${time}`);
  }
}

function checkLimits({ activities, limits }: StagedProject, slots: Slots, found: StagedViolation[]): void {
  limits.forEach((limit, l) => {
    const sums = new Map<number, number>();
    activities.forEach(({ id, budgets, fixed }, a) => {
      const slot = slots[a];
      if (!slot) return;
      const sum = (sums.get(slot.period) ?? 0) + budgets[l]!;
      sums.set(slot.period, sum);
      if (sum > limit && fixed === undefined)
        found.push({ kind: 'limit', activity: id, message: `period ${slot.period}: ${sum} of ${limit}` });
    });
  });
}

/** At every instant at which a use begins, ends or a capacity changes. */
function checkCapacity({ resources, activities }: StagedProject, slots: Slots, found: StagedViolation[]): void {
  const uses = activities.flatMap(({ id, demands, takes = [], gives = [], modes }, a) => {
    const slot = slots[a];
    if (!slot) return [];
    const { lead, hold } = modes[slot.mode]!;
    const during = (list: typeof demands, from: number, to: number) =>
      list.map(({ resource, amount }) => ({ id, resource, amount, from, to }));
    return [
      ...during(lead, slot.leadStart, slot.leadEnd),
      ...during(hold, slot.leadEnd, slot.end),
      ...during(demands, slot.start, slot.end),
      ...during(slot.crew < 0 ? [] : [{ resource: slot.crew, amount: 1 }], slot.start, slot.end),
      ...during(takes, slot.leadStart, Number.POSITIVE_INFINITY),
      ...gives.map(({ resource, amount, lag }) => ({
        id,
        resource,
        amount: -amount,
        from: slot.end + lag,
        to: Number.POSITIVE_INFINITY,
      })),
    ];
  });
  resources.forEach(({ id, capacity, changes = [] }, r) => {
    const mine = uses.filter(({ resource }) => resource === r);
    const instants = new Set([...mine.flatMap(({ from, to }) => [from, to]), ...changes.map(({ from }) => from)]);
    for (const time of instants) {
      const now = mine.filter(({ from, to, amount }) => amount !== 0 && from <= time && time < to);
      const used = now.reduce((sum, { amount }) => sum + amount, 0);
      const there = changes.findLast(({ from }) => from <= time)?.capacity ?? capacity;
      const takers = now.filter(({ amount }) => amount > 0);
      if (used > there && takers.length > 0)
        found.push({ kind: 'capacity', activity: takers[0]!.id, message: `${id} at ${time}: ${used} of ${there}` });
    }
  });
}

function checkCosts(
  { activities, ties, levels }: StagedProject,
  { slots, costs }: StagedSchedule,
  found: StagedViolation[],
): void {
  const pairs = ties.flatMap(({ a, b, weight }) => {
    const [x, y] = [slots[a], slots[b]];
    return x && y ? [{ x, y, weight }] : [];
  });
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const risks = new Map<number, number>();
  activities.forEach(({ risk = 0 }, a) => {
    const slot = slots[a];
    if (slot) risks.set(slot.period, (risks.get(slot.period) ?? 0) + risk);
  });
  const actual = {
    misses: activities.filter(({ due = Infinity }, a) => (slots[a]?.end ?? 0) > due).length,
    exposure: sum(pairs.map(({ x, y, weight }) => weight * Math.abs(x.end - y.end))),
    makespan: Math.max(0, ...slots.map((slot) => slot?.end ?? 0)),
    risk: sum([...risks.values()].map((risk) => risk * risk)),
    crossPeriods: pairs.filter(({ x, y }) => x.period !== y.period).length,
  };
  const expected = [slots.filter((slot) => !slot).length, ...levels.map((level) => actual[level])];
  if (expected.some((value, i) => value !== costs[i]))
    found.push({ kind: 'cost', activity: '', message: `costs ${costs.join(' ')}, actually ${expected.join(' ')}` });
}
