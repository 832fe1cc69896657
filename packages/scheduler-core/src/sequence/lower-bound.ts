import { overloads } from './energy.ts';
import type { Project } from './project.ts';
import { findStartWindows } from './start-windows.ts';

/** Above this many activities the energy of intervals is not looked at: the work grows with their cube. */
const MOST_FOR_INTERVALS = 200;

/**
 * No schedule with every activity ends before this time: the longest chain of activities from their releases and first
 * windows on, and the least end for which no resource is overloaded in any interval (energetic reasoning: Baptiste, Le Pape,
 * Nuijten 1999). Less capacity never lowers it. The project must pass `checkProject`.
 */
export function lowerBound(project: Project): number {
  const { activities, resources } = project;
  const { windows, tails } = findStartWindows(project);
  const heads = windows.map(([first]) => first?.from ?? 0);
  const chain = heads.reduce((most, head, a) => Math.max(most, head + tails[a]!), 0);
  const energy = resources.map(({ capacity }, r) => {
    const need = activities.reduce((sum, { duration, demands }) => sum + duration * demands[r]!, 0);
    return capacity === 0 ? 0 : Math.ceil(need / capacity);
  });
  const simple = Math.max(chain, ...energy);
  if (activities.length > MOST_FOR_INTERVALS) return simple;
  let step = 1;
  let low = simple - 1;
  let high = simple;
  while (overloads(project, heads, tails, high)) {
    low = high;
    high += step;
    step *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (overloads(project, heads, tails, middle)) low = middle;
    else high = middle;
  }
  return high;
}
