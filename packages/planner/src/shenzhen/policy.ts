import type { PolicyInput } from '../policy/schema.ts';

const note = [
  'Placement policy of the reference estate. Clauses are those of GB/T 22239-2019 (MLPS 2.0) as transcribed by the community; check them against the official text before quoting.',
  'PUBLISHED: zoning at MLPS level 3. ASSUMED: which rules are hard, the safety level.',
  'Always in force without being written here: capacity, zone, MLPS level of the platform (8.2.2.1 a), architecture, resource pool, rack uplinks, storage.',
].join('\n');

/** The policy of the reference estate: always the same bytes. */
export function shenzhenPolicy(): PolicyInput {
  return {
    kind: 'policy',
    formatVersion: '1.0',
    name: 'shenzhen',
    note,
    defaults: { zone: 'public', mlps: 2, arch: 'x86_64', volumeType: 'sas' },
    rules: [
      {
        rule: 'separate',
        id: 'level3-replicas-apart',
        select: { mlpsAtLeast: 3, kinds: ['vm', 'bareMetal'] },
        per: 'component',
        topology: 'host',
        clause: 'GB/T 22239-2019 8.1.4.9',
        note: 'R7: important data processing runs on at least two hosts',
      },
      {
        rule: 'spread',
        id: 'level3-containers-on-two-hosts',
        select: { mlpsAtLeast: 3, kinds: ['container'] },
        per: 'component',
        topology: 'host',
        minDomains: 2,
        clause: 'GB/T 22239-2019 8.1.4.9',
        note: 'R7, for services of many small instances',
      },
      {
        rule: 'spread',
        id: 'level3-replicas-over-racks',
        mode: 'soft',
        level: 1,
        weight: 10,
        select: { mlpsAtLeast: 3 },
        per: 'component',
        topology: 'rack',
        minDomains: 2,
        clause: 'GB/T 22239-2019 8.1.2.1 e)',
        note: 'R7: a rack shares its switches and its feed',
      },
      {
        rule: 'exclusive',
        id: 'management-alone',
        select: { zones: ['management'] },
        per: 'all',
        topology: 'host',
        clause: 'GB/T 22239-2019 8.2.5.1 b)',
        note: 'R9: management traffic is kept from tenants',
      },
      {
        rule: 'capacity',
        id: 'room-for-failover',
        mode: 'soft',
        level: 2,
        dimensions: ['cpuMilli', 'memMiB'],
        ratio: 0.85,
        clause: 'GB/T 22239-2019 8.1.2.1 a)',
        note: 'R15: headroom for the peak and for the loss of a host',
      },
    ],
  };
}
