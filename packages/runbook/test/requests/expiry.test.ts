import type { Request } from '@yunqian/planner';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RequestEventBody } from '../../src/requests/event.ts';
import { openPortal, requestStream } from '../../src/requests/portal.ts';
import { verifyRequests } from '../../src/requests/verify-requests.ts';
import { openMemoryStore } from '../../src/store/memory-store.ts';

const request = (id: string, until?: string): Request => ({
  kind: 'request',
  formatVersion: '1.0',
  name: id,
  id,
  tenant: 't',
  systems: [],
  workloads: [{ id: `${id}-w`, count: 1 } as never],
  ...(until !== undefined && { until }),
});
const now = '2026-01-10T08:00:00.000Z';

function portal(...requests: readonly { id: string; until?: string; approved?: boolean }[]) {
  const store = openMemoryStore<RequestEventBody>({ now: () => now });
  const append = (actor: string, body: RequestEventBody) =>
    store.append(requestStream, store.read(requestStream, 0).length, actor, body);
  for (const { id, until, approved } of requests) {
    const document = request(id, until);
    append('clerk', {
      type: 'request.submitted',
      request: id,
      document,
      steps: [{ id: 's', needed: 1 }],
      feasible: true,
    });
    const reservation = [{ workload: `${id}-w`, host: 'h' }];
    if (approved) append('chief', { type: 'request.approved', request: id, step: 's', reservation });
  }
  return { store, portal: openPortal(store) };
}

it('what was not decided in time and what is past its end expires, once, and gives its room back', () => {
  const { store, portal: open } = portal(
    { id: 'waiting' },
    { id: 'ended', until: '2026-02-01', approved: true },
    { id: 'running', until: '2026-03-01', approved: true },
    { id: 'endless', approved: true },
  );
  const validity = { undecidedDays: 30, graceDays: 5 };
  const expire = (on: string) => open.expire(validity, on, 'operator').map(({ ok }) => ok);
  expect(expire('2026-02-06')).toEqual([]);
  expect(expire('2026-02-07')).toEqual([true]);
  expect(open.view().requests.get('ended')).toMatchObject({ state: 'expired', decidedBy: 'operator' });
  expect(open.view().requests.get('ended')).not.toHaveProperty('reservation');
  expect(expire('2026-02-09')).toEqual([]);
  expect(expire('2026-02-10')).toEqual([true]);
  expect(expire('2026-02-10')).toEqual([]);
  expect(open.view().requests.get('waiting')!.state).toBe('expired');
  expect(['running', 'endless'].map((id) => open.view().requests.get(id)!.state)).toEqual(['approved', 'approved']);
  expect(verifyRequests(store.read(requestStream, 0))).toEqual([]);
});

it('an expiry before its time is found in the journal', () => {
  const { store } = portal({ id: 'early', until: '2026-02-01', approved: true });
  store.append(requestStream, 2, 'x', { type: 'request.expired', request: 'early', cause: 'ended', on: '2026-02-01' });
  expect(verifyRequests(store.read(requestStream, 0))).toMatchObject([
    { code: 'YQ4632', params: { because: 'YQ4616' } },
  ]);
});

it('nothing open is left that is over, whatever the days', () => {
  const day = fc.integer({ min: 10, max: 28 }).map((n) => `2026-01-${n}`);
  const one = fc.record({ until: fc.option(day, { nil: undefined }), approved: fc.boolean() });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), day, (list, on) => {
      const { store, portal: open } = portal(
        ...list.map(({ until, approved }, i) => ({ id: `r${i}`, approved, ...(until && { until }) })),
      );
      open.expire({}, on, 'operator');
      for (const { document, state } of open.view().requests.values())
        expect(state === 'expired').toBe(document.until !== undefined && document.until < on);
      expect(verifyRequests(store.read(requestStream, 0))).toEqual([]);
    }),
  );
});
