import type { RequestEventBody } from './event.ts';
import type { PortalView, RequestView } from './view.ts';

/** How long requests are good for, as the policy has it. */
export interface RequestValidity {
  /** A request that is not decided after so many days expires; absent: never. */
  readonly undecidedDays?: number | undefined;
  /** An approved request gives its room back so many days after the last day that it asked for. Default 0. */
  readonly graceDays?: number | undefined;
}

export type ExpiredBody = Extract<RequestEventBody, { type: 'request.expired' }>;

/** What has expired on a day (`2026-11-24`), in the order of submission. A request without an end is never over. */
export function expiredOn({ requests }: PortalView, validity: RequestValidity, on: string): ExpiredBody[] {
  return [...requests.values()].flatMap((request): ExpiredBody[] => {
    const { until } = request.document;
    const body = (cause: ExpiredBody['cause']): ExpiredBody[] => [
      { type: 'request.expired', request: request.id, cause, on },
    ];
    if (until !== undefined && isOpen(request) && on > addDays(until, validity.graceDays ?? 0)) return body('ended');
    const { undecidedDays } = validity;
    if (request.state !== 'pending' || undecidedDays === undefined) return [];
    return on > addDays(request.submittedAt.slice(0, 10), undecidedDays) ? body('undecided') : [];
  });
}

export const isOpen = ({ state }: RequestView): boolean => state === 'pending' || state === 'approved';

/** Is it true that this request is over on that day? What the policy allows beyond that is not in the journal. */
export function isOver({ document: { until }, state, submittedAt }: RequestView, { cause, on }: ExpiredBody): boolean {
  if (cause === 'ended') return until !== undefined && on > until;
  return state === 'pending' && on > submittedAt.slice(0, 10);
}

const millisPerDay = 86_400_000;

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * millisPerDay).toISOString().slice(0, 10);
