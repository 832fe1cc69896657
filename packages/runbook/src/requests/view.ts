import type { ApprovalStep, Request, Reservation, ReservedRequest } from '@yunqian/planner';
import type { RequestEvent } from './event.ts';

export type RequestState = 'pending' | 'approved' | 'rejected' | 'cancelled' | 'released' | 'expired';

export interface RequestView {
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  readonly state: RequestState;
  readonly document: Request;
  readonly steps: readonly (ApprovalStep & { readonly approvedBy: readonly string[] })[];
  readonly feasible: boolean;
  readonly submittedBy: string;
  readonly submittedAt: string;
  /** Who brought it into its state, and why. */
  readonly decidedBy?: string;
  readonly reason?: string;
  /** Hosts that are promised to it; of an approved request only. */
  readonly reservation?: Reservation['placements'];
}

export interface PortalView {
  /** By id, in the order of submission. */
  readonly requests: ReadonlyMap<string, RequestView>;
  readonly lastSeq: number;
  /** The last event that changed what is promised. */
  readonly reservedSeq: number;
}

export const emptyPortal: PortalView = { requests: new Map(), lastSeq: 0, reservedSeq: 0 };

/** The step that waits for approval; undefined once all are passed. */
export function openStep({ steps }: RequestView): RequestView['steps'][number] | undefined {
  return steps.find(({ needed, approvedBy }) => approvedBy.length < needed);
}

/** Would one more approval complete the chain? */
export function isLastApproval(request: RequestView): boolean {
  const missing = request.steps.reduce((sum, { needed, approvedBy }) => sum + needed - approvedBy.length, 0);
  return missing === 1;
}

/** Everything that is promised, in the order of submission. */
export function reservedRequests({ requests }: PortalView): ReservedRequest[] {
  return [...requests.values()].flatMap(({ document, reservation }) =>
    reservation === undefined ? [] : [{ request: document, placements: reservation }],
  );
}

/** The next view. Pure; takes the event at its word. */
export function reduceRequests({ requests, reservedSeq }: PortalView, event: RequestEvent): PortalView {
  const { body, actor, at, seq } = event;
  const known = requests.get(body.request);
  const next = new Map(requests);
  const promises =
    body.type === 'request.released' ||
    (body.type === 'request.expired' && known?.reservation !== undefined) ||
    (body.type === 'request.approved' && body.reservation !== undefined);
  const view = { requests: next, lastSeq: seq, reservedSeq: promises ? seq : reservedSeq };
  if (body.type === 'request.submitted') {
    next.set(body.request, {
      id: body.request,
      tenant: body.document.tenant,
      name: body.document.name,
      state: 'pending',
      document: body.document,
      steps: body.steps.map((step) => ({ ...step, approvedBy: [] })),
      feasible: body.feasible,
      submittedBy: actor,
      submittedAt: at,
    });
    return view;
  }
  if (known === undefined) return view;
  const { reservation: _, ...rest } = known;
  switch (body.type) {
    case 'request.approved':
      next.set(body.request, {
        ...known,
        steps: known.steps.map((step) =>
          step.id === body.step ? { ...step, approvedBy: [...step.approvedBy, actor] } : step,
        ),
        ...(body.reservation && { state: 'approved', reservation: body.reservation, decidedBy: actor }),
      });
      return view;
    case 'request.rejected':
      next.set(body.request, { ...rest, state: 'rejected', decidedBy: actor, reason: body.reason });
      return view;
    case 'request.cancelled':
      next.set(body.request, {
        ...rest,
        state: 'cancelled',
        decidedBy: actor,
        ...(body.reason !== undefined && { reason: body.reason }),
      });
      return view;
    case 'request.released':
      next.set(body.request, { ...rest, state: 'released', decidedBy: actor, reason: body.reason });
      return view;
    case 'request.expired':
      next.set(body.request, { ...rest, state: 'expired', decidedBy: actor });
      return view;
  }
}
