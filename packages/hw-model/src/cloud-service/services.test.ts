import { describe, expect, it } from 'vitest';
import { findEntry } from '../catalog/catalog.ts';
import { cloudServices, findCloudService, withNeeded } from './catalog.ts';
import { roleFootprint } from './footprint.ts';
import { type Basis, serviceCategories } from './service.ts';

describe('cloud services', () => {
  it('are 30 and more in eight categories, each once, each with its row in the catalogue', () => {
    const services = cloudServices();
    expect(services.length).toBeGreaterThanOrEqual(30);
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
    expect(new Set(services.map(({ category }) => category))).toEqual(new Set(Object.keys(serviceCategories)));
    for (const { id, entry, name } of services) {
      expect([id, findEntry(entry)?.id]).toEqual([id, entry]);
      expect([id, /^[\u4e00-\u9fff]|AI|NAT|Web|VPC|DDoS|GaussDB/.test(name['zh-CN'])]).toEqual([id, true]);
    }
  });

  it('give for each figure a source or the reason why there is none', () => {
    const told = (basis: Basis) => ('source' in basis ? basis.source : basis.assumed).length > 10;
    for (const { id, zonesBasis, size, plans, control } of cloudServices()) {
      const bases = [
        zonesBasis,
        ...(size ? [size.basis] : []),
        ...plans.flatMap(({ appliances }) => appliances.map(({ basis }) => basis)),
      ];
      expect([id, bases.every(told)]).toEqual([id, true]);
      for (const { role, basis } of [...control, ...plans.flatMap(({ roles }) => roles)]) {
        expect([id, role, basis.states.length > 0]).toEqual([id, role, basis.source !== undefined]);
        expect([id, role, basis.assumed.length > 10]).toEqual([id, role, true]);
      }
    }
  });

  it('hang together: plans and roles once, replicas that keep apart, sizes within bounds, devices and needs that exist', () => {
    for (const service of cloudServices()) {
      const { id, plans, size, needs, control } = service;
      expect([id, plans.length > 0, new Set(plans.map((plan) => plan.id)).size]).toEqual([id, true, plans.length]);
      if (size) expect([id, size.least <= size.usual && size.usual <= size.most]).toEqual([id, true]);
      for (const need of needs) expect([id, need, findCloudService(need) !== undefined]).toEqual([id, need, true]);
      for (const { id: plan, roles, appliances, apart } of plans) {
        for (const { model } of appliances) expect([id, plan, findEntry(model)?.id]).toEqual([id, plan, model]);
        expect([id, plan, new Set(roles.map(({ role }) => role)).size]).toEqual([id, plan, roles.length]);
        for (const at of [size?.least ?? 1, size?.usual ?? 1, size?.most ?? 1])
          for (const one of roles.map((role) => roleFootprint(role, at))) {
            expect([id, plan, one.count > 1]).toEqual([id, plan, apart !== 'none']);
            expect([id, plan, Number.isInteger(one.memMiB) && one.memMiB > 0 && one.vcpus > 0]).toEqual([
              id,
              plan,
              true,
            ]);
          }
      }
      for (const role of control) expect([id, Number(role.count) > 1]).toEqual([id, true]);
    }
  });

  it('brings what a service needs, each once, before it', () => {
    const ids = withNeeded(['modelarts', 'bcs', 'nothing']).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [at, id] of ids.entries())
      for (const need of findCloudService(id)!.needs) expect(ids.indexOf(need)).toBeLessThan(at);
    expect(ids).toEqual(expect.arrayContaining(['manageone', 'swr', 'cce', 'obs', 'modelarts', 'bcs']));
  });

  it('scales by size: replicas by units, what is shared is shared, what is kept twice is not', () => {
    const [store] = findCloudService('obs')!.plans[0]!.roles;
    expect(roleFootprint(store!, 1000)).toMatchObject({ count: 3, volumes: [{ sizeGiB: 40 }, { sizeGiB: 500 }] });
    expect(roleFootprint(store!, 100_000)).toMatchObject({ count: 5, volumes: [{ sizeGiB: 40 }, { sizeGiB: 30_000 }] });
    const [db] = findCloudService('rds')!.plans[0]!.roles;
    expect(roleFootprint(db!, 300)).toMatchObject({
      count: 2,
      vcpus: 2,
      memMiB: 4096,
      volumes: [{}, { sizeGiB: 300 }],
    });
    const [cache] = findCloudService('dcs')!.plans[0]!.roles;
    expect(roleFootprint(cache!, 8)).toMatchObject({ count: 2, memMiB: 8192 });
  });
});
