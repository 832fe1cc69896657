import type { Cursor } from '../object/cursor.ts';
import { limits } from '../object/limits.ts';
import type { ImportSession } from '../object/session.ts';
import { parseQuantity } from './quantity.ts';

/** What the scheduler counts for a container that requests nothing (kube-scheduler, `DefaultMilliCPURequest`, `DefaultMemoryRequest`). */
const defaults = [
  { resource: 'cpu', amount: 0.1, text: '100m' },
  { resource: 'memory', amount: 200 * 2 ** 20, text: '200Mi' },
] as const;

/** What a pod takes of a node. */
export interface PodRequests {
  readonly cpuMilli: number;
  readonly memMiB: number;
  readonly localDiskGiB: number;
  /** Extended resources (`nvidia.com/gpu`) that devices serve. */
  readonly accelerators: readonly { readonly model: string; readonly count: number }[];
}

type Amounts = Map<string, number>;

/**
 * The request of a pod as the scheduler counts it: sum over containers and sidecars, or the largest init container
 * with the sidecars started before it, whichever is more, plus overhead; requests of the pod itself override the
 * sum. A limit without a request is the request. Containers that say nothing get the scheduler's defaults, and
 * each is listed as an assumption under `subject`.
 */
export function podRequests(spec: Cursor, subject: string, session: ImportSession): PodRequests {
  const ofPod = ownRequests(spec.get('resources'), session);
  const containerRequests = (container: Cursor): Amounts => {
    const requests = ownRequests(container.get('resources'), session);
    for (const { resource, amount, text } of defaults) {
      if (requests.has(resource) || ofPod.has(resource)) continue;
      requests.set(resource, amount);
      session.assume(
        subject,
        `${container.get('name').text() ?? 'container'}.requests.${resource}`,
        text,
        'neither request nor limit is given; the scheduler counts this much',
      );
    }
    return requests;
  };
  const running: Amounts = new Map();
  for (const container of spec.get('containers').items()) add(running, containerRequests(container));
  const sidecars: Amounts = new Map();
  const peak: Amounts = new Map();
  for (const container of spec.get('initContainers').items()) {
    const requests = containerRequests(container);
    if (container.get('restartPolicy').text() === 'Always') {
      add(sidecars, requests);
      raise(peak, sidecars);
    } else {
      const started = new Map(sidecars);
      add(started, requests);
      raise(peak, started);
    }
  }
  add(running, sidecars);
  raise(running, peak);
  for (const [name, amount] of ofPod) running.set(name, amount);
  add(running, amounts(spec.get('overhead'), session));

  const amount = (name: string) => running.get(name) ?? 0;
  return {
    cpuMilli: Math.ceil(round(amount('cpu') * 1000)),
    memMiB: Math.ceil(round(amount('memory') / 2 ** 20)),
    localDiskGiB: Math.ceil(round((amount('ephemeral-storage') / 2 ** 30) * 100)) / 100,
    accelerators: [...running]
      .filter(([name, count]) => name.includes('/') && count > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([model, count]) => ({ model, count })),
  };
}

/** Requests, completed by the limits that have none. */
function ownRequests(resources: Cursor, session: ImportSession): Amounts {
  return new Map([...amounts(resources.get('limits'), session), ...amounts(resources.get('requests'), session)]);
}

function amounts(list: Cursor, session: ImportSession): Amounts {
  const result: Amounts = new Map();
  for (const [name, cursor] of list.entries()) {
    const amount = quantityAt(cursor, session);
    if (amount !== undefined) result.set(name, amount);
  }
  return result;
}

/** A quantity of the input, by the name of its resource; one that cannot be is reported. */
export function quantityAt(cursor: Cursor, session: ImportSession): number | undefined {
  if (!cursor.exists) return undefined;
  const resource = String(cursor.path.at(-1) ?? '');
  const max =
    resource === 'cpu' || resource.includes('/')
      ? limits.vcpus
      : resource === 'memory'
        ? limits.memoryBytes
        : limits.diskBytes;
  const amount = parseQuantity(cursor.text() ?? '');
  if (amount !== undefined && amount >= 0 && amount <= max) return amount;
  session.report('warning', 'YQ1506', cursor.spot(), {
    field: resource,
    value: cursor.text() ?? '',
    expected: `500m, 1.5Gi, 0 .. ${max}`,
  });
  return undefined;
}

function add(to: Amounts, more: Amounts): void {
  for (const [name, amount] of more) to.set(name, (to.get(name) ?? 0) + amount);
}

function raise(to: Amounts, floor: Amounts): void {
  for (const [name, amount] of floor) to.set(name, Math.max(to.get(name) ?? 0, amount));
}

/** Sums of binary fractions carry an error in the last digits, that must not round up to a whole unit. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;
