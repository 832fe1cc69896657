/** Members of one kind: how many, and the domains that would take one. */
export interface Party {
  readonly count: number;
  readonly domains: readonly number[];
}

/** The most members that find a place when a domain takes at most `perDomain` of them: a maximum flow, by augmenting paths. */
export function mostPlaced(parties: readonly Party[], perDomain: number): number {
  const heldBy = new Map<number, number[]>();
  let placed = 0;
  for (let party = 0; party < parties.length; party++) {
    for (let i = 0; i < parties[party]!.count; i++) {
      if (!augment(party, new Set())) break;
      placed++;
    }
  }
  return placed;

  function augment(party: number, seen: Set<number>): boolean {
    for (const domain of parties[party]!.domains) {
      if (seen.has(domain)) continue;
      seen.add(domain);
      const held = heldBy.get(domain) ?? [];
      heldBy.set(domain, held);
      if (held.length < perDomain) {
        held.push(party);
        return true;
      }
      const at = held.findIndex((other, i) => held.indexOf(other) === i && other !== party && augment(other, seen));
      if (at >= 0) {
        held[at] = party;
        return true;
      }
    }
    return false;
  }
}
