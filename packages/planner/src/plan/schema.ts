import { z } from 'zod';

export const inputRefSchema = z.strictObject({ kind: z.string(), path: z.string(), sha256: z.string() });

/** The plan document: what stands where, what could not be placed and why. Same inputs, seed and budget: same bytes. */
export const planSchema = z.strictObject({
  kind: z.literal('plan'),
  formatVersion: z.literal('1.0'),
  name: z.string(),
  engine: z.strictObject({ name: z.string(), version: z.string(), kernelSha256: z.string() }),
  seed: z.int(),
  budget: z.int(),
  /** `cancelled`: stopped by the user, the best so far. */
  status: z.enum(['complete', 'partial', 'cancelled']),
  inputs: z.array(inputRefSchema),
  summary: z.strictObject({
    workloads: z.int(),
    placed: z.int(),
    unplaced: z.int(),
    hosts: z.int(),
    hostsUsed: z.int(),
    /** Where all is placed: no placement uses fewer hosts, and what says so (see `HostBound` of the core). */
    hostsBound: z
      .strictObject({
        hosts: z.int(),
        by: z.enum(['sum', 'sizes', 'apart', 'parts']),
        dimensions: z.array(z.string()).optional(),
        rule: z.string().optional(),
      })
      .optional(),
    hardViolations: z.int(),
    softViolations: z.int(),
  }),
  placements: z.array(
    z.strictObject({
      workload: z.string(),
      host: z.string(),
      volumes: z
        .array(
          z.strictObject({
            type: z.string(),
            pool: z.string(),
            sizeGiB: z.number(),
            /** Pools at other sites that hold a copy. */
            copies: z.array(z.string()).optional(),
          }),
        )
        .default([]),
    }),
  ),
  unplaced: z.array(
    z.strictObject({
      workload: z.string(),
      verdict: z.enum(['contended', 'unresolvable']),
      hosts: z.int(),
      blockedBy: z.array(z.strictObject({ rule: z.string(), reason: z.string(), hosts: z.int() })),
      nearest: z
        .strictObject({
          host: z.string(),
          missing: z.array(z.strictObject({ rule: z.string().optional(), reason: z.string(), amount: z.number() })),
        })
        .nullable(),
    }),
  ),
  /** `total`: share of sellable capacity in use, 0..1, over all hosts; `hosts`: those that carry anything, in units of the dimensions. */
  utilisation: z.strictObject({
    dimensions: z.array(z.string()),
    total: z.array(z.number()),
    hosts: z.array(
      z.strictObject({
        host: z.string(),
        used: z.array(z.number()),
        capacity: z.array(z.number()),
        workloads: z.int(),
      }),
    ),
    pools: z
      .array(
        z.strictObject({
          pool: z.string(),
          type: z.string(),
          usedGiB: z.number(),
          usableGiB: z.number(),
          /** By the formula of each volume's type; absent where the pool states no IOPS. */
          usedIops: z.number().optional(),
          plannableIops: z.number().optional(),
        }),
      )
      .optional(),
    /** Shared parts of the network that the fleet states: bandwidth or sessions planned on them. */
    network: z
      .array(
        z.strictObject({
          kind: z.enum(['rackUplink', 'spine', 'siteUplink', 'siteLink', 'boundary', 'boundarySessions']),
          id: z.string(),
          used: z.number(),
          limit: z.number(),
        }),
      )
      .optional(),
  }),
  /** Workloads that were left out by the policy, with the reason. */
  omitted: z.array(z.strictObject({ workload: z.string(), reason: z.string() })),
  /** The rules in force, with the requirement (R1 to R15) and clause that each comes from. */
  rules: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z.string(),
        mode: z.string(),
        requirement: z.string().optional(),
        clause: z.string().optional(),
      }),
    )
    .optional(),
  /** Every breach of a soft or noWorse rule, and of a hard one if any (then the plan is not valid). */
  violations: z.array(
    z.strictObject({
      rule: z.string(),
      kind: z.string(),
      mode: z.string(),
      amount: z.number(),
      dimension: z.string().optional(),
      group: z.string().optional(),
      host: z.string().optional(),
      domain: z.string().optional(),
      workloads: z.array(z.string()),
    }),
  ),
  /** From a live placement to this one: steps one after another, the moves of a step at once. */
  moves: z
    .strictObject({
      /** Most workloads that might move. */
      limit: z.int().min(0).optional(),
      /** What a move had to be worth. */
      price: z.number().min(0).optional(),
      steps: z.array(
        z.array(z.strictObject({ workload: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
      ),
      /** Moves that waited for each other; `via`: the host of the detour that made room, null: shut down for as long as it took. */
      deadlocks: z.array(
        z.strictObject({ waiting: z.array(z.string()), workload: z.string(), via: z.string().nullable() }),
      ),
      /** No order brings these to their place. */
      impossible: z.array(z.string()),
    })
    .optional(),
  assumptions: z.array(
    z.strictObject({
      subject: z.string(),
      field: z.string(),
      value: z.union([z.string(), z.number()]),
      reason: z.string(),
    }),
  ),
});

export type InputRef = z.output<typeof inputRefSchema>;
export type Plan = z.output<typeof planSchema>;
