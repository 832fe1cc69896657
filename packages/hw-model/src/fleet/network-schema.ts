import { z } from 'zod';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
const assumed = z.array(z.string()).default([]);

/**
 * Planned bandwidth (or IOPS) over what is physically there: 1 means that every peak fits at once. Above 1 it is a
 * figure of the fleet for how little of what was promised is used at the same time.
 */
export const oversubscription = z.number().min(1).max(64).default(1);

/** What the racks of a room hang on, in total: the spine and core switches between their uplinks. */
export const spineSchema = z.strictObject({
  /** Catalogue id; its ports bound the capacity. */
  model: z.string().optional(),
  count: z.int().min(1).max(64).default(2),
  capacityMbps: z.int().min(1),
  oversubscription,
  assumed,
});

/** The way out of a site, for everything that is not inside it. */
export const uplinkSchema = z.strictObject({ bandwidthMbps: z.int().min(1), oversubscription, assumed });

/** A disk array; storage pools name the one that they are cut from. */
export const storageArraySchema = z.strictObject({
  id,
  model: z.string().optional(),
  /** Software version: a synchronous pair has the same on both sides (R10). */
  version: z.string().optional(),
  /** Of the controllers, for all pools together. */
  iops: z.int().min(1).optional(),
  oversubscription,
  assumed,
});

/** A pair of arrays that copies from one to the other; over a link of the fleet. */
export const replicationSchema = z.strictObject({
  id,
  /** Full path of an array: `cloud/site/array`. */
  from: z.string(),
  to: z.string(),
  mode: z.enum(['sync', 'async']),
  /** Link of the fleet that carries it. */
  link: z.string(),
  /** Part of the link that the copy may use. Default: all of it. */
  bandwidthMbps: z.number().positive().optional(),
  /** Of asynchronous copies: minutes between them, which is the recovery point. */
  intervalMinutes: z.number().positive().optional(),
  assumed,
});

export const boundaryKinds = ['firewall', 'router', 'gap'] as const;

/** `80` or `8000-8099`; both ends included. */
const port = z.union([z.int().min(1).max(65_535), z.string().regex(/^\d{1,5}-\d{1,5}$/)]);

/** Devices between zones. Everything that `allow` does not name is denied. */
export const boundarySchema = z.strictObject({
  id,
  /** `cloud/site`. */
  site: z.string(),
  kind: z.enum(boundaryKinds).default('firewall'),
  model: z.string().optional(),
  count: z.int().min(1).max(64).default(2),
  /** Devices of these that carry nothing while all are well. */
  standby: z.int().min(0).max(63).default(1),
  /** Zones that it joins. */
  zones: z.array(z.string()).min(2),
  /** Of one device. */
  throughputMbps: z.int().min(1).optional(),
  /** Of one device, at once. */
  sessions: z.int().min(1).optional(),
  allow: z
    .array(
      z.strictObject({
        from: z.string(),
        to: z.string(),
        /** Default: all. */
        ports: z.array(port).min(1).optional(),
        note: z.string().optional(),
      }),
    )
    .default([]),
  assumed,
});
