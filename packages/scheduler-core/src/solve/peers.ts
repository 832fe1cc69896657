import type { Kernel } from '../kernel/kernel.ts';
import { termKinds } from '../kernel/term-kinds.gen.ts';

/** Terms that count who is where: to them, workloads with the same party are the same. */
const COUNTING: readonly number[] = [
  termKinds.domainCount,
  termKinds.conflict,
  termKinds.exclusive,
  termKinds.dependency,
];

/**
 * Finds who can change places without a change to any blocking term: replicas, which rules keep from standing together,
 * mostly cannot move otherwise. Departed workloads count where they were, so that terms which see them tell all apart.
 */
export function fillPeers({ columns }: Kernel): void {
  const { links, linkStart, linkLoose, hostOf, fixed, peers, peerStart, peerCount } = columns;
  const words = new Int32Array(links.buffer);
  const isCounting = (term: number): boolean => {
    const config = words[term >> 2]! >> 2;
    return COUNTING.includes(words[config]!) && words[config + 2] === 0;
  };
  const classes = new Map<string, number[]>();
  for (let w = 0; w < peerCount.length; w++) {
    if (hostOf[w]! < 0 || fixed[w] || linkStart[w] === linkLoose[w]) continue;
    const own = links.subarray(2 * linkStart[w]!, 2 * linkLoose[w]!);
    if (own.some((term, at) => at % 2 === 0 && !isCounting(term))) continue;
    const key = own.join();
    const members = classes.get(key);
    if (members) members.push(w);
    else classes.set(key, [w]);
  }
  peerCount.fill(0);
  let next = 0;
  for (const members of classes.values()) {
    if (members.length < 2) continue;
    for (const w of members) {
      peerStart[w] = next;
      peerCount[w] = members.length;
    }
    peers.set(members, next);
    next += members.length;
  }
}
