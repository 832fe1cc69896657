import { genesisHash, seal } from '../journal/chain.node.ts';
import type { JournalEvent, RunEventBody } from '../journal/event.ts';
import type { JournalStore, Lease } from './store.ts';

/** A journal that ends with the process: for tests and what-ifs. */
export function openMemoryStore<Body = RunEventBody>({
  now = () => new Date().toISOString(),
}: {
  now?: () => string;
} = {}): JournalStore<Body> {
  const journals = new Map<string, JournalEvent<Body>[]>();
  const leases = new Map<string, Lease>();
  return {
    runs: () =>
      [...journals].map(([run, events]) => ({ run, events: events.length })).sort((a, b) => (a.run < b.run ? -1 : 1)),
    read: (run, afterSeq = 0) => (journals.get(run) ?? []).slice(afterSeq),
    append(run, expectedSeq, actor, body, epoch) {
      const events = journals.get(run) ?? [];
      if (events.length !== expectedSeq) return null;
      if (epoch !== undefined && leases.get(run)?.epoch !== epoch) return null;
      const previousHash = events.at(-1)?.hash ?? genesisHash;
      const event = seal({ seq: expectedSeq + 1, at: now(), actor, body: structuredClone(body), previousHash });
      journals.set(run, [...events, event]);
      return event;
    },
    takeLease(run, operator) {
      const epoch = (leases.get(run)?.epoch ?? 0) + 1;
      leases.set(run, { operator, epoch });
      return epoch;
    },
    holdsLease: (run, epoch) => leases.get(run)?.epoch === epoch,
    lease: (run) => leases.get(run) ?? null,
    close() {},
  };
}
