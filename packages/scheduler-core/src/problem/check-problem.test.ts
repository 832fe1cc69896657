import { describe, expect, it } from 'vitest';
import { createProblem } from './builder.ts';
import { checkProblem } from './check-problem.ts';
import type { Problem, RuleSpec } from './problem.ts';

const sound = createProblem()
  .dimension('memMiB')
  .level('rack')
  .host('a', { capacity: { memMiB: 8 }, domains: { rack: 'r1' } })
  .workload('x', { demand: { memMiB: 1 } })
  .workload('y', { demand: { memMiB: 1 } })
  .group('g', ['x', 'y'])
  .rule({ id: 'room', kind: 'capacity' })
  .build();

/** "code path" of each issue. */
const issuesOf = (problem: object) =>
  checkProblem({ ...sound, ...problem } as Problem).map(({ code, path }) => `${code} ${path}`);
const issuesOfRule = (rule: object) => issuesOf({ rules: [{ id: 'r', ...rule } as RuleSpec] });

const host = sound.hosts[0]!;
const workload = sound.workloads[0]!;

describe('checkProblem', () => {
  it('finds nothing wrong with a sound problem', () => {
    expect(checkProblem(sound)).toEqual([]);
  });

  it.each([
    ['another format', { formatVersion: '2.0' }, ['format-version /formatVersion']],
    ['a host twice', { hosts: [host, host] }, ['duplicate-id /hosts/1']],
    ['a workload twice', { workloads: [workload, workload] }, ['duplicate-id /workloads/1']],
    ['a level called host', { levels: ['host'] }, ['reserved-id /levels/0']],
    ['too few capacities', { hosts: [{ ...host, capacity: [] }] }, ['length /hosts/0/capacity']],
    ['too many domains', { hosts: [{ ...host, domains: ['r1', 's1'] }] }, ['length /hosts/0/domains']],
    ['a fraction', { hosts: [{ ...host, capacity: [1.5] }] }, ['quantity /hosts/0/capacity/0']],
    ['a debt', { workloads: [{ ...workload, demand: [-1] }, sound.workloads[1]] }, ['quantity /workloads/0/demand/0']],
    ['2^31', { hosts: [{ ...host, capacity: [2 ** 31] }] }, ['quantity /hosts/0/capacity/0']],
    ['NaN', { hosts: [{ ...host, capacity: [Number.NaN] }] }, ['quantity /hosts/0/capacity/0']],
    ['an unknown host', { workloads: [{ ...workload, host: 'z' }], groups: [] }, ['unknown-host /workloads/0/host']],
    [
      'pinned nowhere',
      { workloads: [{ ...workload, pinned: true }], groups: [] },
      ['pinned-nowhere /workloads/0/pinned'],
    ],
    [
      'a vague priority',
      { workloads: [{ ...workload, priority: 0.5 }], groups: [] },
      ['priority /workloads/0/priority'],
    ],
    ['a member too many', { groups: [{ id: 'g', members: [0, 2] }] }, ['unknown-workload /groups/0/members/1']],
    ['a member twice', { groups: [{ id: 'g', members: [0, 0] }] }, ['order /groups/0/members/1']],
    ['members upside down', { groups: [{ id: 'g', members: [1, 0] }] }, ['order /groups/0/members/1']],
  ])('finds %s', (_, problem, issues) => {
    expect(issuesOf(problem)).toEqual(issues);
  });

  it.each([
    ['an unknown kind', { kind: 'magic' }, ['unknown-kind /rules/0/kind']],
    ['a kind of every object', { kind: 'toString' }, ['unknown-kind /rules/0/kind']],
    ['a missing option', { kind: 'separate', groups: ['g'] }, ['option /rules/0']],
    ['a misspelt option', { kind: 'capacity', ration: 2 }, ['option /rules/0/ration']],
    ['an unknown dimension', { kind: 'capacity', dimensions: ['cpu'] }, ['unknown-dimension /rules/0/dimensions/0']],
    ['an unknown level', { kind: 'separate', topology: 'room', groups: ['g'] }, ['unknown-level /rules/0/topology']],
    [
      'an unknown group',
      { kind: 'conflict', topology: 'host', groupA: 'g', groupB: 'h' },
      ['unknown-group /rules/0/groupB'],
    ],
    ['a group twice', { kind: 'separate', topology: 'host', groups: ['g', 'g'] }, ['option /rules/0/groups']],
    ['an unknown mode', { kind: 'capacity', mode: 'firm' }, ['option /rules/0/mode']],
    ['an unknown when', { kind: 'capacity', when: 'before' }, ['option /rules/0/when']],
    ['level 0', { kind: 'capacity', level: 0 }, ['option /rules/0/level']],
    ['no weight', { kind: 'capacity', weight: 0 }, ['option /rules/0/weight']],
    ['an empty id', { kind: 'capacity', id: '' }, ['option /rules/0/id']],
    ['a negative ratio', { kind: 'capacity', ratio: -1 }, ['option /rules/0/ratio']],
    [
      'no domains at all',
      { kind: 'colocate', topology: 'rack', groups: ['g'], maxDomains: 0 },
      ['option /rules/0/maxDomains'],
    ],
    [
      'a limit beyond 2^31',
      { kind: 'domainCapacity', topology: 'rack', dimension: 'memMiB', limits: { 'r/1': 2 ** 31 } },
      ['option /rules/0/limits/r~11'],
    ],
    [
      'limits that are no object',
      { kind: 'domainCapacity', topology: 'rack', dimension: 'memMiB', limits: null },
      ['option /rules/0/limits'],
    ],
    ['values from nowhere', { kind: 'eligibility', hostKey: 'zone', op: 'in' }, ['option /rules/0']],
    [
      'values from two places',
      { kind: 'eligibility', hostKey: 'z', op: 'in', workloadKey: 'z', values: ['a'] },
      ['option /rules/0'],
    ],
    ['an unknown op', { kind: 'eligibility', hostKey: 'z', op: 'like', values: ['a'] }, ['option /rules/0/op']],
  ])('finds in a rule %s', (_, rule, issues) => {
    expect(issuesOfRule(rule)).toEqual(issues);
  });

  it('takes options that are undefined as absent', () => {
    expect(issuesOfRule({ kind: 'spread', topology: 'host', groups: ['g'], maxSkew: undefined })).toEqual([]);
  });

  it('reports all troubles at once, each with a message', () => {
    const issues = checkProblem({
      ...sound,
      hosts: [{ ...host, capacity: [-1], domains: [] }],
      groups: [{ id: 'g', members: [7] }],
    });
    expect(issues.map(({ code }) => code)).toEqual(['quantity', 'length', 'unknown-workload']);
    for (const { message } of issues) expect(message).toMatch(/\w+ \w+/);
  });
});
