import { approvalChain, assessRequest, type PortalDocuments, type Request, type RequestAnswer } from '@yunqian/planner';
import type { JournalStore } from '../store/store.ts';
import type { RequestEvent, RequestEventBody } from './event.ts';
import { expiredOn, type RequestValidity } from './expiry.ts';
import { type RequestRefusal, requestRefusal } from './refusal.ts';
import { emptyPortal, isLastApproval, openStep, type PortalView, reduceRequests, reservedRequests } from './view.ts';

/** The stream of the journal that holds the requests. */
export const requestStream = 'requests';

export type RequestResult = (
  | { readonly ok: true; readonly event: RequestEvent }
  | ({ readonly ok: false } & RequestRefusal)
) & { readonly assessment?: RequestAnswer };

export interface Portal {
  /** As the journal has it now. */
  view(): PortalView;
  /** Writes a request down with its answer, also one that finds no room; not one that cannot be planned at all. */
  submit(documents: PortalDocuments, request: Request, actor: string): Promise<RequestResult>;
  /** Agrees to the step that is open. The last approval looks for room anew and reserves it, in one append. */
  approve(documents: PortalDocuments, request: string, actor: string, comment?: string): Promise<RequestResult>;
  reject(request: string, actor: string, reason: string): RequestResult;
  cancel(request: string, actor: string, reason?: string): RequestResult;
  /** Gives the capacity of an approved request back. */
  release(request: string, actor: string, reason: string): RequestResult;
  /** Ends everything that is over on a day, one event each; empty where nothing is. */
  expire(validity: RequestValidity, on: string, actor: string): RequestResult[];
}

/** How often a command is decided anew because somebody else wrote in between. */
const attempts = 100;

/** Requests over a journal that others may write too. Decides on the view alone, then appends once, only if nothing was written since. */
export function openPortal(store: JournalStore<RequestEventBody>): Portal {
  let known = emptyPortal;
  const view = (): PortalView => {
    known = store.read(requestStream, known.lastSeq).reduce(reduceRequests, known);
    return known;
  };
  /** Null: somebody wrote in between. */
  const write = (seen: PortalView, actor: string, body: RequestEventBody): RequestResult | null => {
    const refused = requestRefusal(seen, actor, body);
    if (refused !== null) return { ok: false, ...refused };
    const event = store.append(requestStream, seen.lastSeq, actor, body);
    return event === null ? null : { ok: true, event };
  };
  const writeNow = (actor: string, request: string, bodyIn: (seen: PortalView) => RequestEventBody): RequestResult => {
    for (let i = 0; i < attempts; i++) {
      const seen = view();
      const result = write(seen, actor, bodyIn(seen));
      if (result !== null) return result;
    }
    return { ok: false, code: 'YQ4612', params: { request } };
  };
  const stepOf = (seen: PortalView, request: string): string => {
    const found = seen.requests.get(request);
    return (found && openStep(found)?.id) ?? '';
  };

  return {
    view,
    async submit(documents, request, actor) {
      const seen = view();
      if (seen.requests.has(request.id)) return { ok: false, code: 'YQ4604', params: { request: request.id } };
      const assessment = await assessRequest(documents, reservedRequests(seen), request);
      const count = assessment.diagnostics.length;
      if (count > 0) return { ok: false, code: 'YQ4613', params: { request: request.id, count }, assessment };
      const result = writeNow(actor, request.id, () => ({
        type: 'request.submitted',
        request: request.id,
        document: request,
        steps: approvalChain(documents.policy, documents.estate, request),
        feasible: assessment.feasible,
      }));
      return { ...result, assessment };
    },
    async approve(documents, request, actor, comment) {
      let found: { readonly reservedSeq: number; readonly assessment: RequestAnswer } | undefined;
      for (let i = 0; i < attempts; i++) {
        const seen = view();
        const body = {
          type: 'request.approved',
          request,
          step: stepOf(seen, request),
          ...(comment !== undefined && { comment }),
        } as const;
        const asked = seen.requests.get(request);
        if (asked?.state !== 'pending' || !isLastApproval(asked)) {
          const result = write(seen, actor, body);
          if (result !== null) return result;
          continue;
        }
        const refused = requestRefusal(seen, actor, body);
        if (refused !== null && refused.code !== 'YQ4614') return { ok: false, ...refused };
        if (found?.reservedSeq !== seen.reservedSeq) {
          const assessment = await assessRequest(documents, reservedRequests(seen), asked.document);
          found = { reservedSeq: seen.reservedSeq, assessment };
        }
        const { assessment } = found;
        if (assessment.reserve !== undefined)
          return { ok: false, code: 'YQ4615', params: { ...assessment.reserve, request }, assessment };
        if (!assessment.feasible) {
          const params = { request, workloads: assessment.unplaced.length };
          return { ok: false, code: 'YQ4608', params, assessment };
        }
        const result = write(seen, actor, { ...body, reservation: assessment.placements });
        if (result !== null) return { ...result, assessment };
      }
      return { ok: false, code: 'YQ4612', params: { request } };
    },
    reject: (request, actor, reason) =>
      writeNow(actor, request, (seen) => ({ type: 'request.rejected', request, step: stepOf(seen, request), reason })),
    cancel: (request, actor, reason) =>
      writeNow(actor, request, () => ({ type: 'request.cancelled', request, ...(reason !== undefined && { reason }) })),
    release: (request, actor, reason) =>
      writeNow(actor, request, () => ({ type: 'request.released', request, reason })),
    expire: (validity, on, actor) =>
      expiredOn(view(), validity, on).map((body) => writeNow(actor, body.request, () => body)),
  };
}
