import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** Room in the domains of a level, over the open hosts that one class of eligibility may use. */
export interface DomainRoom {
  /** Domains that have such a host. */
  readonly domains: readonly number[];
  /** Sum of what is free on them: domain x dimension. */
  readonly room: Float64Array;
}

/** Keeps the room of domains while workloads come and go one by one: a change costs its domain, not the fleet. */
export interface DomainRooms {
  /** The kernel; places and takes through it are noted. */
  readonly kernel: Kernel;
  roomOf(topology: number, eligibility: number): DomainRoom;
  /** The placement has changed otherwise: all is counted anew. */
  forget(): void;
}

/** Levels and classes that are kept at once. */
const MOST_TABLES = 32;

interface Table extends DomainRoom {
  /** Changes that it has taken in. */
  seen: number;
}

export function createDomainRooms({ context, sizes }: Model, kernel: Kernel): DomainRooms {
  const { dimensions, eligibilityWords } = sizes;
  const { free, closed, hostOf, initialOf, eligibilityBits } = kernel.columns;
  const tables = new Map<string, Table>();
  let changed: number[] = [];

  const forget = (): void => {
    tables.clear();
    changed = [];
  };
  const note = (workload: number, host: number): void => {
    // Counting the fleet anew is no dearer than so many changes.
    if (changed.length > sizes.hosts) forget();
    if (tables.size === 0) return;
    changed.push(host);
    if (sizes.transientUse && initialOf[workload]! >= 0) changed.push(initialOf[workload]!);
  };
  const topologyAt = (topology: number) =>
    context.topologies.get(topology < 0 ? 'host' : context.problem.levels[topology]!)!;

  return {
    kernel: {
      ...kernel,
      place(workload, host) {
        kernel.place(workload, host);
        note(workload, host);
      },
      take(workload) {
        note(workload, hostOf[workload]!);
        kernel.take(workload);
      },
    },
    forget,
    roomOf(topology, eligibility) {
      const { domainOf, domains: names, hostsIn } = topologyAt(topology);
      const row = eligibility * eligibilityWords;
      let counted = 0;
      /** Whether the domain has a host that may be used. */
      const count = (room: Float64Array, domain: number): boolean => {
        const hosts = hostsIn(domain);
        const from = domain * dimensions;
        let usable = false;
        room.fill(0, from, from + dimensions);
        for (let at = 0; at < hosts.length; at++) {
          const host = hosts[at]!;
          if (closed[host] || !((eligibilityBits[row + (host >> 5)]! >>> (host & 31)) & 1)) continue;
          usable = true;
          for (let d = 0; d < dimensions; d++) room[from + d]! += free[host * dimensions + d]!;
        }
        counted += hosts.length;
        return usable;
      };
      const key = `${topology} ${eligibility}`;
      let table = tables.get(key);
      if (table) {
        const dirty = new Set<number>();
        for (; table.seen < changed.length; table.seen++) dirty.add(domainOf[changed[table.seen]!]!);
        dirty.delete(-1);
        for (const domain of dirty) count(table.room, domain);
      } else {
        if (tables.size === MOST_TABLES) forget();
        const room = new Float64Array(names.length * dimensions);
        const domains = Array.from(names.keys()).filter((domain) => count(room, domain));
        table = { domains, room, seen: changed.length };
        tables.set(key, table);
      }
      kernel.addWork((counted + table.domains.length) / 4);
      return table;
    },
  };
}
