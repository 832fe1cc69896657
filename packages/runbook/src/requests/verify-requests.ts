import { eventHash, genesisHash } from '../journal/chain.node.ts';
import type { RequestEvent } from './event.ts';
import { type RequestRefusal, requestRefusal } from './refusal.ts';
import { emptyPortal, reduceRequests } from './view.ts';

export interface RequestFault extends RequestRefusal {
  readonly seq: number;
}

/** Checks a journal of requests from its first event: numbering, hash chain, and that each event was allowed when it was written. */
export function verifyRequests(events: readonly RequestEvent[]): RequestFault[] {
  const faults: RequestFault[] = [];
  let view = emptyPortal;
  let previousHash = genesisHash;
  events.forEach((event, i) => {
    const { seq, actor, body } = event;
    const fault = (code: RequestFault['code'], params: RequestFault['params'] = {}): void => {
      faults.push({ seq, code, params: { seq, type: body.type, ...params } });
    };
    if (seq !== i + 1) fault('YQ4630', { expected: i + 1 });
    if (event.previousHash !== previousHash || event.hash !== eventHash(event)) fault('YQ4631');
    const refused = requestRefusal(view, actor, body);
    if (refused !== null) fault('YQ4632', { ...refused.params, because: refused.code });
    view = reduceRequests(view, event);
    previousHash = event.hash;
  });
  return faults;
}
