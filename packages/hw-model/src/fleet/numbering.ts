/** The ids that an entry stands for: `r` with count 12 is `r-01` .. `r-12`; with count 1 it is `r`. */
export function numberedIds(id: string, count: number): string[] {
  if (count === 1) return [id];
  const width = Math.max(2, String(count).length);
  return Array.from({ length: count }, (_, index) => `${id}-${String(index + 1).padStart(width, '0')}`);
}
