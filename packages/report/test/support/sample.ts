import type { ExpandedFleet, FleetHost, FleetRack } from '@yunqian/hw-model';
import type { Activity, Estate, EstateSystem, EstateWorkload, Plan, Programme, Waves } from '@yunqian/planner';
import { programmeSchema } from '@yunqian/planner';
import type { GroupState, RunView } from '@yunqian/runbook';

/** A made-up city: every figure follows from the sizes, so that two calls give the same documents. */
export interface SampleSize {
  readonly sites: number;
  readonly racksPerSite: number;
  readonly hostsPerRack: number;
  readonly systems: number;
  readonly groupsPerWave: number;
}

export const smallSample: SampleSize = { sites: 1, racksPerSite: 2, hostsPerRack: 3, systems: 6, groupsPerWave: 3 };
export const citySample: SampleSize = { sites: 2, racksPerSite: 17, hostsPerRack: 12, systems: 234, groupsPerWave: 30 };

const siteNames = ['meilin', 'pingshan', 'heyuan'];
const zones = ['internet', 'public', 'business', 'private', 'management'];
const places = ['交通', '公安', '教育', '卫健', '住建', '水务', '税务', '规划', '城管', '民政', '应急', '市场监管'];

export interface Sample {
  readonly fleet: ExpandedFleet;
  readonly estate: Estate;
  readonly plan: Plan;
  readonly programme: Programme;
  readonly waves: Waves;
  readonly runs: readonly RunView[];
}

export function sample(size: SampleSize): Sample {
  const random = sequence(7);
  const fleet = fleetOf(size);
  const systems = Array.from({ length: size.systems }, (_, index) => systemOf(index));
  const workloads = systems.flatMap((system, index) =>
    Array.from({ length: 1 + (index % 8) }, (_, member) => workloadOf(system.id, member, random)),
  );
  const estate: Estate = {
    kind: 'estate',
    formatVersion: '1.0',
    name: 'sample city',
    tenants: places.map((place, index) => ({
      id: `tenant-${index + 1}`,
      name: `Bureau ${index + 1}`,
      nameZh: `${place}局`,
    })),
    systems,
    workloads,
    dependencies: [],
    networks: [],
    accessPolicies: [],
    sourceHosts: [],
    rules: [],
    assumptions: [],
  };
  const plan = planOf(fleet, estate, random);
  const programme = programmeOf();
  const waves = wavesOf(size, estate, programme, random);
  return { fleet, estate, plan, programme, waves, runs: [runOf(waves)] };
}

function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

const two = (index: number) => String(index).padStart(2, '0');

function fleetOf({ sites, racksPerSite, hostsPerRack }: SampleSize): ExpandedFleet {
  const hosts: FleetHost[] = [];
  const racks: FleetRack[] = [];
  for (let s = 0; s < sites; s++) {
    const site = `city/${siteNames[s] ?? `site-${s + 1}`}`;
    for (let r = 0; r < racksPerSite; r++) {
      const rack = `${site}/room-${1 + Math.floor(r / 12)}/r-${two(r + 1)}`;
      const count = r === racksPerSite - 1 ? Math.max(1, hostsPerRack - 2) : hostsPerRack;
      racks.push({
        id: rack,
        units: 42,
        unitsUsed: count * 2 + 4,
        powerW: r % 5 === 4 ? 0 : 9_000,
        powerUsedW: count * 780 + 600,
        uplinkMbps: 80_000,
        tors: 2,
        oversubscription: 1,
      });
      for (let h = 0; h < count; h++) {
        const management = r === 0 && h < 1;
        hosts.push({
          id: `${rack}/h-${two(h + 1)}`,
          cloud: 'city',
          site,
          room: rack.slice(0, rack.lastIndexOf('/')),
          rack,
          az: `az-${s + 1}`,
          zone: management ? 'management' : (zones[r % 4] ?? 'public'),
          mlps: 3,
          role: management ? 'management' : 'compute',
          pool: 'shared',
          profile: '2288H',
          arch: 'x86_64',
          vcpus: 144,
          threads: 72,
          overcommitRatio: 2,
          memMiB: 393_216,
          nicMbps: 20_000,
          localDiskGiB: r % 3 === 0 ? 4_800 : 0,
          hypervisor: '',
          accelerators: [],
          units: 2,
          powerW: 780,
          traits: [],
          taints: [],
          labels: {},
          closed: r === 1 && h === 1,
        });
      }
    }
  }
  return {
    name: 'sample fleet',
    zones: [],
    clouds: [],
    peers: [],
    sites: [],
    rooms: [],
    hosts,
    racks,
    devices: [],
    storagePools: [],
    storageArrays: [],
    replications: [],
    boundaries: [],
    links: [],
    assumptions: [],
    findings: [],
  };
}

function systemOf(index: number): EstateSystem {
  const place = index % places.length;
  return {
    id: `sys-${String(index + 1).padStart(3, '0')}`,
    name: `System ${index + 1}`,
    nameZh: `${places[place]}业务系统${index + 1}`,
    tenant: `tenant-${place + 1}`,
    components: [],
    labels: {},
  };
}

