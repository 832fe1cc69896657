import { createHash } from 'node:crypto';
import type { JournalEvent } from './event.ts';

/** `previousHash` of the first event. */
export const genesisHash = '0'.repeat(64);

/** Closes an event with its place in the chain. */
export function seal<Body>(event: Omit<JournalEvent<Body>, 'hash'>): JournalEvent<Body> {
  return { ...event, hash: eventHash(event) };
}

/** sha256 over the event without its hash, as JSON with sorted keys; the previous hash is part of it. */
export function eventHash({ seq, at, actor, body, previousHash }: Omit<JournalEvent<unknown>, 'hash'>): string {
  return createHash('sha256').update(canonicalJson({ seq, at, actor, body, previousHash })).digest('hex');
}

export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
