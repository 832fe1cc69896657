import type { Driver, EffectOutcome } from '../driver/driver.ts';
import type { RunEventBody } from '../journal/event.ts';
import { initialView, reduce } from '../journal/reduce.ts';
import { effectKey, isOver, isStartable, isUndone, missingEvidence, refusal } from '../journal/refusal.ts';
import type { JournalFault } from '../journal/verify-journal.ts';
import { verifyJournal } from '../journal/verify-journal.ts';
import type { RunView, StepView } from '../journal/view.ts';
import type { JournalStore } from '../store/store.ts';

export interface OperatorOptions {
  readonly store: JournalStore;
  readonly run: string;
  readonly driver: Driver;
  readonly actor: string;
  /** Steps under way at once. */
  readonly parallel?: number;
  /** How often the journal is looked at for what people wrote. */
  readonly pollMs?: number;
  /** End (`waiting`) instead of polling when only a person can move the run. */
  readonly untilWaiting?: boolean;
}

/**
 * `stopped`: by the signal; effects under way are read back at the next start. `fenced`: another operator took the
 * lease. `unsound`: the journal is broken and is not driven.
 */
export type OperatorEnd = 'completed' | 'cancelled' | 'waiting' | 'stopped' | 'fenced' | 'unsound';

export interface OperatorResult {
  readonly view: RunView;
  readonly ended: OperatorEnd;
  /** Of an `unsound` journal. */
  readonly faults: readonly JournalFault[];
}

export interface Operator {
  /** Drives the run until it ends. Rejects only when the store, or the driver's readBack, fails. */
  start(signal: AbortSignal): Promise<OperatorResult>;
  /** The journal as it stands now. */
  view(): RunView;
}

/** The one that acts. Intent is written before an effect, the outcome after; each write carries the lease's epoch. */
export function createOperator(options: OperatorOptions): Operator {
  const { store, run, driver, actor, parallel = 8, pollMs = 250, untilWaiting = false } = options;
  let view = initialView();
  const refresh = (): RunView => {
    view = store.read(run, view.lastSeq).reduce(reduce, view);
    return view;
  };

  async function start(signal: AbortSignal): Promise<OperatorResult> {
    const faults = verifyJournal(run, store.read(run));
    if (faults.length > 0 || refresh().lastSeq === 0) return { view, ended: 'unsound', faults };
    if (isOver(view)) return { view, ended: endOfRun(view), faults };
    const epoch = store.takeLease(run, actor);
    const fenced = new AbortController();
    const stop = AbortSignal.any([signal, fenced.signal]);

    /** False when the event may not be written any more, or the lease is lost. */
    function write(body: RunEventBody): boolean {
      while (!fenced.signal.aborted && refusal(refresh(), body) === null) {
        const event = store.append(run, view.lastSeq, actor, body, epoch);
        if (event !== null) {
          view = reduce(view, event);
          return true;
        }
        checkLease();
      }
      return false;
    }

    function checkLease(): void {
      if (!store.holdsLease(run, epoch)) fenced.abort(new Error('another operator took the lease'));
    }

    async function drive(step: StepView, attempt: number): Promise<void> {
      const key = effectKey(run, step.id, attempt);
      // An intent without an outcome is another operator's: what did it bring about?
      const takenOver = step.state === 'running';
      const found = takenOver ? await driver.readBack(step, key) : null;
      const outcome = found ?? (takenOver && goesBack(view, step) ? givenUp : await perform(step, attempt, key));
      if (outcome === null) return;
      const missing = outcome.ok ? missingEvidence(step, outcome.evidence) : [];
      if (outcome.ok && missing.length === 0)
        write({ type: 'step.succeeded', step: step.id, attempt, evidence: outcome.evidence });
      else {
        const error = outcome.ok ? `no evidence of ${missing.join(', ')}` : outcome.error;
        write({ type: 'step.failed', step: step.id, attempt, error });
      }
    }

    /** Null when nothing can be said: not started, or stopped on the way. */
    async function perform(step: StepView, attempt: number, key: string): Promise<EffectOutcome | null> {
      if (stop.aborted || !write({ type: 'step.intended', step: step.id, attempt, key, epoch })) return null;
      try {
        return await driver.perform(step, { run, key, epoch, signal: stop });
      } catch (error) {
        checkLease();
        if (stop.aborted) return null;
        const message = error instanceof Error ? error.message : String(error);
        return (await driver.readBack(step, key)) ?? { ok: false, error: message };
      }
    }

    const underWay = new Map<string, Promise<void>>();
    const failures: unknown[] = [];
    const launch = (step: StepView): void => {
      const attempt = step.state === 'running' ? step.attempts : step.attempts + 1;
      const work = drive(step, attempt)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => underWay.delete(step.id));
      underWay.set(step.id, work);
    };

    write({ type: 'operator.took', epoch });
    let ended: OperatorEnd | null = null;
    while (ended === null) {
      refresh();
      checkLease();
      for (const body of decidedGroups(view)) write(body);
      ended = endOf(view, signal, fenced.signal, failures);
      if (ended !== null) break;
      const next = view.steps.filter(
        (step) => !underWay.has(step.id) && (step.state === 'running' || isStartable(view, step)),
      );
      for (const step of next.slice(0, Math.max(0, parallel - underWay.size))) launch(step);
      if (underWay.size === 0 && untilWaiting) ended = 'waiting';
      else await firstOf([...underWay.values()], pollMs, stop);
    }
    await Promise.all(underWay.values());
    if (failures.length > 0) throw failures[0];
    return { view: refresh(), ended, faults: [] };
  }

  return { start, view: refresh };
}

/** Of an effect that is not whole when its group goes back: it is not brought to its end, the compensation undoes its part. */
const givenUp: EffectOutcome = { ok: false, error: 'given up on the way: the group is being rolled back' };

function goesBack(view: RunView, step: StepView): boolean {
  return (
    step.kind !== 'rollback' && view.groups.some(({ id, rollback }) => id === step.group && rollback !== undefined)
  );
}

/** Groups whose fate is settled and not yet written down. */
function decidedGroups(view: RunView): RunEventBody[] {
  return view.groups.flatMap((group): RunEventBody[] => {
    if (group.state === 'committed' || group.state === 'rolledBack') return [];
    if (isUndone(view, group)) return [{ type: 'group.rolledBack', group: group.id }];
    const commit = view.steps.find((step) => step.group === group.id && step.kind === 'commit');
    return commit?.state === 'succeeded' ? [{ type: 'group.committed', group: group.id }] : [];
  });
}

function endOf(
  view: RunView,
  signal: AbortSignal,
  fenced: AbortSignal,
  failures: readonly unknown[],
): OperatorEnd | null {
  if (fenced.aborted) return 'fenced';
  if (isOver(view)) return endOfRun(view);
  return signal.aborted || failures.length > 0 ? 'stopped' : null;
}

function endOfRun(view: RunView): OperatorEnd {
  return view.state === 'cancelled' ? 'cancelled' : 'completed';
}

/** Whatever comes first: an effect's end, the next look at the journal, or the stop. */
async function firstOf(work: readonly Promise<void>[], pollMs: number, stop: AbortSignal): Promise<void> {
  if (stop.aborted) return;
  let wake = (): void => {};
  const woken = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const timer = setTimeout(wake, pollMs);
  stop.addEventListener('abort', wake, { once: true });
  await Promise.race([...work, woken]);
  clearTimeout(timer);
  stop.removeEventListener('abort', wake);
}
