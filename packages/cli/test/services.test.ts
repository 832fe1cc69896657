import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createSession } from './support/session.ts';

it('service list and show: names, plans and who says so, in both languages and for programs', async () => {
  const { yunqian } = createSession();
  const list = JSON.parse((await yunqian('service list -o json')).stdout);
  expect(list.length).toBeGreaterThanOrEqual(30);
  expect((await yunqian('service list --category database')).stdout).toMatch(
    /database +rds +Relational Database Service/,
  );
  expect((await yunqian('service list --category database --lang zh-CN')).stdout).toMatch(/数据库 +rds +关系型数据库/);
  const rds = (await yunqian('service show rds --size 300')).stdout;
  expect(rds).toMatch(
    /small +db +2 +2 +4 +40 sas \+ 300 ssd +count, vcpus, memory: https:\S+; volumes, bandwidth: assumed/,
  );
  expect(rds).toMatch(/\(once a cloud\) +control .*assumed:/);
  expect((await yunqian('service show ecs --lang zh-CN')).stdout).toContain('由平台自身提供');
  const wrong = await yunqian('service show rdss');
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('did you mean rds?')]);
  expect((await yunqian('service show rds --size 9999')).code).toBe(2);
});

it('service expand and overview: what an estate asks for, line by line', async () => {
  const { yunqian, path } = createSession();
  await yunqian('init');
  const system = /systems:\n\s+- id: (\S+)/.exec(readFileSync(path('estate.yaml'), 'utf8'))![1];
  appendFileSync(
    path('estate.yaml'),
    `services:\n  - {id: cache, service: dcs, system: ${system}, overrides: {volumeType: sas}}\n`,
  );
  const expanded = await yunqian('service expand');
  expect(expanded.stdout).toMatch(/database +dcs +cache +cache-cache /);
  expect(expanded.stdout).toMatch(/management +manageone +control /);
  expect((await yunqian('service expand --lang zh-CN')).stdout).toMatch(/数据库 +dcs +cache /);
  const { workloads, assumptions } = JSON.parse((await yunqian('service expand --instance cache -o json')).stdout);
  expect(workloads.map(({ id }: { id: string }) => id)).toEqual(['cache-cache']);
  expect(assumptions.length).toBeGreaterThan(0);
  await yunqian('plan create');
  const view = (await yunqian('overview show plan.json --by service')).stdout;
  expect(view).toMatch(/database +dcs +Distributed Cache Service +4 +\d+ +8 /);
});

it('a request for a service goes through the portal into the next plan', async () => {
  const { yunqian, path } = createSession();
  await yunqian('init');
  await yunqian('plan create');
  const services = [{ id: 'cache', service: 'dcs', size: 2, overrides: { volumeType: 'sas' } }];
  const request = { kind: 'request', formatVersion: '1.0', name: 'cache', id: 'cache', tenant: 'bureau-1', services };
  writeFileSync(path('cache.json'), JSON.stringify(request));
  // Two caches, two nodes that control them, three of ManageOne.
  const answer = await yunqian('request submit cache.json --as zhang');
  expect(answer).toMatchObject({ code: 0, stdout: expect.stringContaining('there is room for all 7 workloads') });
  expect((await yunqian('request approve cache --as li')).code).toBe(0);
  expect((await yunqian('request show cache')).stdout).toContain('4 vCPUs, 4 GiB memory');
  expect((await yunqian('plan create --requests .yunqian/requests.db -o next.json')).code).toBe(0);
  expect((await yunqian('plan verify next.json')).code).toBe(0);
  expect((await yunqian('overview show next.json --by service -o csv')).stdout).toMatch(/database,dcs,.*,4,/);
  const wrong = { ...request, id: 'wrong', services: [{ id: 'x', service: 'rdss' }] };
  writeFileSync(path('wrong.json'), JSON.stringify(wrong));
  const refused = await yunqian('request submit wrong.json --as zhang --lang zh-CN');
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('没有云服务 `rdss`')]);
});
