import { suggest } from '@yunqian/planner/suggest';

/** What a mistyped word most likely meant. Hosts and pools are named by their whole path; people type its end. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  return candidates.find((candidate) => candidate.endsWith(`/${word}`)) ?? suggest(word, candidates);
}
