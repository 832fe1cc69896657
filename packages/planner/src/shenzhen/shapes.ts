import type { Reach } from './published.ts';

/** One tier of a system: how many, how large (a published flavor), how much data each instance keeps. */
export interface Tier {
  readonly role: 'web' | 'app' | 'cache' | 'db' | 'file' | 'bastion' | 'monitor' | 'log' | 'backup';
  readonly count: number;
  readonly flavor: string;
  /** Candidates for the data volume of the tier, 0: system disk only. */
  readonly dataGiB: readonly number[];
  readonly volumeType: 'sas' | 'ssd';
}

export interface Shape {
  readonly tiers: readonly Tier[];
}

const tier = (
  role: Tier['role'],
  count: number,
  flavor: string,
  dataGiB: readonly number[] = [0],
  volumeType: Tier['volumeType'] = 'sas',
): Tier => ({ role, count, flavor, dataGiB, volumeType });

/** Sizes of the published mix: 1U1G, 1U2G, 2U4G, 4U8G. */
const u1g1 = 's2.medium.1';
const u1g2 = 's2.medium.2';
const u2g4 = 's2.large.2';
const u4g8 = 's2.xlarge.2';

/** Systems of general importance: one server, two tiers, three tiers, three tiers with doubled fronts. */
export const generalShapes = {
  single: { tiers: [tier('app', 1, u1g2, [100, 200, 300])] },
  twoTier: { tiers: [tier('web', 1, u1g1), tier('db', 1, u1g2, [200, 300, 400])] },
  threeTier: { tiers: [tier('web', 1, u1g1), tier('app', 1, u1g2, [100]), tier('db', 1, u2g4, [500, 800, 1100])] },
  doubled: { tiers: [tier('web', 2, u1g1), tier('app', 2, u1g2, [100]), tier('db', 1, u2g4, [1000, 1500, 2000])] },
} as const satisfies Record<string, Shape>;

/** Level 3 systems keep two instances of every tier (R7). */
export const importantShape: Shape = {
  tiers: [tier('web', 2, u1g1), tier('app', 2, u1g2, [200]), tier('db', 2, u4g8, [1000, 1500, 2000], 'ssd')],
};

/** The named systems; their databases are the few large machines outside the published mix. */
export function coreShape(databaseFlavor: string): Shape {
  return {
    tiers: [
      tier('web', 4, u1g2, [100]),
      tier('app', 4, u2g4, [500]),
      tier('cache', 2, u2g4),
      tier('file', 2, u1g2, [3000, 4000, 5000]),
      tier('db', 2, databaseFlavor, [3000, 4000, 5000], 'ssd'),
    ],
  };
}

export const coreDatabase = 'c4.2xlarge.4';
export const largeCoreDatabase = 'm4.4xlarge.8';

/** The platform's own tools in the management zone: bastion, monitoring, backup control. */
export const operationsShape: Shape = {
  tiers: [
    tier('bastion', 2, u1g2),
    tier('monitor', 2, u2g4, [500]),
    tier('log', 2, u2g4, [1000]),
    tier('backup', 2, u2g4, [500]),
    tier('db', 2, u2g4, [500]),
  ],
};

/** The front of a system stands where its users are; behind an Internet front everything else is in the public zone. */
export function zoneOf(role: Tier['role'], reach: Reach): Reach {
  if (reach !== 'internet') return reach;
  return role === 'web' ? 'internet' : 'public';
}
