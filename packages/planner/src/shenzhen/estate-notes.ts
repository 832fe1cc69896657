import type { EstateInput } from '../estate/schema.ts';
import { bureauCount, namedBureaus, namedSystems, systemCount } from './published.ts';

type Workloads = EstateInput['workloads'];

/** The header of the estate: what was read, what was derived, what was made up. */
export function noteOf(systems: readonly unknown[], workloads: Workloads): string {
  const count = (kind: string) => sum(workloads, (w) => ((w.kind ?? 'vm') === kind ? (w.count ?? 1) : 0));
  const volumeTb = Math.round((provisionedGiB(workloads) * 2 ** 30) / 1e12);
  return [
    `Reference estate of Shenzhen's government cloud, first phase. Made by a generator, not an inventory.`,
    `PUBLISHED (article 数字深圳：云上的政务): ${bureauCount} bureaus, of which ${namedBureaus.length} are named; 230+ core systems, of which ${namedSystems.length} are named; one data centre (Meilin) first; zoning at MLPS level 3; nine months from early 2019.`,
    `DERIVED from Guangzhou 2017 (e.huawei.com case study: 900+ systems, 3,860 virtual servers, 4,546 TB): 4.3 virtual servers and 5.05 TB of platform capacity per system, so about 990 virtual servers and 1,160 TB for ${systemCount} systems.`,
    `FROM A PUBLIC CLOUD, not from a government (Huawei-East-1 trace): more than two thirds of the machines have 1 vCPU; the main sizes are 1U1G, 1U2G, 2U4G and 4U8G.`,
    `ASSUMED, everything else: the owners of most systems, importance, levels of the unnamed systems, zones, tiers, flows, disks, containers and bare metal; see \`assumptions\`. Bureaus and systems that nobody named carry neutral ids.`,
    `THIS DOCUMENT: ${systems.length} systems, ${count('vm')} virtual machines, ${count('container')} containers, ${count('bareMetal')} bare-metal servers, ${volumeTb} TB provisioned.`,
  ].join('\n');
}

/** GiB of all volumes; a disk that several workloads share counts once. */
export function provisionedGiB(workloads: Workloads): number {
  const seen = new Set<string>();
  return sum(workloads, (workload) =>
    sum(workload.volumes ?? [], ({ sizeGiB, sharedId }) => {
      if (sharedId === undefined) return sizeGiB * (workload.count ?? 1);
      if (seen.has(sharedId)) return 0;
      seen.add(sharedId);
      return sizeGiB;
    }),
  );
}

export function assumptionsOf(): NonNullable<EstateInput['assumptions']> {
  const assumed = (subject: string, field: string, value: string | number, reason: string) => ({
    subject,
    field,
    value,
    reason,
  });
  return [
    assumed('tenants', 'named bureaus', 14, 'whether all of them count among the 53 is not said'),
    assumed(
      'named systems',
      'tenant',
      'see labels.tenant',
      'the article does not say who owns a system; only five names state their owner',
    ),
    assumed('named systems', 'mlps', 3, 'the article says level 3 zoning, not the level of a system'),
    assumed('unnamed systems', 'mlps', '60 at level 3, the rest at level 2', 'no level of any system is published'),
    assumed(
      'systems',
      'zone',
      'front where the users are, the rest in the public or the private zone',
      'the article names one zone only',
    ),
    assumed('systems', 'components', 'web, app, db; cache and file for the named ones', 'no architecture is published'),
    assumed(
      'systems',
      'dr',
      'async for the named, backup for level 3',
      'the first phase has one data centre; active-active comes later',
    ),
    assumed('systems', 'downtimeMinutes', '60, 120 or 240 by importance', 'no service level is published'),
    assumed(
      'workloads',
      'vcpus, memMiB',
      'flavors s2, c4, m4 of Open Telekom Cloud',
      'the flavors of the Shenzhen cloud are not published',
    ),
    assumed('workloads', 'nicMbps', 'assured bandwidth of the flavor; 50 per container', 'no traffic is published'),
    assumed(
      'workloads',
      'volumes',
      'about three fifths of the derived platform capacity',
      'no disk figures are published',
    ),
    assumed('volumes', 'usedGiB', '60 %', 'no disk use is published'),
    assumed(
      'workloads',
      'arch',
      '10 level 3 systems on Kunpeng',
      'x86 to Kunpeng means redeploying; that any did so in 2019 is not published',
    ),
    assumed('workloads', 'containers', 120, 'the article places containers in the second phase; a few are taken here'),
    assumed('fiscal-information', 'db on bare metal', 2, 'the article does not say what runs on bare metal'),
    assumed('workloads', 'os, firmware', 'a mix; BIOS on x86', 'not published'),
    assumed('networks', 'cidrs', 'a /22 per bureau and zone', 'no addresses are published'),
    assumed('accessPolicies', 'all', 'databases of the named systems', 'no access policies are published'),
    assumed('dependencies', 'all', 'tiers in order; most systems use the sharing platform', 'no flows are published'),
    assumed(
      'services',
      'all',
      'see services',
      'the article says 8 categories and more than 30 services, not who uses which',
    ),
    assumed('tenants', 'quotas', 'a quarter above what is asked for, twice for the centre', 'no quotas are published'),
    assumed(
      'platform-operations',
      'system',
      '10 virtual machines',
      'the management tools of the time are not published in number',
    ),
  ];
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
