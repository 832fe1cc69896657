/** One clerk: takes every request to its end, in an order of its own, and is struck down at a given point. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PortalDocuments } from '@yunqian/planner';
import type { RequestEventBody } from '../../src/requests/event.ts';
import { openPortal, type Portal, type RequestResult } from '../../src/requests/portal.ts';
import { openStep } from '../../src/requests/view.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.node.ts';
import { fateOf, scenarioDocuments, scenarioRequest } from './scenario.ts';

export type Point = 'beforeAppend' | 'afterAppend';

export interface Duty {
  readonly dir: string;
  readonly requests: number;
  readonly hosts: number;
  /** Names of people have the clerk in them nowhere: clerks share them. `1` works from the end. */
  readonly clerk: 0 | 1;
  readonly strike?: { readonly point: Point; readonly n: number };
}

export const journalFile = (dir: string): string => join(dir, 'requests.db');
/** Hashes of events that a clerk was told are written. */
export const receiptsFile = (dir: string): string => join(dir, 'receipts');

export async function serve(duty: Duty, pass: (point: Point) => void = () => {}): Promise<void> {
  const store = openSqliteStore<RequestEventBody>(journalFile(duty.dir));
  const portal = openPortal({
    ...store,
    append(...event) {
      pass('beforeAppend');
      const written = store.append(...event);
      pass('afterAppend');
      return written;
    },
  });
  const documents = await scenarioDocuments(duty.hosts);
  const receipt = (result: RequestResult) => {
    if (result.ok) appendFileSync(receiptsFile(duty.dir), `${result.event.hash}\n`);
    return result;
  };
  try {
    for (let i = 0; i < duty.requests; i++) {
      const n = duty.clerk === 0 ? i : duty.requests - 1 - i;
      while (await advance(portal, documents, n, receipt));
    }
  } finally {
    store.close();
  }
}

/** One command on a request; false where it is at its end. */
async function advance(
  portal: Portal,
  documents: PortalDocuments,
  n: number,
  receipt: (result: RequestResult) => RequestResult,
): Promise<boolean> {
  const request = scenarioRequest(n);
  const known = portal.view().requests.get(request.id);
  const fate = fateOf(n);
  if (known === undefined) receipt(await portal.submit(documents, request, 'applicant'));
  else if (known.state === 'approved' && fate === 'released')
    receipt(portal.release(request.id, 'desk-1', 'no longer needed'));
  else if (known.state !== 'pending') return false;
  else if (fate === 'cancelled') receipt(portal.cancel(request.id, 'applicant'));
  else {
    const step = openStep(known)!;
    const approver = step.approvers!.find((name) => !step.approvedBy.includes(name))!;
    if (fate === 'rejected') receipt(portal.reject(request.id, approver, 'not this year'));
    else {
      const result = receipt(await portal.approve(documents, request.id, approver));
      if (!result.ok && result.code === 'YQ4608') receipt(portal.reject(request.id, approver, 'no room'));
    }
  }
  return true;
}

if (import.meta.main) {
  const duty = JSON.parse(process.argv[2]!) as Duty;
  let left = duty.strike?.n ?? Number.POSITIVE_INFINITY;
  await serve(duty, (point) => {
    if (point !== duty.strike?.point || --left !== 0) return;
    process.kill(process.pid, 'SIGKILL');
    // The signal may take a moment to arrive: nothing may happen in between.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  });
  process.stdout.write('done');
}
