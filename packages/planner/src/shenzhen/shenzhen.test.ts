import { expandFleet, fleetSchema, managementNodes } from '@yunqian/hw-model';
import { describe, expect, it } from 'vitest';
import { type Estate, estateSchema } from '../estate/schema.ts';
import { policySchema } from '../policy/schema.ts';
import { withServices } from '../services/expand-services.ts';
import { programmeSchema } from '../waves/schema.ts';
import { shenzhenEstate } from './estate.ts';
import { provisionedGiB } from './estate-notes.ts';
import { shenzhenFleet } from './fleet.ts';
import { shenzhenPolicy } from './policy.ts';
import { shenzhenProgramme } from './programme.ts';
import { namedBureaus, namedSystems } from './published.ts';
import { createRandom } from './random.ts';

const estate = estateSchema.parse(shenzhenEstate());
/** With what its services stand for. */
const whole = withServices(estate);
const fleet = expandFleet(fleetSchema.parse(shenzhenFleet()));
const policy = policySchema.parse(shenzhenPolicy());
const programme = programmeSchema.parse(shenzhenProgramme());

type Workload = Estate['workloads'][number];
const systems = new Map(estate.systems.map((system) => [system.id, system]));
const systemOf = (workload: Workload) => systems.get(workload.system ?? '')!;
const zoneOf = (workload: Workload) => {
  const system = systemOf(workload);
  return system.components.find(({ id }) => id === workload.component)?.zone ?? system.zone;
};
const count = (workloads: readonly Workload[]) => workloads.reduce((sum, workload) => sum + workload.count, 0);
const vms = estate.workloads.filter(({ kind }) => kind === 'vm');

