/** What the host may call: `sizesAt`, `layoutStaged`, fill the inputs, `beginStaged`, `offer` some genes, then `runStaged` in slices. */
export {
  before, beforeLag, beforeLead, beforeStart, bestCosts, bestSchedule, blindFrom, blindTo, budgets, calendarOf, capacities as stagedCapacities, crewOf, crewStart, demandAmount, demandOf, demandStart, dues, durations as stagedDurations,
  firstPeriods, fixedCrews, fixedLeads, fixedModes, fixedStarts, gaps, geneLate, geneLevel, genePeriod, giveAmount, giveLag, giveOf, giveStart, holdAmount, holdOf, holdStart, lastPeriods, latestEnds,
  layoutStaged, leadAmount, leadOf, leadStart, levelKinds, limitCapacity, modeDrain, modeExtra, modeLevel, modePattern, modeRate, modeStart, modeWork, nodeStart, order, patternFrom, patternSpeed, patternStart, rankOf,
  releases, risks, sizesAt, takeAmount, takeOf, takeStart, templateCount, templateTimes, templateUsed, tieA, tieB, tieWeight, windowFrom as calendarFrom, windowPeriod as calendarPeriod, windowStart as calendarStart, windowTo as calendarTo,
} from './layout';
export { beginStaged, offer, runStaged } from './search';
