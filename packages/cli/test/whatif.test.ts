import { expect, it } from 'vitest';
import { createSession, type Session } from './support/session.ts';

async function planned(): Promise<Session> {
  const session = createSession();
  await session.yunqian('init');
  await session.yunqian('plan create');
  return session;
}

it('whatif fail: one failure, a whole level, in both languages and for programs', async () => {
  const { yunqian } = await planned();
  const plan = JSON.parse((await yunqian('plan show plan.json --what placements -o json')).stdout);
  const host: string = plan[0].host;
  const site = host.split('/').slice(0, 2).join('/');

  const one = await yunqian(`whatif fail plan.json ${host} -o json`);
  const outcome = JSON.parse(one.stdout);
  expect(outcome.hostsLost).toBe(1);
  expect(outcome.affected).toBe(plan.filter((row: { host: string }) => row.host === host).length);
  expect(one.code).toBe(outcome.broken > 0 ? 4 : 0);

  // The only site is lost with all data: allowed, since no class promises more.
  const all = await yunqian(`whatif fail plan.json ${site}`);
  expect(all.stdout).toContain(`without ${site}`);
  expect((await yunqian(`whatif fail plan.json ${site} --lang zh-CN`)).stdout).toContain(`失去 ${site}`);

  const sweep = JSON.parse((await yunqian('whatif fail plan.json --all host -o json')).stdout);
  expect(sweep.failures).toBe(sweep.outcomes.length);
  expect((await yunqian('whatif fail plan.json --all host')).stdout).toMatch(/\d+ failures, \d+ of them beyond/);
  expect((await yunqian('whatif fail plan.json --all host -o csv')).stdout.split('\r\n')[0]).toMatch(/^topology,what,/);
});

it('whatif drain and add answer without changing the plan', async () => {
  const { yunqian } = await planned();
  const [first] = JSON.parse((await yunqian('plan show plan.json --what placements -o json')).stdout);
  const drain = await yunqian(`whatif drain plan.json ${first.host} -o json`);
  const { moves, stranded } = JSON.parse(drain.stdout);
  expect(moves.length + stranded.length).toBeGreaterThan(0);
  expect(drain.code).toBe(stranded.length > 0 ? 3 : 0);
  expect((await yunqian('whatif add plan.json no-such-profile')).code).toBe(2);
  expect((await yunqian('plan verify plan.json')).code).toBe(0);
});

it('names that mean nothing, or too much, are said so', async () => {
  const { yunqian } = await planned();
  for (const line of ['whatif fail plan.json', 'whatif fail plan.json nowhere', 'whatif drain plan.json nowhere']) {
    const { code, stderr } = await yunqian(line);
    expect([line, code]).toEqual([line, 2]);
    expect(stderr).not.toBe('');
  }
});
