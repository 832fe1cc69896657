import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { createSession } from './support/session.ts';

it('phases: planned one from another, shown, each plan verified by its own inputs', async () => {
  const session = createSession();
  const { yunqian, path } = session;
  await yunqian('init');
  const document = (changes: object) =>
    stringify({
      kind: 'phases',
      formatVersion: '1.0',
      name: 'growing',
      phases: [
        { id: 'one', from: '2026-01-01', fleet: 'fleet.yaml', policy: 'policy.yaml', estate: 'estate.yaml' },
        { id: 'two', from: '2027-01-01', policy: 'later.yaml', changes, failures: [{ topology: 'host' }] },
      ],
    });
  const recovery = { clauses: { instances: 'off', copies: 'off' } };
  writeFileSync(path('later.yaml'), stringify({ kind: 'policy', formatVersion: '1.0', name: 'later', recovery }));
  writeFileSync(path('phases.yaml'), document({ add: { workloads: [{ id: 'more', vcpus: 1, memMiB: 1024 }] } }));

  const before = await yunqian('phases show phases.yaml -o json');
  expect(JSON.parse(before.stdout)).toEqual([
    { id: 'one', from: '2026-01-01' },
    { id: 'two', from: '2027-01-01' },
  ]);
  const planned = await yunqian('phases plan phases.yaml -o json');
  const [one, two] = JSON.parse(planned.stdout);
  expect(one).toMatchObject({ verified: true, failures: 0, moved: null });
  expect(two).toMatchObject({ verified: true, moved: 0, started: 1, stopped: 0, bought: [] });
  expect(two.failures).toBe(two.hosts);
  expect(planned.code).toBe(two.broken > 0 ? 4 : 0);
  for (const id of ['one', 'two']) expect((await yunqian(`plan verify plans/${id}/plan.json`)).code).toBe(0);
  const shown = JSON.parse((await yunqian('phases show phases.yaml -o json')).stdout);
  expect(shown[1]).toMatchObject({ plan: 'plans/two/plan.json', started: 1 });
  expect((await yunqian('phases show phases.yaml --lang zh-CN')).stdout).toContain('two：无需采购');

  const bytes = readFileSync(path('plans/two/plan.json'));
  await yunqian('phases plan phases.yaml');
  expect(readFileSync(path('plans/two/plan.json')).equals(bytes)).toBe(true);

  writeFileSync(path('phases.yaml'), document({ remove: { systems: ['nobody'] } }));
  const wrong = await yunqian('phases plan phases.yaml');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('YQ1905');
});
