import type { Estate, EstateWorkload } from '../estate/schema.ts';
import { requiredEvidence } from '../security/evidence.ts';
import { broughtBy } from '../services/labels.ts';
import { cheapestCut } from './cheapest-cut.ts';
import type { MoveGroup, Programme, Reason } from './schema.ts';
import { strongComponents } from './strong-components.ts';

/** What never moves in parts: a system, or a workload that belongs to none. */
interface Atom {
  readonly id: string;
  readonly system?: string;
  readonly workloads: EstateWorkload[];
}

/** Two atoms that hang together: `from` uses `to`; a shared disk binds both ways. */
interface Bond {
  readonly from: number;
  readonly to: number;
  readonly reason: Reason;
}

/** A dependency between two atoms. */
interface Use extends Bond {
  readonly isStrong: boolean;
  readonly kbps: number;
}

/**
 * What must cut over together: systems that use each other strongly, directly or in a circle, and workloads that share
 * a disk. What is strongly used one way is cut over before its user (`after`). A group above `maxWorkloadsPerGroup` loses
 * the strong uses that are cheapest to cut (`cuts`). Only workloads for which `moves` is true.
 */
export function createMoveGroups(estate: Estate, programme: Programme, moves: (id: string) => boolean): MoveGroup[] {
  const atoms = atomsOf(estate, moves);
  const uses = usesOf(estate, atoms);
  const disks = sharedDisks(atoms);
  const cut = cutUses(atoms, uses, disks, programme.maxWorkloadsPerGroup, moves);
  const bonds: Bond[] = [...uses.filter((use) => use.isStrong && !cut.has(use)), ...disks];
  const components = strongComponents(edgesOf(atoms, bonds));
  const componentOf = new Int32Array(atoms.length);
  components.forEach((component, c) => {
    for (const atom of component) componentOf[atom] = c;
  });
  const ids = components.map((component) => groupId(component.map((atom) => atoms[atom]!)));
  const reasons = new Map<number, Map<string, Reason>>();
  const after = new Map<number, Set<string>>();
  const cuts = new Map<number, Map<string, NonNullable<MoveGroup['cuts']>[number]>>();
  for (const { from, to, reason } of bonds) {
    const c = componentOf[from]!;
    if (c === componentOf[to]) entry(reasons, c, () => new Map()).set(JSON.stringify(reason), reason);
    else entry(after, c, () => new Set()).add(ids[componentOf[to]!]!);
  }
  for (const [{ from, to, reason }, bandwidthMbps] of cut) {
    const [c, of] = [componentOf[from]!, componentOf[to]!];
    // The cut of others may have left both ends together all the same.
    if (c === of) entry(reasons, c, () => new Map()).set(JSON.stringify(reason), reason);
    else {
      const params = reason.params as { from: string; to: string };
      const named = { ...params, group: ids[of]!, bandwidthMbps };
      entry(cuts, c, () => new Map()).set(JSON.stringify(params), named);
    }
  }
  return components
    .map((component, c) => {
      const members = component.map((atom) => atoms[atom]!);
      const evidence = requiredEvidence(
        estate,
        members.flatMap((atom) => atom.workloads),
      );
      const own = [...(cuts.get(c) ?? new Map())].sort(byKey).map(([, named]) => named);
      return {
        id: ids[c]!,
        systems: members.flatMap((atom) => atom.system ?? []).sort(),
        workloads: members
          .flatMap((atom) => atom.workloads.flatMap(workloadIds))
          .filter(moves)
          .sort(),
        ...dataOf(members, programme),
        reasons: [...(reasons.get(c) ?? new Map<string, Reason>())].sort(byKey).map(([, reason]) => reason),
        after: [...(after.get(c) ?? [])].sort(),
        ...(evidence.length > 0 && { evidence }),
        ...(own.length > 0 && { cuts: own }),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function edgesOf(atoms: readonly Atom[], bonds: readonly Bond[]): number[][] {
  const edges: number[][] = atoms.map(() => []);
  for (const { from, to } of bonds) edges[from]!.push(to);
  return edges;
}

/**
 * Strong uses to give up so that no group is too large, each with the traffic between its two ends. As few as can be, and
 * of those the least traffic. What shares a disk is never parted.
 */
function cutUses(
  atoms: readonly Atom[],
  uses: readonly Use[],
  disks: readonly Bond[],
  limit: number,
  moves: (id: string) => boolean,
): Map<Use, number> {
  const cut = new Map<Use, number>();
  const strong = uses.filter(({ isStrong }) => isStrong);
  const sizeOf = (members: readonly number[]): number =>
    members.reduce((sum, atom) => sum + atoms[atom]!.workloads.flatMap(workloadIds).filter(moves).length, 0);
  const blockOf = new Int32Array(atoms.length);
  const blocks = strongComponents(edgesOf(atoms, disks));
  blocks.forEach((block, b) => {
    for (const atom of block) blockOf[atom] = b;
  });
  for (const component of strongComponents(edgesOf(atoms, [...strong, ...disks]))) {
    if (sizeOf(component) <= limit) continue;
    const own = [...new Set(component.map((atom) => blockOf[atom]!))];
    const at = new Map(own.map((block, i) => [block, i]));
    const inside = <T extends Bond>(bonds: readonly T[]): { use: T; user: number; used: number }[] =>
      bonds.flatMap((use) => {
        const [user, used] = [at.get(blockOf[use.from]!), at.get(blockOf[use.to]!)];
        return user === undefined || used === undefined || user === used ? [] : [{ use, user, used }];
      });
    const square = (): number[][] => own.map(() => own.map(() => 0));
    const kbps = square();
    for (const { use, user, used } of inside(uses)) {
      kbps[user]![used]! += use.kbps;
      kbps[used]![user]! += use.kbps;
    }
    // One use more outweighs all traffic.
    const price = 1 + kbps.flat().reduce((sum, traffic) => sum + traffic, 0);
    const costs = square();
    for (const { user, used } of inside(strong)) costs[user]![used]! += price;
    own.forEach((_, user) => {
      own.forEach((__, used) => {
        if (costs[user]![used]! > 0) costs[user]![used]! += kbps[user]![used]!;
      });
    });
    const parts = cheapestCut({ sizes: own.map((block) => sizeOf(blocks[block]!)), costs, limit });
    const turn = new Map(parts.flatMap((part, t) => part.map((block) => [block, t])));
    for (const { use, user, used } of inside(strong)) {
      if (turn.get(user)! < turn.get(used)!) cut.set(use, kbps[user]![used]! / 1000);
    }
  }
  return cut;
}

/** A workload's ids in the plan: its own, or one per replica. */
export function workloadIds({ id, count }: EstateWorkload): string[] {
  return count === 1 ? [id] : Array.from({ length: count }, (_, i) => `${id}-${i + 1}`);
}

function atomsOf(estate: Estate, moves: (id: string) => boolean): Atom[] {
  const systemIds = new Set(estate.systems.map((system) => system.id));
  const atoms = new Map<string, Atom>();
  for (const workload of estate.workloads) {
    if (!workloadIds(workload).some(moves)) continue;
    const { system } = workload;
    const own = systemIds.has(workload.id) ? `workload:${workload.id}` : workload.id;
    const key = system === undefined ? `workload:${workload.id}` : `system:${system}`;
    const create = (): Atom => ({ id: system ?? own, ...(system === undefined ? {} : { system }), workloads: [] });
    entry(atoms, key, create).workloads.push(workload);
  }
  return [...atoms.values()];
}

/** Systems give a group its name; the smallest stays the same when others join. */
function groupId(members: readonly Atom[]): string {
  const systems = members.filter((atom) => atom.system !== undefined);
  return (systems.length > 0 ? systems : members).map((atom) => atom.id).sort()[0]!;
}

function usesOf(estate: Estate, atoms: readonly Atom[]): Use[] {
  const atomOf = new Map<string, number>();
  atoms.forEach((atom, a) => {
    if (atom.system !== undefined) atomOf.set(`system:${atom.system}`, a);
    for (const workload of atom.workloads) {
      for (const id of [workload.id, ...workloadIds(workload)]) atomOf.set(`workload:${id}`, a);
    }
  });
  const find = (reference: string): number | undefined => {
    const component = /^component:([^/]+)\//.exec(reference);
    return atomOf.get(component === null ? reference : `system:${component[1]}`);
  };
  return estate.dependencies.flatMap(({ from, to, strength, bandwidthMbps = 0 }) => {
    const [user, used] = [find(from), find(to)];
    if (user === undefined || used === undefined || user === used) return [];
    const reason = { code: 'YQ4001', params: { from, to } };
    return [{ from: user, to: used, reason, isStrong: strength === 'strong', kbps: Math.round(bandwidthMbps * 1000) }];
  });
}

function sharedDisks(atoms: readonly Atom[]): Bond[] {
  const users = new Map<string, Map<number, string>>();
  atoms.forEach((atom, a) => {
    for (const { id, volumes } of atom.workloads) {
      for (const { sharedId } of volumes) {
        if (sharedId === undefined) continue;
        const of = entry(users, sharedId, () => new Map<number, string>());
        if (!of.has(a)) of.set(a, id);
      }
    }
  });
  return [...users].flatMap(([disk, of]) => {
    const [first, ...others] = of;
    return others.flatMap(([atom, workload]): Bond[] => {
      const reason = { code: 'YQ4002', params: { disk, a: first![1], b: workload } };
      return [
        { from: first![0], to: atom, reason },
        { from: atom, to: first![0], reason },
      ];
    });
  });
}

/**
 * GiB to copy and Mbit/s written meanwhile: used space where it is known; a shared disk once, at the largest size that is
 * given for it. Servers of cloud services are made anew. Where a change is measured, it covers all that the workload writes, shared disks too.
 */
function dataOf(members: readonly Atom[], programme: Programme): { sizeGiB: number; changeMbps: number } {
  const disks = new Map<string, { sizeGiB: number; isMeasured: boolean }>();
  let sizeGiB = 0;
  let unmeasuredGiB = 0;
  let measuredMbps = 0;
  for (const workload of members.flatMap((atom) => atom.workloads)) {
    if (broughtBy(workload) !== undefined) continue;
    const measured = workload.measured?.changeMbps;
    let ownGiB = (workload.localDiskGiB ?? 0) * workload.count;
    for (const { sharedId, usedGiB, sizeGiB: provisionedGiB } of workload.volumes) {
      const volumeGiB = usedGiB ?? provisionedGiB;
      if (sharedId === undefined) ownGiB += volumeGiB * workload.count;
      else {
        const known = disks.get(sharedId) ?? { sizeGiB: 0, isMeasured: false };
        const isMeasured = known.isMeasured || measured !== undefined;
        disks.set(sharedId, { sizeGiB: Math.max(known.sizeGiB, volumeGiB), isMeasured });
      }
    }
    sizeGiB += ownGiB;
    if (measured === undefined) unmeasuredGiB += ownGiB;
    else measuredMbps += measured * workload.count;
  }
  for (const disk of disks.values()) {
    sizeGiB += disk.sizeGiB;
    if (!disk.isMeasured) unmeasuredGiB += disk.sizeGiB;
  }
  const changeMbps = measuredMbps + unmeasuredGiB * programme.changeMbpsPerGiB;
  return { sizeGiB: thousandths(sizeGiB), changeMbps: thousandths(changeMbps) };
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function entry<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const found = map.get(key) ?? create();
  map.set(key, found);
  return found;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
