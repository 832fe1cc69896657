import { eventHash, genesisHash } from './chain.node.ts';
import type { RunEvent } from './event.ts';
import { initialView, reduce } from './reduce.ts';
import type { Refusal } from './refusal.ts';
import { refusal } from './refusal.ts';

export interface JournalFault {
  /** Of the event at fault. */
  readonly seq: number;
  readonly code: `YQ45${string}`;
  readonly params: Refusal['params'];
}

/**
 * Checks a run's journal from its first event: numbering, hash chain, that it is this run's, and that each event was
 * allowed when it was written (so: intent before outcome, no outcome twice, growing epochs, committed or rolled back once).
 */
export function verifyJournal(run: string, events: readonly RunEvent[]): JournalFault[] {
  const faults: JournalFault[] = [];
  let view = initialView();
  let previousHash = genesisHash;
  events.forEach((event, i) => {
    const fault = (code: JournalFault['code'], params: JournalFault['params'] = {}): void => {
      faults.push({ seq: event.seq, code, params: { run, seq: event.seq, type: event.body.type, ...params } });
    };
    if (event.seq !== i + 1) fault('YQ4530', { expected: i + 1 });
    if (event.previousHash !== previousHash) fault('YQ4531');
    if (event.hash !== eventHash(event)) fault('YQ4532');
    if (event.body.type === 'run.created' && event.body.run !== run) fault('YQ4534', { other: event.body.run });
    const refused = refusal(view, event.body);
    if (refused !== null) fault('YQ4533', { ...refused.params, because: refused.code });
    view = reduce(view, event);
    previousHash = event.hash;
  });
  return faults;
}