function workloadOf(system: string, member: number, random: () => number): EstateWorkload {
  return {
    id: `${system}-vm-${member + 1}`,
    system,
    kind: 'vm',
    count: 1,
    vcpus: 2 ** (1 + Math.floor(random() * 5)),
    memMiB: 4_096 * 2 ** Math.floor(random() * 5),
    volumes: [{ sizeGiB: 40 + Math.floor(random() * 900) }],
    accelerators: [],
    traits: [],
    tolerations: [],
    ips: [],
    networks: [],
    labels: {},
  };
}

function planOf(fleet: ExpandedFleet, estate: Estate, random: () => number): Plan {
  const dimensions = ['cpuMilli', 'memMiB', 'nicMbps', 'localDiskGiB'];
  const open = fleet.hosts.filter((host) => host.role === 'compute' && !host.closed);
  const missing = estate.workloads.filter((_, index) => index % 97 === 13);
  const left = new Set(missing.map((workload) => workload.id));
  const placements = estate.workloads
    .filter((workload) => !left.has(workload.id))
    .map((workload, index) => ({
      workload: workload.id,
      host: open[(index * 7) % Math.max(1, Math.ceil(open.length * 0.93))]?.id ?? '',
      volumes: [],
    }));
  const counts = new Map<string, number>();
  for (const { host } of placements) counts.set(host, (counts.get(host) ?? 0) + 1);
  const hosts = open
    .filter((host) => counts.has(host.id))
    .map((host) => {
      const capacity = [host.vcpus * 1000, host.memMiB, host.nicMbps, host.localDiskGiB];
      const level = 0.25 + random() * 0.6;
      const used = capacity.map((amount) => Math.round(amount * Math.min(1, level * (0.5 + random() * 0.8))));
      return { host: host.id, used, capacity, workloads: counts.get(host.id) ?? 0 };
    });
  const total = dimensions.map((_, index) => {
    const capacity = open.reduce(
      (sum, host) => sum + ([host.vcpus * 1000, host.memMiB, host.nicMbps, host.localDiskGiB][index] ?? 0),
      0,
    );
    return capacity === 0 ? 0 : hosts.reduce((sum, row) => sum + (row.used[index] ?? 0), 0) / capacity;
  });
  const unplaced = missing.map((workload, index) => ({
    workload: workload.id,
    verdict: index % 2 === 0 ? ('contended' as const) : ('unresolvable' as const),
    hosts: fleet.hosts.length,
    blockedBy: [
      { rule: 'capacity', reason: 'memMiB', hosts: fleet.hosts.length - 20 },
      { rule: 'zones', reason: 'zones', hosts: 14 },
      { rule: 'ha', reason: 'ha', hosts: 6 },
    ],
    nearest: { host: open[index]?.id ?? '', missing: [{ rule: 'capacity', reason: 'memMiB', amount: 8_192 }] },
  }));
  return {
    kind: 'plan',
    formatVersion: '1.0',
    name: 'sample plan',
    engine: { name: '@yunqian/scheduler-core', version: '0.1.0', kernelSha256: 'ab'.repeat(32) },
    seed: 1,
    budget: 20_000_000,
    status: unplaced.length > 0 ? 'partial' : 'complete',
    inputs: ['estate', 'fleet', 'policy'].map((kind, index) => ({
      kind,
      path: `${kind}.yaml`,
      sha256: String(index + 1).repeat(64),
    })),
    summary: {
      workloads: estate.workloads.length,
      placed: placements.length,
      unplaced: unplaced.length,
      hosts: fleet.hosts.length,
      hostsUsed: hosts.length,
      hardViolations: 0,
      softViolations: 2,
    },
    placements,
    unplaced,
    utilisation: {
      dimensions,
      total,
      hosts,
      pools: [{ pool: 'city/meilin/pool-ssd', type: 'ssd', usedGiB: 210_000, usableGiB: 400_000 }],
    },
    omitted: [{ workload: 'sys-000-vm-1', reason: 'powered off' }],
    violations: [
      {
        rule: 'headroom',
        kind: 'capacity',
        mode: 'soft',
        amount: 12_000,
        dimension: 'cpuMilli',
        host: open[2]?.id ?? '',
        workloads: estate.workloads.slice(0, 9).map((workload) => workload.id),
      },
      {
        rule: 'spread-racks',
        kind: 'spread',
        mode: 'soft',
        amount: 1,
        group: 'sys-003/web',
        domain: fleet.racks[1]?.id ?? '',
        workloads: ['sys-003-vm-1'],
      },
    ],
    assumptions: [
      {
        subject: 'profile 2288H',
        field: 'powerW',
        value: 780,
        reason: 'no measured draw published; nameplate of the power supply x 0.6',
      },
      { subject: 'zone public', field: 'mlps', value: 3, reason: 'not published' },
    ],
  };
}

