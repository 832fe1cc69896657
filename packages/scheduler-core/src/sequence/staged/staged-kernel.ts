import { compileRelease } from '../loader.ts';
import { type StagedActivity, type StagedProject, type StagedSlot, stagedLevels } from './staged-project.ts';

/** The order in which activities are placed, and for each the level of its modes and whether its lead is late. */
export interface StagedGenes {
  readonly order: readonly number[];
  readonly levels: readonly number[];
  readonly late: boolean;
}

/** The search over one project, in the kernel's memory. */
export interface StagedKernel {
  /** Schedules such genes; returns the number of activities placed. The best offered is where the search begins. */
  offer(genes: StagedGenes): number;
  run(units: number): number;
  best(): { slots: (StagedSlot | null)[]; costs: number[] };
}

type Exports = Record<string, WebAssembly.Global<'i32'>> & {
  sizesAt(): number;
  layoutStaged(): number;
  beginStaged(seed: number, horizon: number): void;
  offer(): number;
  runStaged(units: number): number;
};

const NEVER = 2 ** 31 - 1;
const PAGE = 65536;
/** Nodes that an activity adds to a profile at most: two each for its lead, hold, demand and crew, one each to take and give. */
const NODES = 10;

function instantiate(memory: WebAssembly.Memory): Exports {
  return new WebAssembly.Instance(compileRelease(), { env: { memory, abort } }).exports as unknown as Exports;
}

