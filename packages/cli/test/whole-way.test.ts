import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSession } from './support/session.ts';

describe('from documents to a driven wave', () => {
  it('goes the whole way on the minimal template', async () => {
    const { yunqian, path } = createSession();
    expect((await yunqian('init')).code).toBe(0);
    const created = await yunqian('plan create');
    expect(created).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^complete: \d+ of \d+ placed, 0 unplaced/),
    });
    expect((await yunqian('plan verify plan.json')).stdout).toContain('plan.json: verified: 0 violations');
    expect((await yunqian('wave create plan.json')).code).toBe(0);
    expect((await yunqian('wave verify waves.json')).code).toBe(0);
    const wave = JSON.parse(readFileSync(path('waves.json'), 'utf8')).waves[0].id;

    const started = await yunqian(`run start waves.json --wave ${wave} --run pilot`);
    expect(started.stdout).toContain('awaiting approval');
    expect(started.stderr).toContain('yunqian step approve pilot --all');
    expect((await yunqian('step approve pilot --all')).code).toBe(0);
    expect((await yunqian('run resume pilot')).stdout).toContain('completed');
    expect(await yunqian('run verify pilot')).toMatchObject({ code: 0, stdout: expect.stringContaining('0 faults') });
    expect((await yunqian('run list -o csv')).stdout).toMatch(/^run,wave,state,steps,started\r\npilot,/);
    expect((await yunqian(`run start waves.json --wave ${wave} --run pilot`)).code).toBe(1);

    expect((await yunqian('report html waves.json')).code).toBe(0);
    expect(readFileSync(path('report.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });

  it('gives the same plan bytes again, with the kernel in a worker, and in Chinese', async () => {
    const { yunqian, path } = createSession();
    await yunqian('init');
    await yunqian('plan create -o a.json');
    await yunqian('plan create -o b.json --lang zh-CN');
    await yunqian('plan create -o c.json --worker');
    const bytes = ['a', 'b', 'c'].map((name) => readFileSync(path(`${name}.json`), 'utf8'));
    expect(new Set(bytes).size).toBe(1);
    expect((await yunqian('plan diff a.json b.json')).code).toBe(0);
  });

  it('simulates by the seed of the run: the same failures again, others by another seed', async () => {
    const { yunqian, path } = createSession();
    await yunqian('init');
    await yunqian('plan create');
    await yunqian('wave create plan.json');
    const wave = JSON.parse(readFileSync(path('waves.json'), 'utf8')).waves[0].id;
    const attempts = async (journal: string, seed: number): Promise<string> => {
      const drive = `--journal ${journal}/j.db --fail-rate 0.5 --approve-all`;
      await yunqian(`run start waves.json --wave ${wave} --run r --seed ${seed} ${drive}`);
      const view = JSON.parse((await yunqian(`run show r --journal ${journal}/j.db -o json`)).stdout);
      return view.steps.map((step: { id: string; attempts: number }) => `${step.id} ${step.attempts}`).join();
    };
    const [first, again, ...others] = await Promise.all(
      [7, 7, 8, 9, 10, 11].map((seed, at) => attempts(`j${at}`, seed)),
    );
    expect(again).toBe(first);
    expect(others.some((other) => other !== first)).toBe(true);
  });

  it('rolls a group back before its commit and keeps the rest', async () => {
    const { yunqian, path } = createSession();
    await yunqian('init');
    await yunqian('plan create');
    await yunqian('wave create plan.json');
    const wave = JSON.parse(readFileSync(path('waves.json'), 'utf8')).waves[0];
    await yunqian(`run start waves.json --wave ${wave.id} --run r`);
    expect((await yunqian(`step rollback r ${wave.groups[0]} --reason network`)).code).toBe(0);
    await yunqian('step approve r --all');
    await yunqian('run resume r --approve-all');
    const view = JSON.parse((await yunqian('run show r -o json')).stdout);
    expect(view.groups.find((group: { id: string }) => group.id === wave.groups[0]).state).toBe('rolledBack');
    expect(view.state).toBe('completed');
  });
});

describe('what goes wrong', () => {
  it('lists every problem of a document with its place and action, in both languages, and writes nothing', async () => {
    const { yunqian, path, directory } = createSession();
    writeFileSync(
      path('estate.yaml'),
      'kind: estate\nformatVersion: "1.0"\nname: x\nworkloads:\n  - { id: a, vcpu: 1, memMiB: 1024 }\n  - { id: b, vcpus: -1, memMiB: 10 }\n',
    );
    const en = await yunqian('estate check estate.yaml');
    expect(en.code).toBe(2);
    expect(en.stderr).toMatch(/estate\.yaml:5:\d+ error YQ\d{4} /);
    expect(en.stderr).toMatch(/estate\.yaml:6:\d+ error YQ\d{4} /);
    expect(en.stderr).not.toMatch(/\n {4}at /);
    const zh = await yunqian('estate check estate.yaml --lang zh-CN');
    expect(zh.stderr).toMatch(/estate\.yaml:5:\d+ 错误 YQ\d{4} .*[\u4e00-\u9fff]/);
    await yunqian('plan create');
    expect(readdirSync(directory)).toEqual(['estate.yaml']);
  });

  it('tells only errors with --quiet', async () => {
    const { yunqian } = createSession();
    await yunqian('init');
    await yunqian('plan create');
    expect((await yunqian('wave create plan.json')).stderr).toContain('YQ4025');
    expect((await yunqian('wave create plan.json --quiet')).stderr).toBe('');
    expect((await yunqian('plan show nowhere --quiet')).stderr).toContain('YQ1060');
  });

  it('says which documents are missing', async () => {
    const { yunqian } = createSession();
    expect(await yunqian('plan create')).toMatchObject({ code: 2, stderr: expect.stringContaining('kind: estate') });
    expect(await yunqian('plan verify nowhere.json')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/nowhere\.json error YQ1060 .*no such file/),
    });
  });

  it("tells the machine's trouble apart from its own, and leaves nothing half-written", async () => {
    const { yunqian, directory, path } = createSession();
    await yunqian('init');
    const before = readdirSync(directory);
    mkdirSync(path('taken'));
    for (const [out, reason] of [
      ['taken', 'it is a directory'],
      ['estate.yaml/plan.json', 'a file, not a directory'],
      ['/proc/nowhere/plan.json', 'no such file'],
    ]) {
      const { code, stderr } = await yunqian(`plan create -o ${out}`);
      expect({ out, code }).toEqual({ out, code: 1 });
      expect(stderr).toContain(`${out} error YQ1060`);
      expect(stderr).toContain(reason);
    }
    expect((await yunqian('plan show nowhere --lang zh-CN')).stderr).toContain(
      '错误 YQ1060 文件无法读写：文件或目录不存在',
    );
    writeFileSync(path('journal.db'), 'not a database, but long enough to be read as the header of one: '.repeat(20));
    const { code, stderr } = await yunqian('run list --journal journal.db');
    expect(code).toBe(1);
    expect(stderr).toContain('journal.db error YQ1060');
    expect(readdirSync(directory).sort()).toEqual([...before, 'journal.db', 'taken'].sort());
  });

  it('says where a workload stands, and knows hosts by the end of their names', async () => {
    const { yunqian } = createSession();
    await yunqian('init');
    await yunqian('plan create');
    expect((await yunqian('plan explain plan.json portal-db-1')).stdout).toMatch(
      /^portal-db-1 -> city\S+host-\d+; \d of 3 hosts/,
    );
    expect((await yunqian('plan explain plan.json portal-db-1 --host host-02')).stderr).toContain(
      'did you mean city/site-1/room-1/rack-01/host-02?',
    );
  });

  it('suggests retry and rollback where a step failed, and says what a decision did', async () => {
    const { yunqian, path } = createSession();
    await yunqian('init');
    await yunqian('plan create');
    await yunqian('wave create plan.json');
    const wave = JSON.parse(readFileSync(path('waves.json'), 'utf8')).waves[0];
    const started = await yunqian(`run start waves.json --wave ${wave.id} --run r --fail-rate 1`);
    expect(started.code).toBe(1);
    expect(started.stderr).toMatch(/^Failed: yunqian step retry r \S+, or yunqian step rollback r \S+ --reason WHY\n$/);
    const step = /step retry r (\S+),/.exec(started.stderr)![1];
    expect((await yunqian(`step retry r ${step}`)).stderr).toContain('yunqian run resume r');
    expect((await yunqian('run pause r')).stderr).toContain('Paused');
    expect((await yunqian('run pause r --lang zh-CN')).stderr).toContain('已暂停');
    expect((await yunqian('run resume r --approve-all')).stdout).toContain('completed');
  });

  it('ends with 3 and explanations where workloads do not fit', async () => {
    const { yunqian, path } = createSession();
    await yunqian('init');
    writeFileSync(
      path('estate.yaml'),
      readFileSync(path('estate.yaml'), 'utf8').replace(/memMiB: \d+/, 'memMiB: 99000000'),
    );
    const { code, stdout } = await yunqian('plan create');
    expect(code).toBe(3);
    expect(stdout).toMatch(/0 of \d+ hosts: \d+ short of mem/);
  });

  it('ends with 4 when a plan was tampered with or an input changed', async () => {
    const { yunqian, path } = createSession();
    await yunqian('init');
    await yunqian('plan create');
    const plan = JSON.parse(readFileSync(path('plan.json'), 'utf8'));
    plan.placements[0].host =
      plan.placements.find((p: { host: string }) => p.host !== plan.placements[0].host)?.host ?? 'nowhere';
    writeFileSync(path('tampered.json'), JSON.stringify(plan));
    expect((await yunqian('plan verify tampered.json')).code).toBe(4);
    writeFileSync(path('policy.yaml'), `${readFileSync(path('policy.yaml'), 'utf8')}\n# changed\n`);
    expect(await yunqian('plan verify plan.json')).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('YQ3001'),
    });
  });

  it('ends with 5 when two plans differ', async () => {
    const { yunqian, path } = createSession();
    await yunqian('init');
    await yunqian('plan create -o a.json');
    const plan = JSON.parse(readFileSync(path('a.json'), 'utf8'));
    plan.placements.pop();
    writeFileSync(path('b.json'), JSON.stringify(plan));
    expect((await yunqian('plan diff a.json b.json')).code).toBe(5);
  });

  it('keeps the best plan and ends with 130 when interrupted', async () => {
    const { yunqian, path } = createSession();
    await yunqian('init --template shenzhen');
    const { code } = await yunqian('plan create', { signal: AbortSignal.abort() });
    expect(code).toBe(130);
    expect(JSON.parse(readFileSync(path('plan.json'), 'utf8')).status).toBe('cancelled');
    expect((await yunqian('plan verify plan.json')).code).toBe(0);
  });

  it('ends with 130 also where the interrupt came while it was busy, with the plan kept', async () => {
    const { yunqian, path } = createSession();
    await yunqian('init');
    const controller = new AbortController();
    const line = yunqian('plan create', { signal: controller.signal });
    setTimeout(() => controller.abort(), 0);
    expect((await line).code).toBe(130);
    expect((await yunqian('plan verify plan.json')).code).toBe(0);
    expect(existsSync(path('plan.json'))).toBe(true);
  });

  it('does not overwrite what init finds, and suggests what was meant', async () => {
    const { yunqian } = createSession();
    await yunqian('init');
    expect((await yunqian('init')).code).toBe(2);
    expect((await yunqian('init --force')).code).toBe(0);
    expect((await yunqian('plan creat')).stderr).toMatch(/create/);
    expect((await yunqian('catalog show virtualization-host/s33')).stderr).toContain('virtualization-host/s3');
    expect((await yunqian('schema print estat')).stderr).toContain('estate');
    expect((await yunqian('tui plan.json')).code).toBe(2);
  });
});

describe('formats', () => {
  it('serves programs: json, yaml and csv on stdout, talk on stderr', async () => {
    const { yunqian } = createSession();
    await yunqian('init');
    const created = await yunqian('plan create --output json');
    expect(JSON.parse(created.stdout)).toMatchObject({ status: 'complete' });
    expect((await yunqian('plan show --what placements -o csv')).stdout).toMatch(/^workload,host,pools\r\n/);
    expect((await yunqian('estate show -o yaml')).stdout).toMatch(/^- group: /);
    expect(JSON.parse((await yunqian('schema print estate')).stdout)).toHaveProperty('properties');
  });

  it('exports for other tools', async () => {
    const { yunqian, path } = createSession();
    await yunqian('init');
    await yunqian('plan create');
    for (const format of ['csv', 'openstack-cli', 'terraform', 'kubernetes']) {
      const { code } = await yunqian(`plan export plan.json --format ${format} -o out/${format}`);
      expect(code).toBe(0);
    }
    expect(existsSync(path('out/csv'))).toBe(true);
    // The template has virtual machines only: Kubernetes patches would be for containers.
    expect((await yunqian('plan export plan.json --format kubernetes -o k')).stderr).toContain('8 of 8 placements');
  });
});
