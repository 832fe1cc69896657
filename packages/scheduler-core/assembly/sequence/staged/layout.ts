/**
 * The memory map of staged projects. Everything lies in columns behind the module's own data; the host reads the addresses
 * from the exported globals after `layoutStaged`, fills the inputs and calls `bindStaged`. Lists of lists are a column of
 * offsets (one more than there are lists) and a column of values.
 */

/** No time, no end. */
export const NEVER: i32 = i32.MAX_VALUE;
/** Levels of the objective, their kinds, and the level of what has no start, which comes before all others. */
export const LEVELS: i32 = 7;
export const HISTORY: i32 = 64;

export let activities: i32 = 0;
export let resources: i32 = 0;
export let modes: i32 = 0;
export let periods: i32 = 0;
export let limits: i32 = 0;
export let ties: i32 = 0;
export let blinds: i32 = 0;
export let levels: i32 = 0;
/** Ranks are 0 .. ranks - 1. */
export let ranks: i32 = 0;

/** i32 per activity. */
export let durations: usize = 0;
export let releases: usize = 0;
export let latestEnds: usize = 0;
export let dues: usize = 0;
export let rankOf: usize = 0;
export let risks: usize = 0;
export let gaps: usize = 0;
export let calendarOf: usize = 0;
export let firstPeriods: usize = 0;
export let lastPeriods: usize = 0;
/** i32 per activity, -1 where free: start, mode, lead's start, crew. */
export let fixedStarts: usize = 0;
export let fixedModes: usize = 0;
export let fixedLeads: usize = 0;
export let fixedCrews: usize = 0;

/** Per activity: what must have ended, how long before, and whether before the lead (1) or the activity (0). */
export let beforeStart: usize = 0;
export let before: usize = 0;
export let beforeLag: usize = 0;
export let beforeLead: usize = 0;
/** Per activity: resources while it runs. */
export let demandStart: usize = 0;
export let demandOf: usize = 0;
export let demandAmount: usize = 0;
/** Per activity: resources of which one serves it, with one unit. */
export let crewStart: usize = 0;
export let crewOf: usize = 0;
/** Per activity: taken for ever from the lead's start on; given for ever from some time after the end on. */
export let takeStart: usize = 0;
export let takeOf: usize = 0;
export let takeAmount: usize = 0;
export let giveStart: usize = 0;
export let giveOf: usize = 0;
export let giveAmount: usize = 0;
export let giveLag: usize = 0;
/** i32[activities * limits] */
export let budgets: usize = 0;
/** i32[limits] */
export let limitCapacity: usize = 0;

/** Per activity: its modes, by level. */
export let modeStart: usize = 0;
/** i32 per mode. */
export let modeLevel: usize = 0;
export let modePattern: usize = 0;
export let modeExtra: usize = 0;
/** f64 per mode: work 0 is a mode without a lead. */
export let modeWork: usize = 0;
export let modeRate: usize = 0;
export let modeDrain: usize = 0;
/** Per mode: resources during the lead, and from its end to the activity's. */
export let leadStart: usize = 0;
export let leadOf: usize = 0;
export let leadAmount: usize = 0;
export let holdStart: usize = 0;
export let holdOf: usize = 0;
export let holdAmount: usize = 0;

/** Per calendar: windows, apart and in order, and the period of each. */
export let windowStart: usize = 0;
export let windowFrom: usize = 0;
export let windowTo: usize = 0;
export let windowPeriod: usize = 0;
/** Per pattern: stretches by their beginnings, and the speed in each (f64). */
export let patternStart: usize = 0;
export let patternFrom: usize = 0;
export let patternSpeed: usize = 0;
/** Leads neither start nor end in these. */
export let blindFrom: usize = 0;
export let blindTo: usize = 0;
/** i32 per tie, f64 weight. */
export let tieA: usize = 0;
export let tieB: usize = 0;
export let tieWeight: usize = 0;
/** i32[levels]: kinds, see objective.ts. */
export let levelKinds: usize = 0;

/** Profiles: room for the nodes of each resource, what its template uses of it, and the template. */
export let nodeStart: usize = 0;
export let templateCount: usize = 0;
export let templateTimes: usize = 0;
export let templateUsed: usize = 0;
export let capacities: usize = 0;
export let nodeCount: usize = 0;
export let nodeTimes: usize = 0;
export let nodeUsed: usize = 0;

/** The candidate's genes, i32 per activity: order, level of modes, first period, whether the lead is as late as can be. */
export let order: usize = 0;
export let geneLevel: usize = 0;
export let genePeriod: usize = 0;
export let geneLate: usize = 0;
/** The same of the current solution and of the best, four tables behind each other. */
export let currentGenes: usize = 0;
export let bestGenes: usize = 0;
/** i32 per activity: the schedule of the candidate, in tables of start, mode, lead start, lead end, crew, period. */
export let starts: usize = 0;
export let chosenMode: usize = 0;
export let leadStarts: usize = 0;
export let leadEnds: usize = 0;
export let chosenCrew: usize = 0;
export let chosenPeriod: usize = 0;
export let bestSchedule: usize = 0;
export let currentPeriods: usize = 0;
export let currentEnds: usize = 0;
export let placed: usize = 0;
/** i32[limits * periods], i32[periods] */
export let limitUse: usize = 0;
export let riskUse: usize = 0;
/** f64[LEVELS]: of the candidate, the current and the best; of what is accepted late. */
export let costs: usize = 0;
export let currentCosts: usize = 0;
export let bestCosts: usize = 0;
export let history: usize = 0;
/** Sizes of the variable lists, filled by the host first: see the host's order. */
export const sizes: usize = memory.data(64 * 4);

