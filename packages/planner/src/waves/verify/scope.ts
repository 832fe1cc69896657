import type { Estate } from '../../estate/schema.ts';
import type { MoveGroup, Programme } from '../schema.ts';
import { minuteOfDay, weekdayOf } from './local-time.ts';

type Window = Programme['windows'][number];

/** What the programme and the estate say of a group's systems, looked up entry by entry. */
export interface Scope {
  readonly tenants: readonly string[];
  readonly entries: Programme['systems'];
  readonly pins: Programme['pins'];
  readonly method: string;
  readonly cutoverMinutes: number;
  readonly changeMbps: number;
  readonly risk: number;
  /** Each set must be open. */
  readonly windows: readonly (readonly Window[])[];
  readonly freezes: Programme['freezes'];
}

export function scopeOf(group: MoveGroup, estate: Estate, programme: Programme): Scope {
  const mine = (id: string): boolean => group.systems.includes(id);
  const systems = estate.systems.filter(({ id }) => mine(id));
  const tenants = [...new Set(systems.flatMap(({ tenant }) => (tenant === undefined ? [] : [tenant])))];
  const entries = programme.systems.filter(({ system }) => mine(system));
  const own = programme.ownWindows.filter((set) => set.systems.some(mine));
  const ofTenant = programme.ownWindows.filter((set) => set.tenants.some((id) => tenants.includes(id)));
  const sets = (own.length > 0 ? own : ofTenant).map(({ windows }) => windows);
  const longest = Math.max(0, ...entries.map(({ cutoverMinutes = 0 }) => cutoverMinutes));
  const kinds = new Set(
    estate.workloads
      .filter(({ id }) => group.workloads.some((name) => name === id || name.startsWith(`${id}-`)))
      .map(({ kind, labels }) => (labels.serviceInstance === undefined ? kind : 'container')),
  );
  const usual = kinds.size === 1 && kinds.has('container') ? 'rebuild' : 'warm';
  const asked = entries.flatMap(({ method }) => (method === undefined ? [] : [method as string]));
  let risk = group.systems.length === 0 ? programme.risk.general : 0;
  for (const { id, criticality } of systems) {
    risk += entries.find(({ system }) => system === id)?.risk ?? programme.risk[criticality ?? 'general'];
  }
  const changes = entries.filter(({ changeMbps }) => changeMbps !== undefined);
  return {
    tenants,
    entries,
    pins: programme.pins.filter(({ system }) => mine(system)),
    method: ['cold', 'database', 'warm', 'live', 'rebuild'].find((method) => asked.includes(method)) ?? usual,
    cutoverMinutes: longest > 0 ? longest : programme.cutoverMinutes,
    changeMbps:
      changes.length > 0 && changes.length === group.systems.length
        ? changes.reduce((sum, { changeMbps = 0 }) => sum + changeMbps, 0)
        : group.changeMbps,
    risk,
    windows: sets.length > 0 ? sets : [programme.windows],
    freezes: programme.freezes.filter(
      (freeze) =>
        (freeze.tenants === undefined && freeze.systems === undefined) ||
        freeze.systems?.some(mine) ||
        freeze.tenants?.some((id) => tenants.includes(id)),
    ),
  };
}

/** Whether a weekly window is open in a minute of the wall clock. */
export function isOpen({ days, from, to }: Window, minute: number): boolean {
  const day = Math.floor(minute / 1440);
  const ofDay = minute - day * 1440;
  const [opens, closes] = [minuteOfDay(from), minuteOfDay(to)];
  const today = days.includes(weekdayOf(day));
  if (opens < closes) return today && opens <= ofDay && ofDay < closes;
  return (today && ofDay >= opens) || (days.includes(weekdayOf(day - 1)) && ofDay < closes);
}
