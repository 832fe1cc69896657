import { type AddressRange, overlaps, parseCidr } from '../formula/cidr.ts';
import type { Report } from './report.ts';
import type { Fleet } from './schema.ts';

/** Every subnet is in exactly one zone (R2: GB/T 22239-2019 8.1.2.1 c): ranges of different zones do not meet. */
export function checkSubnets(fleet: Fleet, report: Report): void {
  const known: { readonly zone: string; readonly subnet: string; readonly range: AddressRange }[] = [];
  for (const [z, { id: zone, subnets }] of fleet.zones.entries()) {
    for (const [s, subnet] of subnets.entries()) {
      const pointer = `/zones/${z}/subnets/${s}`;
      const range = parseCidr(subnet);
      if (range === undefined) {
        report.find('error', 'YQ1601', pointer, { subnet });
        continue;
      }
      const other = known.find((one) => one.zone !== zone && overlaps(one.range, range));
      if (other !== undefined)
        report.find('error', 'YQ1602', pointer, { zone, subnet, other: other.zone, otherSubnet: other.subnet });
      known.push({ zone, subnet, range });
    }
  }
}
