import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../document/suggest.ts';
import type { Estate } from '../estate/schema.ts';
import { trouble } from '../lower/trouble.ts';

/** Peers that dependencies name exist, and the links that end there carry what flows. */
export function checkPeers(estate: Estate, fleet: ExpandedFleet): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const flows = new Map<string, number>();
  estate.dependencies.forEach(({ from, to, bandwidthMbps = 0 }, i) => {
    for (const [end, reference] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (!reference.startsWith('peer:')) continue;
      const peer = reference.slice('peer:'.length);
      if (fleet.peers.includes(peer)) {
        flows.set(peer, (flows.get(peer) ?? 0) + bandwidthMbps);
        continue;
      }
      const near = suggest(peer, fleet.peers) ?? (fleet.peers.join(', ') || '-');
      diagnostics.push(trouble('YQ1810', 'error', 'estate', `/dependencies/${i}/${end}`, { peer, near }));
    }
  });
  for (const [peer, mbps] of flows) {
    const limit = fleet.links
      .filter(({ from, to }) => from === `peer:${peer}` || to === `peer:${peer}`)
      .reduce((sum, { bandwidthMbps }) => sum + bandwidthMbps, 0);
    if (mbps > limit) diagnostics.push(trouble('YQ1811', 'warning', 'fleet', '/links', { peer, mbps, limit }));
  }
  return diagnostics;
}
