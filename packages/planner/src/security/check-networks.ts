import { type AddressRange, covers, overlaps, parseCidr } from '@yunqian/hw-model';
import type { Find } from '../estate/find.ts';
import type { Estate } from '../estate/schema.ts';

/** Tenants' networks are disjoint and carry what belongs to their tenant (R3, GB/T 22239-2019 8.2.2.1 b). */
export function checkNetworks(estate: Estate, find: Find): void {
  const ids = new Set<string>();
  estate.networks.forEach(({ id }, i) => {
    if (ids.has(id)) find('YQ1101', 'error', `/networks/${i}/id`, { id, other: id });
    ids.add(id);
  });
  checkOverlaps(estate, find);
  if (estate.networks.length > 0) checkAttachments(estate, find);
}

function checkOverlaps(estate: Estate, find: Find): void {
  const known: { readonly at: number; readonly cidr: string; readonly range: AddressRange }[] = [];
  const isOpen = (at: number) => estate.networks[at]!.shared || estate.networks[at]!.tenant === undefined;
  estate.networks.forEach(({ cidrs }, at) => {
    cidrs.forEach((cidr, c) => {
      const range = parseCidr(cidr);
      if (range === undefined) find('YQ1601', 'error', `/networks/${at}/cidrs/${c}`, { subnet: cidr });
      else known.push({ at, cidr, range });
    });
  });
  known.sort((a, b) => a.range.family - b.range.family || compare(a.range.first, b.range.first) || a.at - b.at);
  known.forEach((one, i) => {
    const network = estate.networks[one.at]!;
    // Sorted by first address: what begins after this range ends cannot meet it.
    for (let j = i + 1; j < known.length && overlaps(one.range, known[j]!.range); j++) {
      const other = known[j]!;
      const owner = estate.networks[other.at]!;
      if (isOpen(one.at) || isOpen(other.at) || owner.tenant === network.tenant) continue;
      find('YQ1620', 'error', `/networks/${other.at}/cidrs`, {
        network: owner.id,
        tenant: owner.tenant!,
        cidr: other.cidr,
        other: network.id,
        otherTenant: network.tenant!,
        otherCidr: one.cidr,
      });
    }
  });
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

function checkAttachments(estate: Estate, find: Find): void {
  const networks = new Map(
    estate.networks.map((network) => [
      network.id,
      { ...network, ranges: network.cidrs.flatMap((cidr) => parseCidr(cidr) ?? []) },
    ]),
  );
  const tenantOf = new Map(estate.systems.map(({ id, tenant }) => [id, tenant]));
  estate.workloads.forEach(({ id: workload, system, networks: named, ips }, i) => {
    const tenant = tenantOf.get(system ?? '');
    const own = named.flatMap((id) => networks.get(id) ?? []);
    named.forEach((id, n) => {
      const network = networks.get(id);
      const pointer = `/workloads/${i}/networks/${n}`;
      if (network === undefined) find('YQ1622', 'warning', pointer, { workload, network: id });
      else if (!network.shared && network.tenant !== undefined && tenant !== undefined && network.tenant !== tenant)
        find('YQ1621', 'error', pointer, { workload, tenant, network: id, owner: network.tenant });
    });
    // Only where every network says what its addresses are.
    if (own.length < named.length || own.length === 0 || own.some(({ ranges }) => ranges.length === 0)) return;
    ips.forEach((ip, n) => {
      const address = parseCidr(ip);
      if (address !== undefined && !own.some(({ ranges }) => ranges.some((range) => covers(range, address))))
        find('YQ1623', 'warning', `/workloads/${i}/ips/${n}`, { workload, ip });
    });
  });
}
