import { z } from 'zod';

const amount = z.number().min(0).optional();

/** A step of the approval chain; requests to which `when` does not apply pass it by. */
export const approvalSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().optional(),
  /** Who may decide; absent: anybody but the applicant. */
  approvers: z.array(z.string().min(1)).min(1).optional(),
  /** How many of them must agree. */
  needed: z.int().min(1).default(1),
  /** Every condition given must hold: totals of the request, any of its zones, its highest level, its tenant or one above. */
  when: z
    .strictObject({
      tenants: z.array(z.string()).optional(),
      zones: z.array(z.string()).optional(),
      mlpsAtLeast: z.int().min(1).max(4).optional(),
      vcpusAtLeast: amount,
      memGiBAtLeast: amount,
      volumeGiBAtLeast: amount,
    })
    .prefault({}),
});
