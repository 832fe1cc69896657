import type { ExpandedFleet } from '@yunqian/hw-model';
import { createExplainer, createSession, type Problem, type Session, verify } from '@yunqian/scheduler-core';
import type { Lowered } from '../lower/lowered.ts';
import type { Plan } from '../plan/schema.ts';
import { failureModeProblem, isDispersal } from './failure-mode.ts';
import { type Failure, isAtLeast, isStorageFailure, type Lost, lostWith } from './failures.ts';
import type { NetworkFaults } from './network-faults.ts';
import { countBroken, type FailureOutcome, type Loss, type Restart } from './outcome.ts';
import type { PairLoads } from './pair-load.ts';
import type { Copy, RecoveryModel } from './recovery-model.ts';
import { createClock } from './restart-clock.ts';
import type { FailureTopology, RecoveryClass } from './schema.ts';
import { systemOutcomes } from './system-outcomes.ts';

export interface SimulatorInput {
  readonly lowered: Lowered;
  readonly fleet: ExpandedFleet;
  readonly model: RecoveryModel;
  /** Host of each workload, -1 where unplaced. */
  readonly hostOf: Int32Array;
  /** Pools of the volumes of each workload. */
  readonly poolsOf: (workload: number) => readonly string[];
  /** Pools of the copies of its volumes, where they are known. */
  readonly copiesIn?: (workload: number) => readonly string[];
  readonly loads: PairLoads;
  readonly network: NetworkFaults;
}

export interface Simulator {
  simulate(failure: Failure): Promise<FailureOutcome>;
}

/** Where what a workload needs is after a failure. */
interface Data {
  readonly sites: readonly string[] | undefined;
  copyAt(site: string): Copy | undefined;
}

const none: RecoveryClass = { id: 'none', method: 'none' };

/**
 * What restarts where after a failure, with the engine that plans. What ran on lost hosts, or on lost storage, starts
 * again one by one, by the order of its class, while everything else stays as it is. A failure of a host or rack
 * reuses one session; all is rolled back afterwards.
 */
