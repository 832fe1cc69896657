/**
 * The least number from 0 to `start` for which `holds`, if it holds for every larger one too; `start` is known to hold. Gallops down,
 * then halves what is open: about twice the logarithm of the way in questions, and a single one where nothing can be saved.
 */
export async function least(start: number, holds: (count: number) => Promise<boolean>): Promise<number> {
  let good = start;
  let bad = -1;
  for (let step = 1; good > bad + 1; step *= 2) {
    const next = Math.max(bad + 1, good - step);
    if (await holds(next)) good = next;
    else {
      bad = next;
      break;
    }
  }
  while (good > bad + 1) {
    const next = Math.floor((good + bad) / 2);
    if (await holds(next)) good = next;
    else bad = next;
  }
  return good;
}
