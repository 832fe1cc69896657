import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Entry } from '../lower/resolve-entries.ts';
import type { RecoveryPair } from './schema.ts';

/** A reason in both languages. */
export interface Reason {
  readonly en: string;
  readonly zh: string;
}

/** Longest way between the sites of a synchronous pair (vendor's forum, HyperMetro). */
export const maxPairKm = 100;

/**
 * R10, of the sites (Cloud Server High Availability, EDOC1100026685): one region, two availability zones that are each
 * a site of their own, KVM on the hosts, arrays of one model and version, at most 100 km. What the fleet does not state
 * is not held against the pair.
 */
export function pairTroubles({ sites: [one, other] }: RecoveryPair, fleet: ExpandedFleet): Reason[] {
  const a = fleet.sites.find(({ id }) => id === one);
  const b = fleet.sites.find(({ id }) => id === other);
  if (a === undefined || b === undefined) return [];
  const troubles: Reason[] = [];
  const find = (when: boolean, en: string, zh: string) => {
    if (when) troubles.push({ en, zh });
  };
  find(a.region !== b.region, `regions ${a.region} and ${b.region} differ`, `区域不同（${a.region} 与 ${b.region}）`);
  find(a.az === b.az, `both sites are availability zone ${a.az}`, `两站点同属可用区 ${a.az}`);
  for (const { id, az, region } of [a, b]) {
    const shared = fleet.sites.filter((site) => site.region === region && site.az === az && site.id !== id);
    find(
      a.az !== b.az && shared.length > 0,
      `availability zone ${az} has more sites than ${id}`,
      `可用区 ${az} 不止 ${id} 一个站点`,
    );
  }
  const between = fleet.links.filter(
    ({ from, to }) => (from === one && to === other) || (from === other && to === one),
  );
  find(between.length === 0, 'no link joins the sites', '两站点之间没有链路');
  for (const { id, distanceKm = 0 } of between)
    find(
      distanceKm > maxPairKm,
      `link ${id} is ${distanceKm} km long, ${maxPairKm} are allowed`,
      `链路 ${id} 长 ${distanceKm} km，上限为 ${maxPairKm} km`,
    );
  for (const site of [one, other]) {
    const foreign = fleet.hosts.find((host) => host.site === site && !['', 'kvm'].includes(host.hypervisor));
    find(
      foreign !== undefined,
      `host ${foreign?.id} runs ${foreign?.hypervisor}, not KVM`,
      `主机 ${foreign?.id} 使用 ${foreign?.hypervisor}，不是 KVM`,
    );
  }
  for (const type of new Set(fleet.storagePools.map((pool) => pool.type))) {
    const arrays = (site: string) =>
      [
        ...new Set(
          fleet.storagePools.flatMap((pool) =>
            pool.site === site && pool.type === type ? arrayText(pool.array, fleet) : [],
          ),
        ),
      ]
        .sort()
        .join(', ');
    const [here, there] = [arrays(one), arrays(other)];
    find(
      here !== '' && there !== '' && here !== there,
      `arrays of ${type} differ: ${here}; ${there}`,
      `${type} 阵列不同：${here}；${there}`,
    );
  }
  return troubles;
}

function arrayText(id: string, fleet: ExpandedFleet): string[] {
  const array = fleet.storageArrays.find((one) => one.id === id);
  return array === undefined || array.model === '' ? [] : [`${array.model} ${array.version}`.trim()];
}

/** Traits of workloads that bind them to a device of their host. */
const deviceTraits = ['sriov', 'pciPassthrough'];

/** R10, of the workloads: what is bound to the hardware of its host cannot come up at the other site. */
export function unfitForPair({ workload }: Entry): Reason | undefined {
  if (workload.kind === 'bareMetal') return { en: 'it is bare metal, not KVM', zh: '裸金属，并非 KVM 虚拟机' };
  const trait = workload.traits.find((one) => deviceTraits.includes(one));
  if (trait !== undefined) return { en: `it uses ${trait}`, zh: `使用 ${trait}` };
  if (workload.accelerators.length > 0)
    return { en: 'its accelerator is passed through from the host', zh: '加速卡由主机直通' };
  if (workload.volumes.some(({ sharedId }) => sharedId !== undefined))
    return { en: 'it shares a disk with others', zh: '与其他工作负载共享磁盘' };
  return undefined;
}
