import type { FleetInput } from '@yunqian/hw-model';

type SiteInput = FleetInput['clouds'][number]['sites'][number];
type BoundaryInput = NonNullable<FleetInput['boundaries']>[number];

/** Addresses of the zones, of the private ranges of RFC 1918; none are published. */
export const zoneSubnet = {
  internet: '10.64.0.0/14',
  public: '10.68.0.0/14',
  private: '10.72.0.0/14',
  management: '10.76.0.0/14',
} as const satisfies Readonly<Record<string, string>>;

/** Four CE8850, half of their ports towards the racks, and one of two sides lost. */
export const spine: NonNullable<SiteInput['rooms'][number]['spine']> = {
  model: 'switch-spine/CE8850-64CQ-EI',
  count: 4,
  capacityMbps: 6_400_000,
  assumed: ['count', 'capacityMbps'],
};

/** Counted is the assured bandwidth of every workload, most of which never leaves the site. */
export const uplink: NonNullable<SiteInput['uplink']> = {
  bandwidthMbps: 40_000,
  oversubscription: 16,
  assumed: ['bandwidthMbps', 'oversubscription'],
};

/** The four arrays of each kind are managed as one. */
export const storageArrays: NonNullable<SiteInput['storageArrays']> = [
  { id: 'dorado', model: 'storage/Dorado6000 V3', version: 'V300R002', assumed: ['version'] },
  { id: 'oceanstor', model: 'storage/OceanStor 5500 V5', version: 'V500R007', assumed: ['version'] },
];

/** Pairs of firewalls, one of each pair in reserve. No figure of these models is published. */
export function boundariesOf(site: string): BoundaryInput[] {
  const pair: Omit<BoundaryInput, 'id' | 'zones'> = {
    site,
    kind: 'firewall',
    model: 'firewall/USG6680E',
    count: 2,
    standby: 1,
    throughputMbps: 20_000,
    sessions: 4_000_000,
    assumed: ['model', 'count', 'throughputMbps', 'sessions', 'allow'],
  };
  return [
    {
      ...pair,
      id: 'edge',
      zones: ['internet', 'public'],
      allow: [
        { from: 'internet', to: 'public', ports: [443, 3306, '8080-8089'] },
        { from: 'public', to: 'internet', ports: [443] },
      ],
    },
    {
      ...pair,
      id: 'core',
      zones: ['public', 'private', 'management'],
      allow: [
        { from: 'public', to: 'private', ports: [443] },
        { from: 'private', to: 'public', ports: [443] },
        { from: 'management', to: 'public', ports: [22, 443] },
        { from: 'management', to: 'private', ports: [22, 443] },
      ],
    },
  ];
}
