import { compile, type Model } from '../compile/compile.ts';
import { withFragmentation } from '../compile/fragmentation.ts';
import { createKernel, type Kernel } from '../kernel/kernel.ts';
import type { LoadModule } from '../kernel/lazy-module.ts';
import { loadRelease } from '../kernel/loader.ts';
import type { Placement, Problem } from '../problem/problem.ts';
import { lowerRules } from '../rules/lower.ts';
import { createContext } from '../rules/support/context.ts';
import { cardChoices, cardsIn } from './card-choices.ts';
import { createJournal } from './journal.ts';
import { shapeSizes } from './order.ts';

export interface Move {
  readonly workload: number;
  readonly from: number;
  readonly to: number;
}

export interface Drained {
  readonly moves: readonly Move[];
  /** Workloads that found no other host and are still there. */
  readonly stranded: readonly number[];
}

/**
 * Which host is best, after hard rules and soft costs. `bestFit`: one in use, with least room left. `leastFragmented`: the one on which the
 * workload leaves least that typical workloads cannot use.
 */
export type PlacePolicy = 'bestFit' | 'leastFragmented';

export interface SessionOptions {
  /** Of every `place` that names none; default `bestFit`. */
  readonly policy?: PlacePolicy;
  /** Workloads whose mix is expected, for `leastFragmented`; default all of the problem. */
  readonly typical?: ArrayLike<number>;
}

/** Live state in the kernel. Workloads and hosts are indices into the problem; every call is settled when it returns. */
export interface Session {
  /** Finds a host for an unplaced workload and puts it there; -1: no host may take it. A placed one stays: its host. */
  place(workload: number, options?: { readonly policy?: PlacePolicy }): number;
  /** Cards that a placed workload has, by the id of the card rule; none where it is not placed or asks for none. */
  cardsOf(workload: number): Readonly<Record<string, readonly number[]>>;
  /** Whether the rules allow an unplaced workload on a host as things stand. */
  admits(workload: number, host: number): boolean;
  /** Takes a workload off; its host, or -1 if it was not placed. */
  remove(workload: number): number;
  /** Closes a host and moves what it carries elsewhere, higher priority and larger first. */
  drain(host: number): Drained;
  /** Takes a host out of service as it is: nothing new goes there, and what it carries is not touched. */
  close(host: number): void;
  /** Puts a closed or drained host in service. */
  add(host: number): void;
  /** Runs `change` on this session and then undoes all of it; later calls answer as if it had never been. May be nested. */
  whatIf<T>(change: (session: Session) => T): T;
  /** A copy of the placement. */
  hostOf(): Placement;
}

/** A session that starts from `hostOf`, or from the problem's initial hosts; both are taken as they are, checked by nobody. */
export function createSession(
  problem: Problem,
  hostOf?: ArrayLike<number>,
  options?: SessionOptions,
): Promise<Session> {
  return createSessionWith(loadRelease, problem, hostOf, options);
}

/** `createSession` on a given build of the kernel. */
export async function createSessionWith(
  load: LoadModule,
  problem: Problem,
  hostOf?: ArrayLike<number>,
  { policy = 'bestFit', typical }: SessionOptions = {},
): Promise<Session> {
  const context = createContext(problem);
  const compiled = compile(context, lowerRules(context));
  const model = policy === 'leastFragmented' ? withFragmentation(compiled, typical) : compiled;
  const kernel = await createKernel(model, load);
  const start = hostOf ?? context.initialHostOf;
  for (let w = 0; w < start.length; w++) if (start[w]! >= 0) kernel.place(w, start[w]!);
  const size = shapeSizes(model);
  const before = (a: number, b: number) =>
    model.priorityOf[b]! - model.priorityOf[a]! ||
    size[model.shapes.shapeOf[b]!]! - size[model.shapes.shapeOf[a]!]! ||
    a - b;
  return openSession(model, kernel, before, policy);
}

function openSession(
  model: Model,
  kernel: Kernel,
  before: (a: number, b: number) => number,
  policy: PlacePolicy,
): Session {
  const { columns } = kernel;
  const cards = cardChoices(model, kernel);
  const journal = createJournal(kernel, cards);

  /** Places the workload unless that would leave half a group where a rule wants more. */
  const settle = (workload: number, by: PlacePolicy = policy): number => {
    const breach = kernel.breachNow();
    const tidy = by === 'leastFragmented' && columns.fixed[workload] !== 1;
    const host = tidy ? kernel.findLeastFragmented(workload) : kernel.find(workload, 0);
    if (host < 0) return -1;
    const mark = journal.mark();
    journal.place(workload, host);
    if (kernel.breachNow() <= breach) return host;
    journal.undo(mark);
    return -1;
  };

  const leave = (workload: number, host: number): number => {
    const breach = kernel.breachNow();
    const mark = journal.mark();
    journal.take(workload);
    const to = settle(workload);
    if (to >= 0 && kernel.breachNow() <= breach) return to;
    journal.undo(mark);
    return host;
  };

  const session: Session = {
    place(workload, options) {
      const by = options?.policy ?? policy;
      if (by !== policy && by !== 'bestFit')
        throw new TypeError(`policy ${by} must be that of the session: see SessionOptions`);
      journal.begin();
      const host = columns.hostOf[workload]!;
      return host >= 0 ? host : settle(workload, by);
    },
    cardsOf: (workload) =>
      Object.fromEntries(
        cards.flatMap(({ rule, words, members }) =>
          columns.hostOf[workload]! >= 0 && members.has(workload)
            ? [[model.context.problem.rules[rule]!.id, cardsIn(words[workload * 2 + 1]!)]]
            : [],
        ),
      ),
    admits: (workload, host) => columns.hostOf[workload]! < 0 && Boolean(kernel.admits(workload, host)),
    remove(workload) {
      journal.begin();
      const host = columns.hostOf[workload]!;
      if (host >= 0) journal.take(workload);
      return host;
    },
    drain(host) {
      journal.begin();
      journal.setClosed(host, 1);
      const moves: Move[] = [];
      const stranded: number[] = [];
      for (const workload of workloadsOn(kernel, host).sort(before)) {
        const to = leave(workload, host);
        if (to === host) stranded.push(workload);
        else moves.push({ workload, from: host, to });
      }
      return { moves, stranded };
    },
    close(host) {
      journal.begin();
      journal.setClosed(host, 1);
    },
    add(host) {
      journal.begin();
      journal.setClosed(host, 0);
    },
    whatIf(change) {
      journal.begin();
      const close = journal.open();
      try {
        return change(session);
      } finally {
        close();
      }
    },
    hostOf: () => columns.hostOf.slice(),
  };
  return session;
}

function workloadsOn({ columns }: Kernel, host: number): number[] {
  const found: number[] = [];
  for (let w = columns.firstOn[host]!; w >= 0; w = columns.nextOn[w]!) found.push(w);
  return found;
}
