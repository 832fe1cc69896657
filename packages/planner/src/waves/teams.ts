import type { Programme, Team } from './programme-schema.ts';

/** A team for the schedule; `skills` absent: whatever is asked for. */
export type Crew = Omit<Team, 'skills'> & { readonly skills?: readonly string[] };

/** A mere number of teams stands for one that carries so many cutovers at once, at all times, whatever they need. */
export function crewsOf({ teams }: Programme): Crew[] {
  return typeof teams === 'number' ? [{ id: '', members: teams, away: [], onHolidays: false }] : teams;
}

export function canCarry({ skills }: Crew, needed: Iterable<string>): boolean {
  return skills === undefined || [...needed].every((skill) => skills.includes(skill));
}

/** Cutovers that all teams carry at once when all are at work. */
export function membersOf(programme: Programme): number {
  return crewsOf(programme).reduce((sum, { members }) => sum + members, 0);
}
