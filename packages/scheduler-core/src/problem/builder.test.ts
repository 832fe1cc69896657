import { describe, expect, it } from 'vitest';
import { createProblem } from './builder.ts';

describe('createProblem', () => {
  const builder = () => createProblem('two').dimension('cpuMilli').dimension('memMiB').level('site').level('rack');

  it('writes quantities and domains by id, absent ones as 0 and none', () => {
    const problem = builder()
      .host('a', { capacity: { memMiB: 8 }, domains: { rack: 'r1' }, attributes: { zone: 'gov' }, closed: true })
      .workload('x', { demand: { cpuMilli: 1 }, priority: 3, host: 'a', pinned: true })
      .workload('y', { demand: {} })
      .group('g', ['y', 'x', 'y'])
      .build();
    expect(problem).toEqual({
      formatVersion: '1.0',
      name: 'two',
      dimensions: ['cpuMilli', 'memMiB'],
      levels: ['site', 'rack'],
      hosts: [{ id: 'a', capacity: [0, 8], domains: ['', 'r1'], attributes: { zone: 'gov' }, closed: true }],
      workloads: [
        { id: 'x', demand: [1, 0], priority: 3, host: 'a', pinned: true },
        { id: 'y', demand: [0, 0] },
      ],
      groups: [{ id: 'g', members: Int32Array.of(0, 1) }],
      rules: [],
    });
  });

  it('shares equal demands', () => {
    const { workloads } = builder()
      .workload('x', { demand: { memMiB: 4 } })
      .workload('y', { demand: { memMiB: 4, cpuMilli: 0 } })
      .build();
    expect(workloads[0]!.demand).toBe(workloads[1]!.demand);
  });

  it('does not change what was built before', () => {
    const growing = builder().workload('x', { demand: {} });
    const first = growing.build();
    growing.workload('y', { demand: {} });
    expect(first.workloads).toHaveLength(1);
  });

  it('refuses ids that were never added', () => {
    expect(() => builder().host('a', { capacity: { gpu: 1 } })).toThrow('"gpu" is none of cpuMilli, memMiB');
    expect(() => builder().host('a', { capacity: {}, domains: { room: 'x' } })).toThrow(TypeError);
    expect(() => builder().group('g', ['x'])).toThrow('there is no workload "x"');
    expect(() => builder().workload('x', { demand: {} }).dimension('late')).toThrow(TypeError);
  });
});
