import type { ApprovalStep, Request, Reservation } from '@yunqian/planner';
import type { JournalEvent } from '../journal/event.ts';

/**
 * The portal's vocabulary. One journal for all requests: capacity and quotas are common to all, so an append that is
 * allowed only when nothing was written since (see `JournalStore.append`) is what keeps two operators from promising
 * the same room twice.
 */
export type RequestEventBody =
  | {
      readonly type: 'request.submitted';
      readonly request: string;
      readonly document: Request;
      /** The chain as the policy had it then. */
      readonly steps: readonly ApprovalStep[];
      /** The answer that the applicant got. */
      readonly feasible: boolean;
    }
  /** The approval that completes the last step carries the reservation; capacity is promised from this event on. */
  | {
      readonly type: 'request.approved';
      readonly request: string;
      readonly step: string;
      readonly comment?: string;
      readonly reservation?: Reservation['placements'];
    }
  | { readonly type: 'request.rejected'; readonly request: string; readonly step: string; readonly reason: string }
  | { readonly type: 'request.cancelled'; readonly request: string; readonly reason?: string }
  /** An approved request gives its capacity back. */
  | { readonly type: 'request.released'; readonly request: string; readonly reason: string }
  /** Not decided in time, or past the last day that it asked for; what it reserved is free again. */
  | {
      readonly type: 'request.expired';
      readonly request: string;
      readonly cause: 'undecided' | 'ended';
      /** The day that was judged. */
      readonly on: string;
    };

export type RequestEvent = JournalEvent<RequestEventBody>;
