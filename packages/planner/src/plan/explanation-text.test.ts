import { describe, expect, test } from 'vitest';
import { explanationText, hostExplanationText } from './explanation-text.ts';

const blockedBy = [
  { rule: 'capacity', reason: 'memMiB', hosts: 291 },
  { rule: 'capacity', reason: 'cpuMilli', hosts: 4 },
  { rule: 'zone', reason: 'zone', hosts: 61 },
  { rule: 'storage:ssd', reason: 'storage:ssd', hosts: 5 },
  { rule: 'web-spread', reason: 'web-spread', hosts: 32 },
  { rule: 'closed', reason: 'closed', hosts: 2 },
];

describe('explanationText', () => {
  test('says how many hosts each rule stops, and what comes nearest', () => {
    const nearest = {
      host: 'c/s/h-1',
      missing: [
        { rule: 'capacity', reason: 'memMiB', amount: 2048 },
        { rule: 'capacity', reason: 'cpuMilli', amount: 1500 },
      ],
    };
    const unplaced = { workload: 'a', verdict: 'contended' as const, hosts: 395, blockedBy, nearest };
    expect(explanationText(unplaced, 'en')).toBe(
      '0 of 395 hosts: 291 short of memMiB, 4 short of vCPUs, 61 zone, 5 short of storage:ssd, 32 web-spread, 2 closed; contended: it would fit if others moved; nearest c/s/h-1: 2048 memMiB short, 1.5 vCPUs short',
    );
    expect(explanationText(unplaced, 'zh-CN')).toBe(
      '395 台主机中 0 台可用：291 台内存 MiB 不足，4 台 vCPU 不足，61 台安全域不符，5 台 storage:ssd 不足，32 台 web-spread 不符，2 台已停止接收；资源争用：调整其他工作负载后可放置；最接近的主机 c/s/h-1：缺 2048 内存 MiB，缺 1.5 vCPU',
    );
  });

  test('speaks of a placed workload too', () => {
    const placed = {
      workload: 'a',
      verdict: 'placed' as const,
      hosts: 3,
      feasible: 2,
      blockedBy: [{ rule: 'zone', reason: 'zone', hosts: 1 }],
      nearest: null,
    };
    expect(explanationText(placed, 'en')).toBe('2 of 3 hosts: 1 zone; placed');
    expect(explanationText(placed, 'zh-CN')).toBe('3 台主机中 2 台可用：1 台安全域不符；已放置');
  });

  test('lists every rule that stops a workload on one host', () => {
    const blocks = [
      { rule: 'zone', reason: 'zone', amount: 0, unresolvable: true },
      { rule: 'capacity', reason: 'gpuMilli:V100', amount: 500, unresolvable: false },
      { rule: 'apart', reason: 'apart', amount: 1, unresolvable: false },
    ];
    expect(hostExplanationText({ workload: 'a', host: 'h', blocks }, 'en')).toBe(
      'h cannot take a: zone, 0.5 gpu:V100 short, apart',
    );
    expect(hostExplanationText({ workload: 'a', host: 'h', blocks }, 'zh-CN')).toBe(
      'h 无法承载 a：安全域不符，缺 0.5 gpu:V100，apart 不符',
    );
    expect(hostExplanationText({ workload: 'a', host: 'h', blocks: [] }, 'en')).toBe('h can take a');
  });
});
