import { describe, expect, it } from 'vitest';
import { begin, driveAll, run } from '../../test/support/drive.ts';
import { openMemoryStore } from '../store/memory-store.ts';
import { seal } from './chain.node.ts';
import type { RunEvent, RunEventBody } from './event.ts';
import { verifyJournal } from './verify-journal.ts';

async function journal(): Promise<readonly RunEvent[]> {
  const store = openMemoryStore();
  begin(store, [{ id: 'a' }]);
  await driveAll(store);
  return store.read(run);
}

const codes = (events: readonly RunEvent[]): string[] => [
  ...new Set(verifyJournal(run, events).map(({ code }) => code)),
];

/** Events chained anew: only what they say can be wrong. */
function resealed(bodies: readonly RunEventBody[]): RunEvent[] {
  const events: RunEvent[] = [];
  for (const body of bodies) {
    const previousHash = events.at(-1)?.hash ?? '0'.repeat(64);
    events.push(seal({ seq: events.length + 1, at: '', actor: 'x', body, previousHash }));
  }
  return events;
}

describe('verifyJournal', () => {
  it('finds nothing in a journal as written', async () => {
    expect(verifyJournal(run, await journal())).toEqual([]);
  });

  it('finds an event that is changed, missing, moved, put in, or of another run', async () => {
    const events = await journal();
    const changed = events.map((event, i) => (i === 3 ? { ...event, at: '1999-01-01T00:00:00.000Z' } : event));
    expect(codes(changed)).toEqual(['YQ4532']);
    expect(codes(events.filter((_, i) => i !== 4))).toContain('YQ4530');
    expect(codes([events[0]!, events[2]!, events[1]!, ...events.slice(3)])).toContain('YQ4531');
    const forged = seal({ ...events[3]!, actor: 'mallory' });
    expect(codes([...events.slice(0, 3), forged, ...events.slice(4)])).toContain('YQ4531');
    expect(verifyJournal('another', events)[0]).toMatchObject({ seq: 1, code: 'YQ4534', params: { other: run } });
  });

  it('finds what must never have been written, even in a sound chain', async () => {
    const bodies = (await journal()).map(({ body }) => body);
    const index = (type: RunEventBody['type'], step = ''): number =>
      bodies.findIndex((body) => body.type === type && (step === '' || ('step' in body && body.step === step)));
    const without = (i: number): RunEventBody[] => bodies.filter((_, j) => j !== i);
    const repeated = (i: number): RunEventBody[] => [...bodies.slice(0, i + 1), bodies[i]!, ...bodies.slice(i + 1)];
    expect(codes(resealed(bodies))).toEqual([]);
    expect(codes(resealed(without(index('step.intended', 'a/seed'))))).toEqual(['YQ4533']);
    expect(codes(resealed(without(index('step.approved'))))).toEqual(['YQ4533']);
    expect(codes(resealed(without(index('operator.took'))))).toEqual(['YQ4533']);
    expect(codes(resealed(repeated(index('step.succeeded', 'a/cutover'))))).toEqual(['YQ4533']);
    expect(codes(resealed(repeated(index('group.committed'))))).toEqual(['YQ4533']);
    expect(codes(resealed([...bodies, { type: 'group.rolledBack', group: 'a' }]))).toEqual(['YQ4533']);
    expect(codes(resealed(bodies.slice(1)))).toEqual(['YQ4533']);
  });
});
