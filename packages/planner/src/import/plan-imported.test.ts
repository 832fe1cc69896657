import { expandFleet, fleetSchema } from '@yunqian/hw-model';
import { describe, expect, it } from 'vitest';
import { fixtureFiles, hasInventory, inventoryFiles } from '../../test/support/inventory.ts';
import { estateSchema } from '../estate/schema.ts';
import { createPlan } from '../plan/create-plan.ts';
import { policySchema } from '../policy/schema.ts';
import { fleetFromSourceHosts } from './fleet-from-source.ts';
import type { ImportFile, ImportFormat } from './importer.ts';
import { importEstate } from './index.ts';

/** Imports, makes a fleet of the source's own hosts, and plans onto it. */
async function replan(format: ImportFormat, files: readonly ImportFile[]) {
  const { estate: imported } = await importEstate(format, files);
  const estate = estateSchema.parse(imported);
  const fleet = expandFleet(fleetSchema.parse(fleetFromSourceHosts(imported!)));
  const policy = policySchema.parse({ kind: 'policy', formatVersion: '1.0', name: 'none' });
  const { plan, diagnostics } = await createPlan({ estate, fleet, policy, inputs: [], seed: 1 });
  const pods = estate.workloads.reduce((sum, { count }) => sum + count, 0);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(plan?.summary).toMatchObject({
    workloads: pods,
    placed: plan?.placements.length,
    unplaced: plan?.unplaced.length,
    hardViolations: 0,
  });
  expect(plan!.placements.length + plan!.unplaced.length).toBe(pods);
  for (const { workload, blockedBy } of plan!.unplaced) expect(blockedBy, workload).not.toEqual([]);
  return plan!;
}

const fixtures = (format: string) => fixtureFiles(new URL(`./${format}/importer.ts`, import.meta.url).href);

describe('an imported estate planned onto its own hosts', () => {
  it('kubernetes: constraints hold, what they leave no room for is explained', async () => {
    const plan = await replan('kubernetes', fixtures('kubernetes'));
    // One open node: of three replicas that keep apart, one fits; two NPUs serve two of three cache pods.
    expect(plan.placements.filter(({ workload }) => workload.startsWith('shop/deployment/web'))).toHaveLength(1);
    expect(plan.unplaced.map(({ workload }) => workload)).toHaveLength(3);
  });

  it('openstack', async () => {
    expect((await replan('openstack', fixtures('openstack'))).summary.placed).toBeGreaterThan(0);
  });

  it('watcher', async () => {
    expect((await replan('watcher', fixtures('watcher'))).summary.unplaced).toBe(0);
  });
});

describe.skipIf(!hasInventory)('real clusters planned onto their own nodes', () => {
  it('k8s_yaml_cluster: all 20 pods', async () => {
    const plan = await replan('kubernetes', inventoryFiles('k8s_yaml_cluster'));
    expect(plan.summary).toMatchObject({ placed: 20, unplaced: 0 });
    const masters = plan.placements
      .filter(({ workload }) => workload.startsWith('kube-system/daemonset/coredns'))
      .map(({ host }) => host.slice(host.lastIndexOf('/') + 1));
    expect(masters.sort()).toEqual(['master-1', 'master-2', 'master-3']);
  });

  it('kubectl_json: all but the pod whose GPUs no node has', async () => {
    const plan = await replan('kubernetes', inventoryFiles('kubectl_json'));
    expect(plan.unplaced).toMatchObject([
      { workload: 'message-pending-pod-resources/pod/pending-pod-resources-5fddcf7688-djjfc', verdict: 'unresolvable' },
    ]);
  });
});
