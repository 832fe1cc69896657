import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RequestEventBody } from '../../src/requests/event.ts';
import { openPortal, requestStream } from '../../src/requests/portal.ts';
import { verifyRequests } from '../../src/requests/verify-requests.ts';
import { openMemoryStore } from '../../src/store/memory-store.ts';
import { serve } from './child.ts';
import { chaos, judge } from './harness.ts';
import { recount } from './recount.ts';
import { scenarioDocuments, scenarioRequest } from './scenario.ts';

const root = mkdtempSync(join(tmpdir(), 'yunqian-portal-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const documents = await scenarioDocuments(4);
const open = () => {
  const store = openMemoryStore<RequestEventBody>({ now: () => '2026-01-01T00:00:00.000Z' });
  return { store, portal: openPortal(store) };
};

describe('a request', () => {
  it('is answered at once, approved by its chain, reserved whole, and gives its room back', async () => {
    const { store, portal } = open();
    const request = scenarioRequest(8);
    const { assessment } = await portal.submit(documents, request, 'zhang');
    expect(assessment).toMatchObject({ feasible: true, unplaced: [] });
    expect(assessment?.placements.map(({ workload }) => workload)).toEqual([
      'req-8-web-1',
      'req-8-web-2',
      'req-8-web-3',
      'req-8-db',
    ]);
    expect(await portal.submit(documents, request, 'zhang')).toMatchObject({ ok: false, code: 'YQ4604' });
    expect(await portal.approve(documents, 'req-8', 'zhang')).toMatchObject({ code: 'YQ4607' });
    expect(await portal.approve(documents, 'req-8', 'desk-1')).toMatchObject({ ok: true });
    expect(portal.view().requests.get('req-8')).toMatchObject({
      state: 'approved',
      reservation: assessment?.placements,
    });
    expect(await portal.approve(documents, 'req-8', 'desk-2')).toMatchObject({ code: 'YQ4606' });
    expect(portal.cancel('req-8', 'zhang')).toMatchObject({ code: 'YQ4606' });
    expect(portal.release('req-8', 'desk-1', ' ')).toMatchObject({ code: 'YQ4611' });
    expect(portal.release('req-8', 'desk-1', 'closed')).toMatchObject({ ok: true });
    expect(portal.view().requests.get('req-8')).not.toHaveProperty('reservation');
    expect(verifyRequests(store.read(requestStream))).toEqual([]);
  });

  it('of a larger amount needs two of the centre, and nobody counts twice', async () => {
    const { portal } = open();
    const request = scenarioRequest(14);
    const large = { ...request, workloads: request.workloads.map((workload) => ({ ...workload, vcpus: 8 })) };
    await portal.submit(documents, large, 'centre-3');
    await portal.approve(documents, 'req-14', 'desk-1');
    expect(await portal.approve(documents, 'req-14', 'centre-3')).toMatchObject({ code: 'YQ4610' });
    expect(await portal.approve(documents, 'req-14', 'centre-1')).toMatchObject({ ok: true });
    expect(await portal.approve(documents, 'req-14', 'centre-1')).toMatchObject({ code: 'YQ4609' });
    expect(portal.view().requests.get('req-14')?.state).toBe('pending');
    expect(await portal.approve(documents, 'req-14', 'centre-2')).toMatchObject({ ok: true });
    expect(portal.view().requests.get('req-14')?.state).toBe('approved');
  });

  it('without room is written down with its reasons, and cannot be approved', async () => {
    const { portal } = open();
    const request = scenarioRequest(1);
    const huge = { ...request, workloads: request.workloads.map((workload) => ({ ...workload, vcpus: 65 })) };
    const { assessment } = await portal.submit(documents, huge, 'zhang');
    expect(assessment).toMatchObject({ feasible: false, placements: [] });
    expect(assessment?.unplaced[0]).toMatchObject({
      verdict: 'unresolvable',
      blockedBy: [{ reason: 'cpuMilli', hosts: 4 }],
    });
    for (const approver of ['desk-1', 'centre-1']) await portal.approve(documents, 'req-1', approver);
    expect(await portal.approve(documents, 'req-1', 'centre-2')).toMatchObject({ ok: false, code: 'YQ4608' });
    expect(portal.reject('req-1', 'centre-2', 'too large')).toMatchObject({ ok: true });
  });

  it('beyond the quota of a level above its tenant has no room, and sees every level', async () => {
    const { portal } = open();
    const estate = {
      ...documents.estate,
      tenants: documents.estate.tenants.map((tenant) =>
        tenant.id === 'city' ? { ...tenant, quotas: [{ vcpus: 110, volumeGiB: {} }] } : tenant,
      ),
    };
    const { assessment } = await portal.submit({ ...documents, estate }, scenarioRequest(8), 'zhang');
    expect(assessment?.feasible).toBe(false);
    expect(assessment?.unplaced[0]?.blockedBy).toContainEqual({ rule: 'quota:city', reason: 'cpuMilli', hosts: 3 });
    expect(assessment?.quotas).toMatchObject([{ tenant: 'city', scope: '', what: 'vcpus', limit: 110 }]);
  });

  it('that does not fit the estate is refused with places in the request', async () => {
    const { portal } = open();
    const request = scenarioRequest(2);
    const strange = await portal.submit(documents, { ...request, tenant: 'bureau-99' }, 'zhang');
    expect(strange).toMatchObject({
      code: 'YQ4613',
      assessment: { diagnostics: [{ code: 'YQ4601', pointer: '/tenant' }] },
    });
    const [web, db] = request.workloads;
    const foreign = {
      ...request,
      workloads: [
        { ...web!, system: 'legacy-5' },
        { ...db!, id: 'old-1' },
      ],
    };
    expect((await portal.submit(documents, foreign, 'zhang')).assessment?.diagnostics).toMatchObject([
      { code: 'YQ4603', pointer: '/workloads/0/system' },
      { code: 'YQ1101', pointer: '/workloads/1/id' },
    ]);
    expect(portal.view().requests.size).toBe(0);
  });

  it('approved by two operators at once is reserved once, and the last room goes to one of two', async () => {
    const store = openMemoryStore<RequestEventBody>();
    const [a, b] = [openPortal(store), openPortal(store)];
    const big = (n: number) => {
      const request = scenarioRequest(n);
      return { ...request, workloads: [{ ...request.workloads[0]!, count: 2, vcpus: 25 }] };
    };
    for (const n of [1, 3, 5]) await a.submit(documents, { ...big(n), id: `req-${n}` }, 'zhang');
    for (const n of [1, 3, 5]) {
      await a.approve(documents, `req-${n}`, 'desk-1');
      await a.approve(documents, `req-${n}`, 'centre-1');
    }
    const twice = await Promise.all([a, b].map((portal, i) => portal.approve(documents, 'req-1', `centre-${i + 2}`)));
    expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const rival = await Promise.all(
      [a, b].map((portal, i) => portal.approve(documents, `req-${3 + 2 * i}`, 'centre-2')),
    );
    expect(rival.filter(({ ok }) => ok).length).toBe(1);
    expect(verifyRequests(store.read(requestStream))).toEqual([]);
  });
});

describe('kill -9', () => {
  it('of two clerks, again and again: no reservation is lost or doubled, and the next plan honours them all', async () => {
    const duty = { dir: mkdtempSync(join(root, 'chaos-')), requests: 40, hosts: 5 };
    let state = 7;
    const below = (n: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1;
      return state % n;
    };
    const { kills, errors } = await chaos(duty, below, { kills: 4, writes: 25 });
    expect(errors).toEqual([]);
    expect(kills).toBeGreaterThanOrEqual(4);
    const found = await judge(duty);
    expect(found.breaches).toEqual([]);
    for (const end of ['approved', 'rejected', 'cancelled', 'released']) expect(found.ends[end]).toBeGreaterThan(1);
  });

  it('the recount finds what is wrong: a promise beyond what a host has', async () => {
    const duty = { dir: mkdtempSync(join(root, 'calm-')), requests: 20, hosts: 6 };
    await serve({ ...duty, clerk: 0 });
    const real = await scenarioDocuments(6);
    expect(recount(duty.dir, real, 20).breaches).toEqual([]);
    const fleet = { ...real.fleet, hosts: real.fleet.hosts.map((host) => ({ ...host, vcpus: 25 })) };
    expect(recount(duty.dir, { ...real, fleet }, 20).breaches.join()).toContain('beyond what it has');
    expect(recount(duty.dir, real, 21).breaches).toEqual(['req-20 is lost']);
  });
});
