import type { RunEvent, RunEventBody } from '../journal/event.ts';
import { viewOf } from '../journal/reduce.ts';
import type { Refusal } from '../journal/refusal.ts';
import { refusal } from '../journal/refusal.ts';
import type { JournalStore } from '../store/store.ts';

export type CommandResult = { readonly ok: true; readonly event: RunEvent } | ({ readonly ok: false } & Refusal);

interface By {
  readonly actor: string;
}
interface Commented extends By {
  readonly comment?: string;
}
interface Reasoned extends By {
  readonly reason?: string;
}

export function approve(store: JournalStore, run: string, step: string, { actor, comment }: Commented): CommandResult {
  return submit(store, run, actor, { type: 'step.approved', step, ...(comment === undefined ? {} : { comment }) });
}

export function reject(store: JournalStore, run: string, step: string, { actor, comment }: Commented): CommandResult {
  return submit(store, run, actor, { type: 'step.rejected', step, ...(comment === undefined ? {} : { comment }) });
}

/** One more attempt at a step that failed for good. */
export function retry(store: JournalStore, run: string, step: string, { actor, comment }: Commented): CommandResult {
  return submit(store, run, actor, {
    type: 'step.retried',
    step,
    ...(comment === undefined ? {} : { reason: comment }),
  });
}

/** Nothing new starts; what runs is drained; rollbacks go on. */
export function pause(store: JournalStore, run: string, { actor, reason }: Reasoned): CommandResult {
  return submit(store, run, actor, { type: 'run.paused', ...(reason === undefined ? {} : { reason }) });
}

export function resume(store: JournalStore, run: string, { actor, reason }: Reasoned): CommandResult {
  return submit(store, run, actor, { type: 'run.resumed', ...(reason === undefined ? {} : { reason }) });
}

/** Rolls back every group whose cutover has not begun; the others run to their end. */
export function cancel(store: JournalStore, run: string, { actor, reason }: Reasoned): CommandResult {
  return submit(store, run, actor, { type: 'run.cancelled', ...(reason === undefined ? {} : { reason }) });
}

/** Takes one group back, up to its commit; other groups go on. The reason is part of the record and must not be blank. */
export function rollback(
  store: JournalStore,
  run: string,
  group: string,
  { actor, reason }: By & { readonly reason: string },
): CommandResult {
  return submit(store, run, actor, { type: 'group.rollbackRequested', group, reason });
}

/** How often a command is decided anew because somebody else wrote in between. */
const attempts = 100;

/** Decides on the view alone, then appends once, only if nothing was written since: so two people cannot both win. */
export function submit(store: JournalStore, run: string, actor: string, body: RunEventBody): CommandResult {
  for (let i = 0; i < attempts; i++) {
    const view = viewOf(store.read(run));
    const refused = view.lastSeq === 0 && body.type !== 'run.created' ? unknownRun(run) : refusal(view, body);
    if (refused !== null) return { ok: false, ...refused };
    const event = store.append(run, view.lastSeq, actor, body);
    if (event !== null) return { ok: true, event };
  }
  return { ok: false, code: 'YQ4517', params: { run } };
}

function unknownRun(run: string): Refusal {
  return { code: 'YQ4501', params: { run } };
}
