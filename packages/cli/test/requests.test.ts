import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createSession } from './support/session.ts';

it('a request goes from the bureau into the next plan, keeps its hosts, and is verified with it', async () => {
  const { yunqian, path } = createSession();
  await yunqian('init');
  await yunqian('plan create');
  const ask = (id: string, vcpus: number) => {
    const workload = { id: `${id}-app`, system: `${id}-system`, vcpus, memMiB: 2048, count: 2 };
    const request = { tenant: 'bureau-1', systems: [{ id: `${id}-system` }], workloads: [workload] };
    writeFileSync(
      path(`${id}.json`),
      JSON.stringify({ kind: 'request', formatVersion: '1.0', name: id, id, ...request }),
    );
  };
  ask('permits', 1);
  ask('huge', 5000);
  expect(await yunqian('request list')).toMatchObject({ code: 2, stderr: expect.stringContaining('request submit') });
  const answer = await yunqian('request submit permits.json --as zhang');
  expect(answer).toMatchObject({ code: 0, stdout: expect.stringContaining('there is room for all 2 workloads') });
  const no = await yunqian('request submit huge.json --as zhang --lang zh-CN');
  expect(no).toMatchObject({ code: 3, stdout: expect.stringContaining('目前无法满足') });
  expect(no.stderr).toContain('huge-app-1');
  expect((await yunqian('request approve permits --as zhang')).stderr).toContain('YQ4610');
  expect((await yunqian('request approve permits --as li')).code).toBe(0);
  expect((await yunqian('request approve huge --as li')).code).toBe(3);
  expect((await yunqian('request reject huge --as li --reason size')).code).toBe(0);
  expect((await yunqian('request list --state approved -o csv')).stdout).toContain('permits,bureau-1,approved');
  const shown = JSON.parse((await yunqian('request show permits -o json')).stdout);
  expect(shown.reservation).toHaveLength(2);

  expect((await yunqian('plan create --requests .yunqian/requests.db -o next.json')).code).toBe(0);
  const next = JSON.parse(readFileSync(path('next.json'), 'utf8'));
  for (const { workload, host } of shown.reservation)
    expect(next.placements).toContainEqual(expect.objectContaining({ workload, host }));
  expect((await yunqian('plan verify next.json')).code).toBe(0);
  const lost = next.placements.filter((placement: { workload: string }) => placement.workload !== 'permits-app-1');
  expect(lost.length).toBe(next.placements.length - 1);
  writeFileSync(path('lost.json'), JSON.stringify({ ...next, placements: lost }));
  expect((await yunqian('plan verify lost.json')).stderr).toContain('YQ4620');
  expect((await yunqian('request release permits --as li --reason closed')).code).toBe(0);
  writeFileSync(
    path('short.json'),
    readFileSync(path('permits.json'), 'utf8')
      .replaceAll('permits', 'short')
      .replace('"tenant"', '"until":"2026-01-31","tenant"'),
  );
  expect((await yunqian('request submit short.json --as zhang')).code).toBe(0);
  expect((await yunqian('request approve short --as li')).code).toBe(0);
  expect((await yunqian('request expire --on 2026-01-31 --as li')).stdout).toContain('0 requests expired');
  expect((await yunqian('request expire --on 2026-02-01 --as li')).stdout).toContain('short: past its end');
  expect((await yunqian('request list --state expired -o csv')).stdout).toContain('short,bureau-1,expired');
  expect((await yunqian('request verify')).stdout).toContain('8 events, 0 faults');
});
