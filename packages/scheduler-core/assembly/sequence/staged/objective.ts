/** What a schedule costs: levels compared in their order, the first of them what has no start. */
import { activities, at, chosenPeriod, costs, dues, leadEnds, LEVELS, levelKinds, levels, periods, placed, putReal, real, riskUse, tieA, tieB, ties, tieWeight } from './layout';
import { endOf } from './generate';

/** Kinds of levels. */
const MISSES: i32 = 0;
const EXPOSURE: i32 = 1;
const MAKESPAN: i32 = 2;
const RISK: i32 = 3;

function isPlaced(a: i32): bool {
  return at(placed, a) == 1;
}

/** Fills `costs` for the schedule in work. */
export function evaluate(missing: i32): void {
  memory.fill(costs, 0, <usize>LEVELS << 3);
  putReal(costs, 0, missing);
  for (let l = 0; l < levels; l++) putReal(costs, l + 1, cost(at(levelKinds, l)));
  let held: f64 = 0;
  for (let a = 0; a < activities; a++) if (isPlaced(a)) held += <f64>(endOf(a) - at(leadEnds, a));
  putReal(costs, LEVELS - 1, held);
}

function cost(kind: i32): f64 {
  let sum: f64 = 0;
  if (kind == MISSES) {
    for (let a = 0; a < activities; a++) if (isPlaced(a) && endOf(a) > at(dues, a)) sum += 1;
  } else if (kind == EXPOSURE) {
    for (let t = 0; t < ties; t++) {
      const a = at(tieA, t);
      const b = at(tieB, t);
      if (isPlaced(a) && isPlaced(b)) sum += real(tieWeight, t) * Math.abs(<f64>(endOf(a) - endOf(b)));
    }
  } else if (kind == MAKESPAN) {
    for (let a = 0; a < activities; a++) if (isPlaced(a)) sum = Math.max(sum, endOf(a));
  } else if (kind == RISK) {
    for (let p = 0; p < periods; p++) sum += <f64>at(riskUse, p) * <f64>at(riskUse, p);
  } else {
    for (let t = 0; t < ties; t++) {
      const a = at(tieA, t);
      const b = at(tieB, t);
      if (isPlaced(a) && isPlaced(b) && at(chosenPeriod, a) != at(chosenPeriod, b)) sum += 1;
    }
  }
  return sum;
}

/** Less than 0 where the first is better, level by level. */
export function compare(a: usize, b: usize): i32 {
  for (let l = 0; l < LEVELS; l++) {
    const x = real(a, l);
    const y = real(b, l);
    if (x < y) return -1;
    if (x > y) return 1;
  }
  return 0;
}