describe('the Shenzhen estate', () => {
  it('has what is published: 53 bureaus, 14 of them named; 230+ systems, 17 of them named', () => {
    expect(estate.tenants.filter(({ parent }) => parent === 'city').length).toBe(53);
    expect(estate.tenants.length).toBe(54);
    expect(namedBureaus.length).toBe(14);
    expect(estate.tenants.filter(({ id }) => /^bureau-\d+$/.test(id)).map(({ id }) => id)).toEqual(
      Array.from({ length: 39 }, (_, index) => `bureau-${index + 15}`),
    );
    expect(estate.systems.length).toBe(231);
    expect(namedSystems.map(({ nameZh }) => nameZh)).toEqual([
      'i深圳',
      '公共交易平台',
      '政务服务平台',
      '智能政务办公系统',
      '资源交换共享平台',
      '预警预报系统',
      '应急管理局微信公众号管理平台',
      '安全管理综合信息系统',
      '财政信息管理系统',
      '政务服务系统',
      '社会多元共治信息化支撑平台',
      '绩效考核系统',
      '财政审批系统',
      '城建档案系统',
      '智慧海绵系统',
      '金融监督局金融服务平台',
      '政务微信项目',
    ]);
    expect(namedSystems.every(({ id }) => systems.get(id)?.criticality === 'core')).toBe(true);
  });

  it('has the derived number of machines, and some containers and bare metal', () => {
    expect(count(vms)).toBe(989);
    expect(count(estate.workloads.filter(({ kind }) => kind === 'container'))).toBe(120);
    expect(count(estate.workloads.filter(({ kind }) => kind === 'bareMetal'))).toBe(2);
  });

  it('keeps the published mix: more than two thirds have one vCPU, four sizes are nearly all', () => {
    expect(count(vms.filter(({ vcpus, memMiB }) => vcpus === 1 && memMiB <= 2048)) / count(vms)).toBeGreaterThan(2 / 3);
    const main = new Set(['1/1', '1/2', '2/4', '4/8']);
    expect(
      count(vms.filter(({ vcpus, memMiB }) => main.has(`${vcpus}/${memMiB / 1024}`))) / count(vms),
    ).toBeGreaterThan(0.95);
  });

  it('fills three fifths of the derived platform capacity of 1,160 TB', () => {
    const provisionedTb = (provisionedGiB(estate.workloads) * 2 ** 30) / 1e12;
    expect(provisionedTb).toBeGreaterThan(650);
    expect(provisionedTb).toBeLessThan(750);
    const usableTb = (fleet.storagePools.reduce((sum, { usableGiB }) => sum + usableGiB, 0) * 2 ** 30) / 1e12;
    expect(Math.abs(usableTb - 1160)).toBeLessThan(1);
  });

  it('keeps two instances of every tier of a level 3 system', () => {
    for (const system of estate.systems.filter(({ mlps }) => mlps === 3)) {
      for (const component of system.components) {
        const instances = count(estate.workloads.filter((w) => w.system === system.id && w.component === component.id));
        expect([system.id, component.id, instances >= 2]).toEqual([system.id, component.id, true]);
      }
    }
  });

  it('has unique ids and references that lead somewhere', () => {
    for (const list of [estate.tenants, estate.systems, estate.workloads]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
    const tenants = new Set(estate.tenants.map(({ id }) => id));
    const ends = new Set([
      ...estate.systems.flatMap(({ id, components }) => [
        `system:${id}`,
        ...components.map((c) => `component:${id}/${c.id}`),
      ]),
      // What services make may be called too.
      ...whole.workloads.filter(({ labels }) => labels.service !== undefined).map(({ id }) => `workload:${id}`),
    ]);
    expect(estate.systems.filter(({ tenant }) => !tenants.has(tenant ?? ''))).toEqual([]);
    expect(estate.workloads.filter((w) => !systemOf(w).components.some(({ id }) => id === w.component))).toEqual([]);
    expect(estate.dependencies.filter(({ from, to }) => from === to || !ends.has(from) || !ends.has(to))).toEqual([]);
    const owners = new Set(estate.systems.map(({ tenant }) => tenant));
    expect([...tenants].filter((tenant) => !owners.has(tenant))).toEqual(['city']);
  });

  it('says in its note which figures are published, derived and assumed', () => {
    for (const word of ['PUBLISHED', 'DERIVED', 'ASSUMED', '989 virtual machines', '53 bureaus'])
      expect(estate.note).toContain(word);
    expect(estate.assumptions.length).toBeGreaterThan(10);
  });
});

describe('the Shenzhen fleet', () => {
  it('expands without findings; the racks are within units and power', () => {
    expect(fleet.findings).toEqual([]);
    expect(fleet.hosts.length).toBe(57);
  });

  it('has the management nodes that its size asks for', () => {
    const controllers = fleet.hosts.filter(({ role }) => role === 'management').length;
    expect(controllers).toBe(
      managementNodes({
        hosts: fleet.hosts.length,
        vms: count(whole.workloads.filter(({ kind }) => kind === 'vm')),
      }),
    );
  });

  it('uses every zone, on both sides', () => {
    const zones = fleet.zones.map(({ id }) => id).sort();
    expect([...new Set(estate.workloads.map(zoneOf))].sort()).toEqual(zones);
    expect([...new Set(fleet.hosts.map(({ zone }) => zone))].sort()).toEqual(zones);
  });

  it('carries the estate at 60 to 70 % overall, and each pool still after the loss of its largest host', () => {
    const pools = new Map<string, { demand: number[]; hosts: number[][] }>();
    const poolOf = (key: string) => pools.get(key) ?? pools.set(key, { demand: [0, 0], hosts: [] }).get(key)!;
    const key = (zone: string | undefined, pool: string, arch: string | undefined, kind: string) =>
      [zone, pool || 'shared', arch, kind === 'bareMetal'].join(' ');
    for (const w of whole.workloads) {
      const { demand } = poolOf(key(w.zone ?? zoneOf(w), w.pool ?? '', w.arch ?? policy.defaults.arch, w.kind));
      demand[0]! += w.vcpus * w.count;
      demand[1]! += w.memMiB * w.count;
    }
    for (const host of fleet.hosts.filter(({ role }) => role === 'compute' || role === 'bareMetal')) {
      poolOf(key(host.zone, host.pool, host.arch, host.role)).hosts.push([host.vcpus, host.memMiB]);
    }
    let total = 0;
    let used = 0;
    for (const [name, { demand, hosts }] of pools) {
      for (const axis of [0, 1]) {
        const sizes = hosts.map((host) => host[axis]!);
        const without = sizes.reduce((sum, size) => sum + size, 0) - Math.max(...sizes);
        expect([name, axis, demand[axis]! <= without]).toEqual([name, axis, true]);
      }
      // A bare-metal server is taken whole, whatever its workload needs.
      if (name.endsWith('true')) continue;
      used += demand[0]!;
      total += hosts.reduce((sum, host) => sum + host[0]!, 0);
    }
    expect(used / total).toBeGreaterThan(0.6);
    expect(used / total).toBeLessThan(0.7);
  });

  it('lists the models and figures that nobody published', () => {
    const assumed = new Set(fleet.assumptions.map(({ subject, field }) => `${subject} ${field}`));
    for (const item of [
      'profile shared typicalPowerW',
      'link extranet-a bandwidthMbps',
      'storage pool city/meilin/ssd usableGiB',
    ]) {
      expect([item, assumed.has(item)]).toEqual([item, true]);
    }
  });
});

describe('the Shenzhen policy and programme', () => {
  it('names the clause of every rule, and each rule selects something', () => {
    for (const rule of policy.rules) {
      expect([rule.id, rule.clause]).toEqual([rule.id, expect.stringMatching(/^GB\/T 22239-2019 8\./)]);
      if (!('select' in rule)) continue;
      const { mlpsAtLeast = 1, kinds, zones } = rule.select;
      const selected = estate.workloads.filter(
        (w) =>
          (systemOf(w).mlps ?? 0) >= mlpsAtLeast &&
          (kinds?.includes(w.kind) ?? true) &&
          (zones?.includes(zoneOf(w) ?? '') ?? true),
      );
      expect([rule.id, selected.length > 0]).toEqual([rule.id, true]);
    }
  });

  it('has as many hosts in reach as the replicas that must stand apart', () => {
    const compute = fleet.hosts.filter(({ role }) => role === 'compute');
    for (const w of vms.filter((vm) => systemOf(vm).mlps === 3)) {
      const reach = compute.filter(
        (host) => host.zone === zoneOf(w) && host.arch === w.arch && (host.pool || 'shared') === (w.pool ?? 'shared'),
      );
      expect([w.id, reach.length >= w.count]).toEqual([w.id, true]);
    }
  });

  it('runs nine months over links that the fleet has, with both holidays frozen and a small pilot', () => {
    expect([programme.start, programme.deadline]).toEqual(['2019-01-21', '2019-10-20']);
    const links = new Map(fleet.links.map(({ id, bandwidthMbps }) => [id, bandwidthMbps]));
    for (const { id, bandwidthMbps } of programme.links) expect(links.get(id)).toBe(bandwidthMbps);
    expect(programme.freezes.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('春节'),
      expect.stringContaining('国庆节'),
    ]);
    expect(programme.pilot.map((id) => systems.get(id)?.criticality)).toEqual(['general', 'general', 'general']);
  });
});

it('the documents are the same bytes each time', () => {
  for (const make of [shenzhenEstate, shenzhenFleet, shenzhenPolicy, shenzhenProgramme]) {
    expect(JSON.stringify(make())).toBe(JSON.stringify(make()));
  }
});

describe('createRandom', () => {
  it('is mulberry32: the first numbers of seed 1 as published implementations give them', () => {
    const random = createRandom(1);
    expect([random.next(), random.next(), random.next()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  it('deals every item as often as its share says', () => {
    const dealt = createRandom(7).deal([
      ['a', 3],
      ['b', 2],
    ]);
    expect(dealt.sort()).toEqual(['a', 'a', 'a', 'b', 'b']);
  });
});