let top: usize = 0;

function column(bytes: i32): usize {
  const at = top;
  top = (top + bytes + 15) & ~15;
  return at;
}

// @ts-ignore: decorator
@inline
export function at(column: usize, index: i32): i32 {
  return load<i32>(column + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline
export function put(column: usize, index: i32, value: i32): void {
  store<i32>(column + (<usize>index << 2), value);
}

// @ts-ignore: decorator
@inline
export function real(column: usize, index: i32): f64 {
  return load<f64>(column + (<usize>index << 3));
}

// @ts-ignore: decorator
@inline
export function putReal(column: usize, index: i32, value: f64): void {
  store<f64>(column + (<usize>index << 3), value);
}

/** Where `sizes` lies. */
export function sizesAt(): usize {
  return sizes;
}

/** Lays the columns out for the sizes in `sizes`; returns the bytes of memory needed. */
export function layoutStaged(): usize {
  activities = at(sizes, 0);
  resources = at(sizes, 1);
  modes = at(sizes, 2);
  periods = at(sizes, 3);
  limits = at(sizes, 4);
  ties = at(sizes, 5);
  blinds = at(sizes, 6);
  levels = at(sizes, 7);
  ranks = at(sizes, 8);
  const calendars = at(sizes, 9);
  const windows = at(sizes, 10) * 4;
  const patterns = at(sizes, 11);
  const stretches = at(sizes, 12);
  const edges = at(sizes, 13) * 4;
  const demands = at(sizes, 14) * 4;
  const crews = at(sizes, 15) * 4;
  const takes = at(sizes, 16) * 4;
  const gives = at(sizes, 17) * 4;
  const leads = at(sizes, 18) * 4;
  const holds = at(sizes, 19) * 4;
  const template = at(sizes, 20) * 4;
  const nodes = at(sizes, 21) * 4;
  const each = activities * 4;
  const offsets = each + 4;
  top = (__heap_base + 63) & ~63;
  durations = column(each);
  releases = column(each);
  latestEnds = column(each);
  dues = column(each);
  rankOf = column(each);
  risks = column(each);
  gaps = column(each);
  calendarOf = column(each);
  firstPeriods = column(each);
  lastPeriods = column(each);
  fixedStarts = column(each);
  fixedModes = column(each);
  fixedLeads = column(each);
  fixedCrews = column(each);
  beforeStart = column(offsets);
  before = column(edges);
  beforeLag = column(edges);
  beforeLead = column(edges);
  demandStart = column(offsets);
  demandOf = column(demands);
  demandAmount = column(demands);
  crewStart = column(offsets);
  crewOf = column(crews);
  takeStart = column(offsets);
  takeOf = column(takes);
  takeAmount = column(takes);
  giveStart = column(offsets);
  giveOf = column(gives);
  giveAmount = column(gives);
  giveLag = column(gives);
  budgets = column(each * limits);
  limitCapacity = column(limits * 4);
  modeStart = column(offsets);
  modeLevel = column(modes * 4);
  modePattern = column(modes * 4);
  modeExtra = column(modes * 4);
  modeWork = column(modes * 8);
  modeRate = column(modes * 8);
  modeDrain = column(modes * 8);
  leadStart = column(modes * 4 + 4);
  leadOf = column(leads);
  leadAmount = column(leads);
  holdStart = column(modes * 4 + 4);
  holdOf = column(holds);
  holdAmount = column(holds);
  windowStart = column(calendars * 4 + 4);
  windowFrom = column(windows);
  windowTo = column(windows);
  windowPeriod = column(windows);
  patternStart = column(patterns * 4 + 4);
  patternFrom = column(stretches * 4);
  patternSpeed = column(stretches * 8);
  blindFrom = column(blinds * 4);
  blindTo = column(blinds * 4);
  tieA = column(ties * 4);
  tieB = column(ties * 4);
  tieWeight = column(ties * 8);
  levelKinds = column(levels * 4);
  nodeStart = column(resources * 4 + 4);
  templateCount = column(resources * 4);
  templateTimes = column(template);
  templateUsed = column(template);
  capacities = column(resources * 4);
  nodeCount = column(resources * 4);
  nodeTimes = column(nodes);
  nodeUsed = column(nodes);
  // The four tables of genes, and the six of the schedule, are copied as one block each.
  order = top;
  geneLevel = order + each;
  genePeriod = geneLevel + each;
  geneLate = genePeriod + each;
  column(each * 4);
  currentGenes = column(each * 4);
  bestGenes = column(each * 4);
  starts = top;
  chosenMode = starts + each;
  leadStarts = chosenMode + each;
  leadEnds = leadStarts + each;
  chosenCrew = leadEnds + each;
  chosenPeriod = chosenCrew + each;
  column(each * 6);
  bestSchedule = column(each * 6);
  currentPeriods = column(each);
  currentEnds = column(each);
  placed = column(each);
  limitUse = column(limits * periods * 4);
  riskUse = column(periods * 4);
  costs = column(LEVELS * 8);
  currentCosts = column(LEVELS * 8);
  bestCosts = column(LEVELS * 8);
  history = column(HISTORY * LEVELS * 8);
  return top;
}
