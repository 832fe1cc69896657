import type { RuleKind } from '../problem/problem.ts';
import { activation } from './activation.ts';
import { balance } from './balance.ts';
import { capacity } from './capacity.ts';
import { card } from './card.ts';
import { colocate } from './colocate.ts';
import { conflict } from './conflict.ts';
import { dependency } from './dependency.ts';
import { domainCapacity } from './domain-capacity.ts';
import { eligibility } from './eligibility.ts';
import { exclusive } from './exclusive.ts';
import { failoverReserve } from './failover-reserve.ts';
import { groupCapacity } from './group-capacity.ts';
import { moveCost } from './move-cost.ts';
import { moveDistance } from './move-distance.ts';
import { moveGroupMax } from './move-group-max.ts';
import { moveLimit } from './move-limit.ts';
import type { Rule } from './rule.ts';
import { separate } from './separate.ts';
import { spread } from './spread.ts';
import { traffic } from './traffic.ts';

/** Every rule; a new one is its file, its type in `problem.ts`, and its line here. */
export const rules: Readonly<Record<RuleKind, Rule>> = {
  capacity,
  domainCapacity,
  eligibility,
  separate,
  conflict,
  colocate,
  spread,
  exclusive,
  balance,
  moveCost,
  moveDistance,
  moveLimit,
  moveGroupMax,
  dependency,
  card,
  activation,
  groupCapacity,
  failoverReserve,
  traffic,
};
