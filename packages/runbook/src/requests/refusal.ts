import { replicaId, requestedWorkloads } from '@yunqian/planner';
import type { RequestEventBody } from './event.ts';
import { isOpen, isOver } from './expiry.ts';
import { isLastApproval, openStep, type PortalView, type RequestView } from './view.ts';

/** Why an event may not be written: a code (YQ46xx) and its parameters, for `describe`. */
export interface RequestRefusal {
  readonly code: `YQ46${string}`;
  readonly params: Readonly<Record<string, string | number>>;
}

/** May this be written next, by this person? The one place that knows, for commands and for the verifier. */
export function requestRefusal(view: PortalView, actor: string, body: RequestEventBody): RequestRefusal | null {
  const { request: id } = body;
  const request = view.requests.get(id);
  if (body.type === 'request.submitted') return request === undefined ? null : refuse('YQ4604', { request: id });
  if (request === undefined) return refuse('YQ4605', { request: id });
  if (body.type === 'request.expired') {
    if (!isOpen(request)) return refuse('YQ4606', { request: id, state: request.state });
    return isOver(request, body) ? null : refuse('YQ4616', { request: id, on: body.on });
  }
  const wanted = body.type === 'request.released' ? 'approved' : 'pending';
  if (request.state !== wanted) return refuse('YQ4606', { request: id, state: request.state });
  switch (body.type) {
    case 'request.approved':
      return refuseDecision(request, actor, body.step) ?? refuseApproval(request, actor, body);
    case 'request.rejected':
      return refuseDecision(request, actor, body.step) ?? refuseBlank(body.reason);
    case 'request.cancelled':
      return null;
    case 'request.released':
      return refuseBlank(body.reason);
  }
}

function refuseDecision(request: RequestView, actor: string, step: string): RequestRefusal | null {
  const open = openStep(request);
  const approvers = open?.approvers ?? [actor];
  return open?.id === step && approvers.includes(actor)
    ? null
    : refuse('YQ4607', { actor, step, approvers: open?.approvers?.join(', ') ?? '' });
}

function refuseApproval(
  request: RequestView,
  actor: string,
  { step, reservation }: Extract<RequestEventBody, { type: 'request.approved' }>,
): RequestRefusal | null {
  if (actor === request.submittedBy) return refuse('YQ4610', { actor, request: request.id });
  if (openStep(request)?.approvedBy.includes(actor)) return refuse('YQ4609', { actor, step });
  const covered = new Set(reservation?.map(({ workload }) => workload));
  const isOnce = covered.size === (reservation?.length ?? 0);
  return isOnce && isDue(request, covered) ? null : refuse('YQ4614', { request: request.id });
}

/** The last approval reserves all that was asked for; with services it may bring their control planes too. */
function isDue(request: RequestView, covered: ReadonlySet<string>): boolean {
  if (!isLastApproval(request)) return covered.size === 0;
  const ids = requestedWorkloads(request.document).flatMap((workload) =>
    Array.from({ length: workload.count }, (_, replica) => replicaId(workload, replica)),
  );
  return ids.every((id) => covered.has(id)) && (request.document.services !== undefined || covered.size === ids.length);
}

const refuseBlank = (reason: string) => (reason.trim() === '' ? refuse('YQ4611', {}) : null);

const refuse = (code: RequestRefusal['code'], params: RequestRefusal['params']): RequestRefusal => ({ code, params });
