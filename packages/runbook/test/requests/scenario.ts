/**
 * A city of 53 bureaus that apply for resources at once, more than its fleet has. Everything follows from a number, so
 * that any process that takes the scenario up does what the others would.
 */
import { type ExpandedFleet, expandFleet, fleetSchema } from '@yunqian/hw-model';
import {
  createPlan,
  estateSchema,
  type PortalDocuments,
  policySchema,
  type Request,
  requestSchema,
} from '@yunqian/planner';

export const tenants = 53;
/** People of the two steps of the chain. */
export const desk = ['desk-1', 'desk-2'] as const;
export const centre = ['centre-1', 'centre-2', 'centre-3'] as const;

const head = { formatVersion: '1.0', name: 'portal' } as const;
const bureau = (n: number) => `bureau-${n % tenants}`;

/** `hosts` of 64 vCPUs and 256 GiB; everything that stands before the first request takes a part of some. */
export async function scenarioDocuments(hosts: number): Promise<PortalDocuments> {
  const estate = estateSchema.parse({
    kind: 'estate',
    ...head,
    tenants: [{ id: 'city' }, ...Array.from({ length: tenants }, (_, n) => ({ id: bureau(n), parent: 'city' }))],
    systems: Array.from({ length: tenants }, (_, n) => ({ id: `legacy-${n}`, tenant: bureau(n) })),
    workloads: Array.from({ length: tenants }, (_, n) => ({
      id: `old-${n}`,
      system: `legacy-${n}`,
      vcpus: 2,
      memMiB: 8192,
    })),
  });
  const policy = policySchema.parse({
    kind: 'policy',
    ...head,
    approvals: [
      { id: 'desk', approvers: [...desk] },
      { id: 'centre', approvers: [...centre], needed: 2, when: { vcpusAtLeast: 12 } },
    ],
    rules: [{ rule: 'separate', id: 'replicas-apart', select: {}, per: 'workload', topology: 'host' }],
  });
  const fleet = scenarioFleet(hosts);
  const { plan } = await createPlan({ estate, fleet, policy, budget: 10_000 });
  return { estate, fleet, policy, plan: plan! };
}

function scenarioFleet(hosts: number): ExpandedFleet {
  return expandFleet(
    fleetSchema.parse({
      kind: 'fleet',
      ...head,
      profiles: [
        {
          id: 'p',
          cpu: { sockets: 1, coresPerSocket: 64, threadsPerCore: 1, overheadThreads: 0 },
          overcommitRatio: 1,
          memory: { installedGiB: 256, reservedGiB: 0 },
          nicMbps: 10_000,
        },
      ],
      clouds: [
        {
          id: 'c',
          sites: [
            { id: 's', rooms: [{ id: 'm', racks: [{ id: 'r', count: hosts, hosts: [{ id: 'h', profile: 'p' }] }] }] },
          ],
        },
      ],
    }),
  );
}

export function scenarioRequest(n: number): Request {
  const id = `req-${n}`;
  return requestSchema.parse({
    kind: 'request',
    ...head,
    id,
    tenant: bureau(n),
    systems: [{ id: `sys-${n}` }],
    workloads: [
      { id: `${id}-web`, system: `sys-${n}`, count: 1 + (n % 3), vcpus: 1 + (n % 4), memMiB: 4096 * (1 + (n % 3)) },
      ...(n % 2 === 0 ? [{ id: `${id}-db`, system: `sys-${n}`, vcpus: 4 + (n % 5), memMiB: 16_384 }] : []),
    ],
  });
}

/** What becomes of a request that finds room. */
export function fateOf(n: number): 'rejected' | 'cancelled' | 'released' | 'approved' {
  if (n % 10 === 3) return 'rejected';
  if (n % 10 === 7) return 'cancelled';
  return n % 6 === 4 ? 'released' : 'approved';
}
