import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSession, type Session } from './support/session.ts';

async function scheduled(): Promise<Session> {
  const session = createSession();
  await session.yunqian('init');
  await session.yunqian('plan create');
  await session.yunqian('wave create plan.json');
  return session;
}

describe('waves', () => {
  it('are written for other tools, whole files or none', async () => {
    const { yunqian, path } = await scheduled();
    for (const format of ['csv', 'xlsx', 'ics', 'forklift', 'hcx', 'aws-mgn', 'azure']) {
      const { code, stdout } = await yunqian(`wave export waves.json --format ${format} -o out/${format}`);
      expect({ format, code }).toEqual({ format, code: 0 });
      const files = stdout.trim().split('\n');
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect(existsSync(path(file))).toBe(true);
    }
    expect(readFileSync(path('out/ics/waves.ics'), 'utf8')).toContain('BEGIN:VCALENDAR');
    expect((await yunqian('wave export waves.json --format word')).code).toBe(2);
    expect((await yunqian('report xlsx waves.json')).stdout).toMatch(/^report\.xlsx: placements \d+, hosts/);
    expect(readFileSync(path('report.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('differ with exit code 5, and say why', async () => {
    const { yunqian, path } = await scheduled();
    expect((await yunqian('wave diff waves.json waves.json')).code).toBe(0);
    const programme = readFileSync(path('programme.yaml'), 'utf8');
    writeFileSync(
      path('programme.yaml'),
      programme.replace(/^start: .*$/m, 'start: "2030-01-07"').replace(/^deadline: .*$/m, ''),
    );
    await yunqian('wave create plan.json -o later.json');
    const en = await yunqian('wave diff waves.json later.json');
    expect(en.code).toBe(5);
    expect(en.stdout).toContain('The programme document is another one');
    expect((await yunqian('wave diff waves.json later.json --lang zh-CN')).stdout).toContain('programme 文档已变更');
    expect(JSON.parse((await yunqian('wave diff waves.json later.json -o json')).stdout).moved.length).toBeGreaterThan(
      0,
    );
  });

  it('are explained, in both languages, and block where the copy tool would fail', async () => {
    const { yunqian, path } = await scheduled();
    const waves = JSON.parse(readFileSync(path('waves.json'), 'utf8'));
    const [group] = waves.groups;
    const en = await yunqian(`wave explain waves.json ${group.workloads[0]}`);
    expect(en.stdout).toContain('Together because');
    expect(en.stdout).toContain('Difficulty');
    expect((await yunqian(`wave explain waves.json ${group.id} --lang zh-CN`)).stdout).toContain('难度');
    expect((await yunqian('wave explain waves.json nobody-at-all')).code).toBe(2);

    const blocking = {
      subject: group.id,
      group: group.id,
      code: 'YQ4221',
      params: { workload: 'x', disks: 24, limit: 23 },
    };
    writeFileSync(path('waves.json'), JSON.stringify({ ...waves, findings: [{ ...blocking, status: 'blocking' }] }));
    const blocked = await yunqian('wave readiness waves.json');
    expect(blocked.code).toBe(4);
    expect(blocked.stdout).toContain('x has 24 disks; the copy tool takes 23');
    const wave = waves.activities.find((activity: { group: string }) => activity.group === group.id).wave;
    const refused = await yunqian(`run start waves.json --wave ${wave} --run r`);
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain('YQ4234');
    const waiver = { by: 'li', reason: 'known', until: '2031-01-01' };
    writeFileSync(
      path('waves.json'),
      JSON.stringify({ ...waves, findings: [{ ...blocking, status: 'waived', waiver }] }),
    );
    expect((await yunqian('wave readiness waves.json')).code).toBe(0);
  });
});
