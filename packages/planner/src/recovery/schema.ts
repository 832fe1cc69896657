import { z } from 'zod';

/** How data of a system reaches a second place. */
export const recoveryMethods = ['none', 'backup', 'async', 'activeActive'] as const;
export type RecoveryMethod = (typeof recoveryMethods)[number];

const minutes = z.number().min(0);

/** What a system is promised after a failure. A promise that is not given is none. */
export const recoveryClassSchema = z.strictObject({
  id: z.string().min(1),
  method: z.enum(recoveryMethods),
  /** Data of at most so many minutes may be missing. */
  rpoMinutes: minutes.optional(),
  /** Service is back after so many minutes. */
  rtoMinutes: minutes.optional(),
  /** Between two copies (async) or two backups. */
  intervalMinutes: minutes.optional(),
  /** Lower restarts earlier. Default: by `rtoMinutes`. */
  restartOrder: z.int().optional(),
  /** A further copy for the loss of both sites of a pair, or of the first copy. */
  remote: z
    .strictObject({
      method: z.enum(['backup', 'async']),
      rpoMinutes: minutes.optional(),
      rtoMinutes: minutes.optional(),
      intervalMinutes: minutes.optional(),
    })
    .optional(),
});

/** Two sites that hold copies for each other. */
export const recoveryPairSchema = z.strictObject({
  id: z.string().min(1),
  /** `cloud/site` both. */
  sites: z.tuple([z.string(), z.string()]),
  method: z.enum(['backup', 'async', 'activeActive']),
  /** Only the first is protected, by the second. */
  oneWay: z.boolean().default(false),
  /** Bandwidth for copies, each way. Default: all links between the two sites. */
  bandwidthMbps: z.number().positive().optional(),
});

/** What may fail: places, storage, links between sites, boundaries between zones, and single devices of the network. */
export const failureTopologies = [
  'host',
  'rack',
  'room',
  'site',
  'cloud',
  'pool',
  'array',
  'link',
  'boundary',
  'tor',
  'spine',
  'boundaryDevice',
] as const;
export type FailureTopology = (typeof failureTopologies)[number];

export const recoverySchema = z.strictObject({
  classes: z.array(recoveryClassSchema).default([]),
  pairs: z.array(recoveryPairSchema).default([]),
  /** What may fail: every set of `count` domains of a level. Their outcomes are computed one by one. */
  failures: z
    .array(z.strictObject({ topology: z.enum(failureTopologies), count: z.int().min(1).max(2).default(1) }))
    .default([]),
  /** Whether planning goes on until every declared failure leaves nothing beyond its class. */
  reserve: z.enum(['report', 'prove']).default('report'),
  /** How fast things come back. Every default is an assumption that results list. */
  restart: z
    .strictObject({
      detectMinutes: minutes.optional(),
      /** To switch storage, network and names over to another site. */
      switchMinutes: minutes.optional(),
      /** Workloads that a site starts at once, and how long each takes. */
      parallel: z.int().min(1).optional(),
      minutesEach: minutes.optional(),
      /** Backups are read at this rate, all together, at one site. */
      restoreMbps: z.number().positive().optional(),
    })
    .prefault({}),
  /** Share of its used volume that a workload writes in a day, where nothing was measured. */
  changePctPerDay: z.number().min(0).optional(),
  /** Rules R7, R8 and R10 of the catalogue of clauses. */
  clauses: z
    .strictObject({
      /** Two instances on two hosts for each part of a level 3 system that matters (GB/T 22239-2019 8.1.4.9). */
      instances: z.enum(['hard', 'off']).default('hard'),
      /** Copies and operations within the country, two consistent ones, a local backup of the tenant (8.2.4.6). */
      copies: z.enum(['hard', 'off']).default('hard'),
      /** What a synchronous pair of sites must be (Cloud Server High Availability). */
      pairs: z.enum(['hard', 'off']).default('hard'),
    })
    .prefault({}),
});

export type Recovery = z.output<typeof recoverySchema>;
export type RecoveryClass = z.output<typeof recoveryClassSchema>;
export type RecoveryPair = z.output<typeof recoveryPairSchema>;
