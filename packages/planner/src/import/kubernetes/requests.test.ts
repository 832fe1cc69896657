import { describe, expect, it } from 'vitest';
import { Cursor } from '../object/cursor.ts';
import { createSession } from '../object/session.ts';
import { podRequests } from './requests.ts';

function requestsOf(spec: unknown) {
  const session = createSession('kubernetes');
  const source = { file: 'pod.json', place: () => ({ line: 1, column: 1 }) };
  const requests = podRequests(new Cursor(source, spec), 'pod', session);
  session.see('pod.json', 'Pod').use();
  const { estate, diagnostics } = session.result({});
  return {
    ...requests,
    assumed: estate?.assumptions?.map(({ field, value }) => `${field}=${value}`),
    codes: diagnostics.map(({ code }) => code),
  };
}
const container = (cpu: string, memory: string, more: object = {}) => ({
  name: 'c',
  resources: { requests: { cpu, memory } },
  ...more,
});
const sidecar = { restartPolicy: 'Always' };

describe('podRequests', () => {
  it('sums containers', () => {
    expect(requestsOf({ containers: [container('250m', '1Gi'), container('0.1', '200Mi')] })).toMatchObject({
      cpuMilli: 350,
      memMiB: 1224,
      assumed: [],
    });
  });

  it('takes the largest init container where it needs more than the rest', () => {
    const containers = [container('100m', '1Gi')];
    expect(requestsOf({ containers, initContainers: [container('1', '10Mi'), container('2', '20Mi')] })).toMatchObject({
      cpuMilli: 2000,
      memMiB: 1024,
    });
  });

  it('counts sidecars beside the containers, and beside the init containers that start after them', () => {
    const containers = [container('100m', '100Mi')];
    expect(requestsOf({ containers, initContainers: [container('50m', '50Mi', sidecar)] })).toMatchObject({
      cpuMilli: 150,
      memMiB: 150,
    });
    const after = [container('50m', '50Mi', sidecar), container('500m', '10Mi')];
    expect(requestsOf({ containers, initContainers: after }).cpuMilli).toBe(550);
    expect(requestsOf({ containers, initContainers: [...after].reverse() }).cpuMilli).toBe(500);
  });

  it('adds overhead on top, and lets requests of the pod replace the sum', () => {
    const pod = { containers: [container('100m', '100Mi')], overhead: { cpu: '10m', memory: '20Mi' } };
    expect(requestsOf(pod)).toMatchObject({ cpuMilli: 110, memMiB: 120 });
    expect(requestsOf({ ...pod, resources: { requests: { cpu: '1' } } })).toMatchObject({
      cpuMilli: 1010,
      memMiB: 120,
    });
  });

  it('reads a limit as the request, and assumes what the scheduler assumes where both are absent', () => {
    expect(
      requestsOf({ containers: [{ name: 'a', resources: { limits: { cpu: '1', memory: '1Gi' } } }] }),
    ).toMatchObject({ cpuMilli: 1000, memMiB: 1024, assumed: [] });
    expect(requestsOf({ containers: [{ name: 'a' }] })).toMatchObject({
      cpuMilli: 100,
      memMiB: 200,
      assumed: ['a.requests.cpu=100m', 'a.requests.memory=200Mi'],
    });
    expect(
      requestsOf({ containers: [{ name: 'a' }], resources: { requests: { cpu: '1', memory: '1Gi' } } }),
    ).toMatchObject({ cpuMilli: 1000, memMiB: 1024, assumed: [] });
  });

  it('takes extended resources as accelerators and scratch space as local disk', () => {
    const resources = {
      requests: {
        cpu: '1',
        memory: '1Gi',
        'ephemeral-storage': '10Gi',
        'nvidia.com/gpu': '2',
        'huawei.com/Ascend910': 1,
        'hugepages-2Mi': '4Mi',
      },
    };
    expect(requestsOf({ containers: [{ name: 'a', resources }] })).toMatchObject({
      localDiskGiB: 10,
      accelerators: [
        { model: 'huawei.com/Ascend910', count: 1 },
        { model: 'nvidia.com/gpu', count: 2 },
      ],
    });
  });

  it('reports what it cannot read and treats it as absent', () => {
    expect(requestsOf({ containers: [container('two', '1Gi')] })).toMatchObject({ cpuMilli: 100, codes: ['YQ1506'] });
  });
});
