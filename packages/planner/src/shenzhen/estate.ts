import type { EstateInput } from '../estate/schema.ts';
import { draftSystems, tenants } from './drafts.ts';
import { assumptionsOf, noteOf } from './estate-notes.ts';
import { dependenciesOf } from './flows.ts';
import { withQuotas } from './quotas.ts';
import { createRandom } from './random.ts';
import { firstServices, serviceFlows } from './services.ts';
import { accessPoliciesOf, attach, networksOf } from './tenant-networks.ts';
import { workloadsOf } from './workloads.ts';

const seed = 2019;
/** Shares of ten. */
const operatingSystems = [
  ['CentOS 7.6', 6],
  ['Windows Server 2012 R2', 3],
  ['SUSE Linux Enterprise Server 12', 1],
] as const;

/** The reference estate: always the same bytes. Published and assumed figures are told apart in its note. */
export function shenzhenEstate(): EstateInput {
  const random = createRandom(seed);
  const drafts = draftSystems(random);
  const oses = random.deal(
    operatingSystems.map(([os, share]) => [os, Math.ceil((drafts.length * share) / 10)] as const),
  );
  const workloads = drafts.flatMap((draft, index) => attach(draft, workloadsOf(draft, oses[index]!, random)));
  const systems = drafts.map(({ system }) => system);
  const parts = { systems, workloads, services: firstServices };
  return {
    kind: 'estate',
    formatVersion: '1.0',
    name: 'shenzhen',
    note: noteOf(systems, workloads),
    tenants: withQuotas(tenants(), parts),
    ...parts,
    dependencies: [...dependenciesOf(drafts, random), ...serviceFlows],
    networks: networksOf(drafts),
    accessPolicies: accessPoliciesOf(drafts),
    assumptions: assumptionsOf(),
  };
}
