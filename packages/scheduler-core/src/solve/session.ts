import { compile } from '../compile/compile.ts';
import { createKernel, type Kernel } from '../kernel/kernel.ts';
import type { LoadModule } from '../kernel/lazy-module.ts';
import { loadRelease } from '../kernel/loader.ts';
import type { Placement, Problem } from '../problem/problem.ts';
import { lowerRules } from '../rules/lower.ts';
import { createContext } from '../rules/support/context.ts';
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

/** Live state in the kernel. Workloads and hosts are indices into the problem; every call is settled when it returns. */
export interface Session {
  /** Finds a host for an unplaced workload and puts it there; -1: no host may take it. A placed one stays: its host. */
  place(workload: number): number;
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
export function createSession(problem: Problem, hostOf?: ArrayLike<number>): Promise<Session> {
  return createSessionWith(loadRelease, problem, hostOf);
}

/** `createSession` on a given build of the kernel. */
export async function createSessionWith(
  load: LoadModule,
  problem: Problem,
  hostOf?: ArrayLike<number>,
): Promise<Session> {
  const context = createContext(problem);
  const model = compile(context, lowerRules(context));
  const kernel = await createKernel(model, load);
  const start = hostOf ?? context.initialHostOf;
  for (let w = 0; w < start.length; w++) if (start[w]! >= 0) kernel.place(w, start[w]!);
  const size = shapeSizes(model);
  const before = (a: number, b: number) =>
    model.priorityOf[b]! - model.priorityOf[a]! ||
    size[model.shapes.shapeOf[b]!]! - size[model.shapes.shapeOf[a]!]! ||
    a - b;
  return openSession(kernel, before);
}

function openSession(kernel: Kernel, before: (a: number, b: number) => number): Session {
  const { columns } = kernel;
  const journal = createJournal(kernel);

  /** Places the workload unless that would leave half a group where a rule wants more. */
  const settle = (workload: number): number => {
    const breach = kernel.breachNow();
    const host = kernel.find(workload, 0);
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
    place(workload) {
      journal.begin();
      const host = columns.hostOf[workload]!;
      return host >= 0 ? host : settle(workload);
    },
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