function programmeOf(): Programme {
  return programmeSchema.parse({
    kind: 'programme',
    formatVersion: '1.0',
    name: 'sample programme',
    timeZone: 'Asia/Shanghai',
    start: '2027-01-04',
    deadline: '2027-09-30',
    links: [{ id: 'source-meilin', bandwidthMbps: 10_000, efficiency: 0.7 }],
    concurrentCopies: 20,
    teams: 4,
    windows: [{ days: [1, 2, 3, 4, 5], from: '22:00', to: '06:00' }],
    freezes: [
      { from: '2027-02-04', to: '2027-02-14', reason: '春节 Spring Festival' },
      { from: '2027-05-01', to: '2027-05-05', reason: '劳动节 Labour Day' },
    ],
    pilot: ['sys-001'],
    maxGroupsPerWave: 30,
    waveDays: 14,
    cutoverMinutes: 60,
    settleHours: 24,
    maxWorkloadsPerGroup: 100,
    changeMbpsPerGiB: 0.01,
  });
}

const epoch = Date.UTC(2027, 0, 4);
const local = (hours: number) => new Date(epoch + hours * 3_600_000).toISOString().slice(0, 19);

function wavesOf(
  { systems, groupsPerWave }: SampleSize,
  estate: Estate,
  programme: Programme,
  random: () => number,
): Waves {
  const groups = Array.from({ length: systems }, (_, index) => {
    const system = estate.systems[index]?.id ?? '';
    const members = estate.workloads.filter((workload) => workload.system === system);
    return {
      id: system,
      systems: [system],
      workloads: members.map((workload) => workload.id),
      sizeGiB: members.reduce(
        (sum, workload) => sum + workload.volumes.reduce((total, volume) => total + volume.sizeGiB, 0),
        0,
      ),
      changeMbps: 12,
      reasons: [],
      after: [],
    };
  });
  const pilotSize = Math.min(3, groupsPerWave);
  const batches: (typeof groups)[] = [groups.slice(0, pilotSize)];
  for (let first = pilotSize; first < groups.length; first += groupsPerWave)
    batches.push(groups.slice(first, first + groupsPerWave));
  let hour = 0;
  const activities: Activity[] = [];
  const waves = batches.map((batch, index) => {
    const start = hour;
    const own = batch.map((group, member): Activity => {
      const seedStart = start + Math.floor(random() * 96);
      const seedEnd = seedStart + 4 + Math.floor(random() * 60);
      const cutoverStart = start + 24 * (7 + Math.floor((member / batch.length) * 14)) + 22 + (member % 4);
      return {
        group: group.id,
        wave: `wave-${index + 1}`,
        link: 'source-meilin',
        bandwidthMbps: 350,
        deltaMbps: 12,
        seedStart: local(seedStart),
        seedEnd: local(seedEnd),
        cutoverStart: local(cutoverStart),
        cutoverEnd: local(cutoverStart + 1),
      };
    });
    activities.push(...own);
    hour = start + 24 * 28;
    return {
      id: `wave-${index + 1}`,
      name: index === 0 ? 'Pilot 试点' : `Wave ${index}`,
      start: local(start),
      end: own.reduce((end, activity) => (activity.cutoverEnd > end ? activity.cutoverEnd : end), ''),
      pilot: index === 0,
      groups: batch.map((group) => group.id),
    };
  });
  const end = waves.at(-1)?.end ?? null;
  return {
    kind: 'waves',
    formatVersion: '1.0',
    name: 'sample waves',
    timeZone: programme.timeZone,
    inputs: [],
    groups,
    activities,
    waves,
    unscheduled: [],
    summary: {
      groups: groups.length,
      waves: waves.length,
      workloads: estate.workloads.length,
      hours: hour,
      lowerBoundHours: Math.round(hour * 0.4),
      end,
    },
  };
}

function runOf(waves: Waves): RunView {
  const wave = waves.waves[0];
  const states: GroupState[] = ['committed', 'armed', 'rolledBack'];
  const groups = (wave?.groups ?? []).map((id, index) => ({
    id,
    state: states[index % states.length] ?? 'scheduled',
    workloads: waves.groups.find((group) => group.id === id)?.workloads.length ?? 0,
    steps: [`${id}/approval`],
    since: '2027-01-20T14:00:00.000Z',
  }));
  return {
    run: 'run-1',
    wave: wave?.id ?? '',
    waveName: wave?.name ?? '',
    inputSha256: '0'.repeat(64),
    seed: 1,
    state: 'active',
    health: 'attention',
    groups,
    steps: groups.map((group) => ({
      id: `${group.id}/approval`,
      group: group.id,
      kind: 'approval',
      workloads: [],
      after: [],
      minutes: 0,
      pointOfNoReturn: false,
      maxAttempts: 1,
      state: group.state === 'armed' ? 'awaitingApproval' : 'succeeded',
      attempts: 0,
      waitsFor: [],
      since: group.since,
    })),
    counts: { total: groups.length * 6, succeeded: groups.length * 4, running: 0, failed: 0, awaiting: 1 },
    createdAt: '2027-01-04T01:00:00.000Z',
    lastAt: '2027-01-20T14:00:00.000Z',
    lastSeq: 40,
    epoch: 1,
    operator: 'li',
  };
}