export function createStagedKernel(project: StagedProject, seed: number): StagedKernel {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
  const kernel = instantiate(memory);
  const { activities, resources, calendars, patterns, ties, limits, blind = [], levels } = project;
  const modes = activities.flatMap((activity) => activity.modes);
  const templates = resources.map(templateOf);
  const touches = touchesOf(project);
  const room = templates.map((template, r) => template.length + NODES * touches[r]! + 2);
  const size = (lists: readonly (readonly unknown[] | undefined)[]): number =>
    lists.reduce((sum, list) => sum + (list?.length ?? 0), 0);
  const ranks = 1 + activities.reduce((most, { rank = 0 }) => Math.max(most, rank), 0);
  const sizes = [
    activities.length,
    resources.length,
    modes.length,
    project.periods,
    limits.length,
    ties.length,
    blind.length,
    levels.length,
    ranks,
    calendars.length,
    size(calendars),
    patterns.length,
    size(patterns),
    size(activities.map(({ predecessors }) => predecessors)),
    size(activities.map(({ demands }) => demands)),
    size(activities.map(({ crews }) => crews)),
    size(activities.map(({ takes }) => takes)),
    size(activities.map(({ gives }) => gives)),
    size(modes.map(({ lead }) => lead)),
    size(modes.map(({ hold }) => hold)),
    size(templates),
    room.reduce((sum, nodes) => sum + nodes, 0),
  ];
  new Int32Array(memory.buffer, kernel.sizesAt(), sizes.length).set(sizes);
  const bytes = kernel.layoutStaged();
  memory.grow(Math.max(0, Math.ceil(bytes / PAGE) - 1));

  const write = (column: string, values: readonly number[]): void => {
    new Int32Array(memory.buffer, kernel[column]!.value, values.length).set(values);
  };
  const writeReal = (column: string, values: readonly number[]): void => {
    new Float64Array(memory.buffer, kernel[column]!.value, values.length).set(values);
  };
  /** Lists behind each other: where each begins, and its items by column. */
  const writeLists = <T>(
    start: string,
    lists: readonly (readonly T[])[],
    columns: Readonly<Record<string, (item: T) => number>>,
  ): void => {
    let end = 0;
    write(start, [0, ...lists.map((list) => (end += list.length))]);
    for (const [column, value] of Object.entries(columns)) write(column, lists.flat().map(value));
  };
  const each = (column: string, value: (activity: StagedActivity) => number): void =>
    write(column, activities.map(value));
  const firstMode: number[] = [];
  activities.reduce((first, activity) => {
    firstMode.push(first);
    return first + activity.modes.length;
  }, 0);

  each('stagedDurations', ({ duration }) => duration);
  each('releases', ({ release = 0 }) => release);
  each('latestEnds', ({ latestEnd = NEVER }) => latestEnd);
  each('dues', ({ due = NEVER }) => due);
  each('rankOf', ({ rank = 0 }) => rank);
  each('risks', ({ risk = 0 }) => risk);
  each('gaps', ({ gap }) => gap);
  each('calendarOf', ({ calendar }) => calendar);
  each('firstPeriods', ({ firstPeriod = 0 }) => firstPeriod);
  each('lastPeriods', ({ lastPeriod = NEVER }) => lastPeriod);
  each('fixedStarts', ({ fixed }) => fixed?.start ?? -1);
  each('fixedLeads', ({ fixed }) => fixed?.lead?.start ?? -1);
  each('fixedCrews', ({ fixed }) => fixed?.lead?.crew ?? -1);
  write(
    'fixedModes',
    activities.map(({ fixed }, a) => (fixed?.lead === undefined ? -1 : firstMode[a]! + fixed.lead.mode)),
  );
  writeLists(
    'beforeStart',
    activities.map(({ predecessors }) => predecessors),
    {
      before: ({ activity }) => activity,
      beforeLag: ({ lag }) => lag,
      beforeLead: ({ before }) => (before === 'lead' ? 1 : 0),
    },
  );
  writeLists(
    'demandStart',
    activities.map(({ demands }) => demands),
    { demandOf: ({ resource }) => resource, demandAmount: ({ amount }) => amount },
  );
  writeLists(
    'crewStart',
    activities.map(({ crews }) => crews),
    { crewOf: (crew) => crew },
  );
  writeLists(
    'takeStart',
    activities.map(({ takes = [] }) => takes),
    { takeOf: ({ resource }) => resource, takeAmount: ({ amount }) => amount },
  );
  writeLists(
    'giveStart',
    activities.map(({ gives = [] }) => gives),
    { giveOf: ({ resource }) => resource, giveAmount: ({ amount }) => amount, giveLag: ({ lag }) => lag },
  );
  write(
    'budgets',
    activities.flatMap(({ budgets }) => budgets),
  );
  write('limitCapacity', limits);
  writeLists(
    'modeStart',
    activities.map((activity) => activity.modes),
    { modeLevel: ({ level }) => level, modePattern: ({ pattern = -1 }) => pattern, modeExtra: ({ extra }) => extra },
  );
  writeReal(
    'modeWork',
    modes.map(({ work }) => work),
  );
  writeReal(
    'modeRate',
    modes.map(({ rate }) => rate),
  );
  writeReal(
    'modeDrain',
    modes.map(({ drain }) => drain),
  );
  writeLists(
    'leadStart',
    modes.map(({ lead }) => lead),
    { leadOf: ({ resource }) => resource, leadAmount: ({ amount }) => amount },
  );
  writeLists(
    'holdStart',
    modes.map(({ hold }) => hold),
    { holdOf: ({ resource }) => resource, holdAmount: ({ amount }) => amount },
  );
  writeLists('calendarStart', calendars, {
    calendarFrom: ({ from }) => from,
    calendarTo: ({ to }) => to,
    calendarPeriod: ({ period }) => period,
  });
  writeLists('patternStart', patterns, { patternFrom: ({ from }) => from });
  writeReal(
    'patternSpeed',
    patterns.flat().map(({ speed }) => speed),
  );
  write(
    'blindFrom',
    blind.map(({ from }) => from),
  );
  write(
    'blindTo',
    blind.map(({ to }) => to),
  );
  write(
    'tieA',
    ties.map(({ a }) => a),
  );
  write(
    'tieB',
    ties.map(({ b }) => b),
  );
  writeReal(
    'tieWeight',
    ties.map(({ weight }) => weight),
  );
  write(
    'levelKinds',
    levels.map((level) => stagedLevels.indexOf(level)),
  );
  let nodes = 0;
  write('nodeStart', [0, ...room.map((count) => (nodes += count))]);
  write(
    'templateCount',
    templates.map((template) => template.length),
  );
  write(
    'templateTimes',
    templates.flat().map(({ time }) => time),
  );
  write(
    'templateUsed',
    templates.flat().map(({ used }) => used),
  );
  write('stagedCapacities', resources.map(mostOf));
  kernel.beginStaged(seed, project.horizon);

  const count = activities.length;
  return {
    offer({ order, levels: chosen, late }) {
      write('order', order);
      write('geneLevel', chosen);
      write('genePeriod', Array<number>(count).fill(0));
      write('geneLate', Array<number>(count).fill(late ? 1 : 0));
      return kernel.offer();
    },
    run: (units) => kernel.runStaged(units),
    best() {
      const table = new Int32Array(memory.buffer, kernel.bestSchedule!.value, count * 6);
      const costs = new Float64Array(memory.buffer, kernel.bestCosts!.value, levels.length + 1);
      const value = (kind: number, a: number): number => table[kind * count + a]!;
      return {
        slots: activities.map((activity, a) => {
          const start = value(0, a);
          if (start < 0) return null;
          const mode = value(1, a) - firstMode[a]!;
          return {
            start,
            end: start + activity.duration + activity.modes[mode]!.extra,
            mode,
            leadStart: value(2, a),
            leadEnd: value(3, a),
            crew: value(4, a),
            period: value(5, a),
          };
        }),
        costs: [...costs],
      };
    },
  };
}

function mostOf({ capacity, changes = [] }: StagedProject['resources'][number]): number {
  return Math.max(capacity, ...changes.map((change) => change.capacity));
}

/** What is not there of the largest capacity counts as used. */
function templateOf(resource: StagedProject['resources'][number]): { time: number; used: number }[] {
  const most = mostOf(resource);
  const { capacity, changes = [] } = resource;
  if (changes.length === 0) return [];
  return [{ from: 0, capacity }, ...changes.filter(({ from }) => from > 0)].map((change) => ({
    time: change.from,
    used: most - change.capacity,
  }));
}

function touchesOf({ resources, activities }: StagedProject): number[] {
  const touches = resources.map(() => 0);
  for (const { demands, crews, takes = [], gives = [], modes } of activities) {
    const all = [...demands, ...takes, ...gives, ...modes.flatMap(({ lead, hold }) => [...lead, ...hold])];
    for (const r of new Set([...all.map(({ resource }) => resource), ...crews])) touches[r]! += 1;
  }
  return touches;
}

/** Only the debug build calls it: a broken assertion is a bug in the kernel. */
function abort(_message: number, _file: number, line: number, column: number): never {
  throw new Error(`kernel assertion failed at ${line}:${column}`);
}
