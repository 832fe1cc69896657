import type { FleetInput } from '@yunqian/hw-model';
import type { EstateInput } from '../estate/schema.ts';
import type { PolicyInput } from '../policy/schema.ts';
import type { ProgrammeInput } from '../waves/schema.ts';

/** The smallest set of documents that shows every part: five systems, one rack, two rules, one window. */
export function minimalEstate(): EstateInput {
  const system = (id: string, name: string, nameZh: string, criticality: 'core' | 'general') => ({
    id,
    name,
    nameZh,
    tenant: 'bureau-1',
    mlps: criticality === 'core' ? 3 : 2,
    zone: 'business',
    criticality,
    components: [{ id: 'app', role: 'app' }],
  });
  const vm = (name: string, component: string, count: number, vcpus: number, memGiB: number, diskGiB: number) => ({
    id: `${name}-${component}`,
    system: name,
    component,
    count,
    vcpus,
    memMiB: memGiB * 1024,
    nicMbps: 100,
    volumes: [{ sizeGiB: diskGiB, type: 'sas' }],
  });
  return {
    kind: 'estate',
    formatVersion: '1.0',
    name: 'minimal',
    note: 'Replace with your own systems, or import an inventory: yunqian estate import --help',
    tenants: [{ id: 'bureau-1', name: 'Bureau 1', nameZh: '委办局 1' }],
    systems: [
      {
        ...system('portal', 'Portal', '门户网站', 'core'),
        components: [
          { id: 'web', role: 'web' },
          { id: 'db', role: 'db' },
        ],
      },
      system('office', 'Office', '办公系统', 'general'),
      system('archive', 'Archive', '档案系统', 'general'),
      system('mail', 'Mail', '邮件系统', 'general'),
      system('reports', 'Reports', '统计报表', 'general'),
    ],
    workloads: [
      vm('portal', 'web', 2, 2, 4, 100),
      vm('portal', 'db', 2, 4, 16, 500),
      vm('office', 'app', 1, 2, 4, 200),
      vm('archive', 'app', 1, 2, 4, 1000),
      vm('mail', 'app', 1, 4, 8, 500),
      vm('reports', 'app', 1, 2, 8, 300),
    ],
    dependencies: [
      { from: 'component:portal/web', to: 'component:portal/db', strength: 'strong', port: 3306, bandwidthMbps: 50 },
      { from: 'system:reports', to: 'system:archive', strength: 'weak', port: 443, bandwidthMbps: 10 },
    ],
  };
}

export function minimalFleet(): FleetInput {
  return {
    kind: 'fleet',
    formatVersion: '1.0',
    name: 'minimal',
    note: 'One rack of three servers. Models and builds: yunqian catalog list',
    zones: [{ id: 'business', name: 'Business zone', nameZh: '业务区', kind: 'business', mlps: 3 }],
    profiles: [{ id: 'shared', server: 'server/2288H V5', build: 'virtualization-host/s2-medium' }],
    clouds: [
      {
        id: 'city',
        sites: [
          {
            id: 'site-1',
            rooms: [
              {
                id: 'room-1',
                racks: [
                  {
                    id: 'rack-01',
                    zone: 'business',
                    tor: { model: 'switch-leaf/CE6865-48S8CQ-EI', count: 2, uplinkMbps: 200_000 },
                    hosts: [{ id: 'host', count: 3, profile: 'shared' }],
                  },
                ],
              },
            ],
            storagePools: [{ id: 'sas', type: 'sas', usableGiB: 10_000 }],
          },
        ],
      },
    ],
    links: [{ id: 'link-1', from: 'source', to: 'city/site-1', bandwidthMbps: 1000 }],
  };
}

export function minimalPolicy(): PolicyInput {
  return {
    kind: 'policy',
    formatVersion: '1.0',
    name: 'minimal',
    rules: [
      {
        rule: 'separate',
        id: 'core-replicas-apart',
        select: { criticality: ['core'] },
        per: 'component',
        topology: 'host',
      },
      { rule: 'capacity', id: 'headroom', mode: 'soft', dimensions: ['cpuMilli', 'memMiB'], ratio: 0.8 },
    ],
  };
}

export function minimalProgramme(): ProgrammeInput {
  return {
    kind: 'programme',
    formatVersion: '1.0',
    name: 'minimal',
    start: '2026-03-02',
    deadline: '2026-05-31',
    links: [{ id: 'link-1', bandwidthMbps: 1000 }],
    teams: 1,
    windows: [{ days: [6], from: '22:00', to: '06:00' }],
    freezes: [{ from: '2026-05-01', to: '2026-05-05', reason: 'Labour Day 劳动节' }],
    pilot: ['reports'],
  };
}