export function createSimulator({
  lowered,
  fleet,
  model,
  hostOf,
  poolsOf,
  copiesIn = () => [],
  loads,
  network,
}: SimulatorInput): Simulator {
  const { problem, index } = lowered;
  const entryOf = (w: number) => index.entries[index.entryOf[w]!]!;
  const classOf = (w: number) => model.classOf(entryOf(w).system?.dr) ?? none;
  const siteOf = (w: number) => index.hosts[hostOf[w]!]!.site;
  const hasData = (w: number) => entryOf(w).volumes.length > 0;
  const copiesOf = (w: number) => model.copiesOf(classOf(w), siteOf(w));
  const order = restartOrder();

  /** Where the data of a workload is; `gone`: its own is lost. */
  function dataOf(w: number, gone: boolean, lost: Lost | null): Data {
    const copies = copiesOf(w).filter(
      ({ site, method }) =>
        !lost?.sites.has(site) && !(lost && isCopyLost(w, site, lost)) && (gone || method === 'activeActive'),
    );
    return {
      sites: hasData(w) ? [...(gone ? [] : [siteOf(w)]), ...copies.map(({ site }) => site)] : undefined,
      copyAt: (site) => copies.find((copy) => copy.site === site),
    };
  }
  const siteOfPool = new Map(fleet.storagePools.map(({ id, site }) => [id, site]));
  const isCopyLost = (w: number, site: string, lost: Lost) =>
    lost.pools.size > 0 && copiesIn(w).some((pool) => lost.pools.has(pool) && siteOfPool.get(pool) === site);
  const isGone = (w: number, lost: Lost) =>
    lost.sites.has(siteOf(w)) || poolsOf(w).some((pool) => lost.pools.has(pool));

  const narrow = new Map<FailureTopology, Promise<{ problem: Problem; session: Session }>>();
  /** Hosts and racks leave storage as it is: one problem serves them all. */
  function open(topology: FailureTopology, sitesOf: (w: number) => readonly string[] | undefined, keep: boolean) {
    const known = narrow.get(topology);
    if (keep && known !== undefined) return known;
    const mode = failureModeProblem(lowered, { topology, crowded: false, dataSites: sitesOf });
    const opened = createSession(mode, hostOf).then((session) => ({ problem: mode, session }));
    if (keep) narrow.set(topology, opened);
    return opened;
  }

  async function simulate(failure: Failure): Promise<FailureOutcome> {
    const lost = lostWith(failure, fleet);
    const leaves = isStorageFailure(failure) || (lost.sites.size > 0 && !isAtLeast(failure.topology, 'site'));
    const topology = leaves ? 'site' : placeLevel(failure.topology);
    const failed = problem.hosts.flatMap(({ id }, h) => (lost.hosts.has(id) ? [h] : []));
    const failedSet = new Set(failed);
    const affected = order.filter((w) => failedSet.has(hostOf[w]!) || (hasData(w) && isGone(w, lost)));
    if (affected.length === 0 && failed.length === 0) return untouched(failure);
    const data = new Map(affected.map((w) => [w, dataOf(w, isGone(w, lost), lost)]));
    const sitesOf = (w: number) => (hostOf[w]! < 0 ? undefined : (data.get(w)?.sites ?? dataOf(w, false, null).sites));
    const able = affected.filter((w) => data.get(w)!.sites?.length !== 0);

    const opened = await open(topology, sitesOf, lost.pools.size === 0 && !isAtLeast(topology, 'room'));
    const first = opened.session.whatIf((session) => {
      for (const host of failed) session.close(host);
      for (const w of affected) session.remove(w);
      for (const w of able) session.place(w);
      return session.hostOf();
    });
    const { after, relaxed } = await crowdTogether(topology, first, able, failedSet, sitesOf);
    return judge(failure, lost, { affected, data, after, checked: relaxed ?? opened.problem, failed: failedSet });
  }

  /** Nothing stops: only the network is less than it was. */
  function untouched(failure: Failure): FailureOutcome {
    const outcome = {
      failure,
      hostsLost: 0,
      affected: 0,
      restarts: [],
      losses: [],
      systems: [],
      crowded: [],
      violations: [],
      network: network(failure, hostOf),
    };
    return { ...outcome, broken: countBroken(outcome) };
  }

  /** Second attempt for what is left, without keeping instances apart: running close together beats not running. */
  async function crowdTogether(
    topology: FailureTopology,
    after: Int32Array,
    able: readonly number[],
    failed: ReadonlySet<number>,
    sitesOf: (w: number) => readonly string[] | undefined,
  ): Promise<{ after: Int32Array; relaxed?: Problem }> {
    const left = able.filter((w) => after[w]! < 0);
    if (left.length === 0 || !problem.rules.some(isDispersal)) return { after };
    const relaxed = failureModeProblem(lowered, { topology, crowded: true, dataSites: sitesOf });
    const session = await createSession(relaxed, after);
    for (const host of failed) session.close(host);
    for (const w of left) session.place(w);
    return { after: session.hostOf(), relaxed };
  }

  interface Aftermath {
    readonly affected: readonly number[];
    readonly data: ReadonlyMap<number, Data>;
    readonly after: Int32Array;
    readonly checked: Problem;
    readonly failed: ReadonlySet<number>;
  }

  function judge(failure: Failure, lost: Lost, { affected, data, after, checked, failed }: Aftermath): FailureOutcome {
    const closed: Problem = {
      ...checked,
      hosts: checked.hosts.map((host, h) => (failed.has(h) ? { ...host, closed: true } : host)),
    };
    const clock = createClock(model.restart);
    const restarts: Restart[] = [];
    const losses: Loss[] = [];
    const explain = lazily(() => createExplainer(closed, after));
    for (const w of affected) {
      const { id } = problem.workloads[w]!;
      const host = index.hosts[after[w]!];
      const recoveryClass = classOf(w);
      if (host === undefined) {
        const noCopy = data.get(w)!.sites?.length === 0;
        losses.push({
          workload: id,
          system: entryOf(w).system?.id ?? '',
          class: recoveryClass.id,
          reason: noCopy ? 'noCopy' : 'noRoom',
          allowed: recoveryClass.method === 'none' && isGone(w, lost),
          ...(!noCopy && losses.length < explained && { explanation: explain().workload(w) }),
        });
        continue;
      }
      const from = index.hosts[hostOf[w]!]!;
      const own = !isGone(w, lost) && host.site === from.site;
      const copy = own || !hasData(w) ? undefined : data.get(w)!.copyAt(host.site);
      restarts.push({
        workload: id,
        from: from.id,
        to: host.id,
        minutes: clock.restart(host.site, host.site !== from.site, copy?.method === 'backup' ? usedGiB(w) : 0),
        lostMinutes: copy === undefined ? 0 : loads.ageMinutes(copy, from.site),
        data: !hasData(w) ? 'none' : (copy?.method ?? 'own'),
      });
    }
    const systems = systemOutcomes({ index, model, problem, hostOf, failed, affected, restarts, losses });
    const crowdedRules = new Set(problem.rules.filter(isDispersal).map(({ id }) => id));
    const violations = verify(closed, after).filter(({ mode }) => mode !== 'soft');
    const outcome = {
      failure,
      hostsLost: failed.size,
      affected: affected.length,
      restarts,
      losses,
      systems,
      crowded: crowdedGroups(after),
      violations: violations.filter(({ rule }) => !crowdedRules.has(rule)),
      network: network(failure, hostOf),
    };
    return { ...outcome, broken: countBroken(outcome) };
  }

  /** Groups that a hard dispersal rule of the plan would find too close together. */
  function crowdedGroups(after: Int32Array): string[] {
    const dispersal = { ...problem, rules: problem.rules.filter((rule) => isDispersal(rule) && rule.mode !== 'soft') };
    return [...new Set(verify(dispersal, after).flatMap(({ group }) => group ?? []))];
  }

  function usedGiB(w: number): number {
    return entryOf(w).workload.volumes.reduce((sum, { usedGiB, sizeGiB }) => sum + (usedGiB ?? sizeGiB), 0);
  }

  /** Placed workloads, those that restart first first. */
  function restartOrder(): number[] {
    const rank = new Map<string, number>();
    for (const { id, restartOrder: given, rtoMinutes } of model.classIds.map((one) => model.classOf(one)!))
      rank.set(id, given ?? rtoMinutes ?? Number.MAX_SAFE_INTEGER);
    const size = (w: number) => entryOf(w).workload.memMiB;
    return problem.workloads
      .flatMap((_, w) => (hostOf[w]! < 0 ? [] : [w]))
      .sort(
        (a, b) =>
          rank.get(classOf(a).id)! - rank.get(classOf(b).id)! ||
          entryOf(b).priority - entryOf(a).priority ||
          size(b) - size(a) ||
          a - b,
      );
  }

  return { simulate };
}

/** Switches count as the place that they serve. */
const placeLevel = (topology: FailureTopology): FailureTopology =>
  topology === 'tor' ? 'rack' : topology === 'spine' ? 'room' : topology;

/** Losses of one failure that are explained in full. */
const explained = 20;

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Pools that the volumes of each workload are in, as a plan has them. */
export function poolsOfPlan(plan: Plan, { problem }: Lowered): (workload: number) => readonly string[] {
  const pools = new Map(plan.placements.map(({ workload, volumes }) => [workload, volumes.map(({ pool }) => pool)]));
  return (w) => pools.get(problem.workloads[w]!.id) ?? [];
}

/** Pools that hold copies of the volumes of each workload. */
export function copiesOfPlan(plan: Plan, { problem }: Lowered): (workload: number) => readonly string[] {
  const pools = new Map(
    plan.placements.map(({ workload, volumes }) => [workload, volumes.flatMap(({ copies = [] }) => copies)]),
  );
  return (w) => pools.get(problem.workloads[w]!.id) ?? [];
}
