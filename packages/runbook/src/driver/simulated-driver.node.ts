import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Evidence, Step } from '../journal/event.ts';
import type { Driver, EffectContext, EffectOutcome } from './driver.ts';
import type { SimulatedWorld, WorldAction } from './simulated-world.node.ts';
import { openSimulatedWorld } from './simulated-world.node.ts';

export interface SimulatedDriverOptions {
  /** Same seed: the same failures and evidence for the same keys. */
  readonly seed: number;
  /** The world's file; without it the world ends with the process. */
  readonly statePath?: string;
  /** Instead of `statePath`: a world that is open already. */
  readonly world?: SimulatedWorld;
  /** Simulated seconds per second; Infinity = no waiting. */
  readonly speed?: number;
  /** Share of attempts that fail, 0..1. */
  readonly failRate?: number;
}

export interface SimulatedDriver extends Driver {
  readonly world: SimulatedWorld;
  close(): void;
}

/** Plays the effects of steps on a simulated world: takes time, fails now and then (half-way, as reality does). */
export function simulatedDriver(options: SimulatedDriverOptions): SimulatedDriver {
  const { seed, statePath, speed = Number.POSITIVE_INFINITY, failRate = 0 } = options;
  const world = options.world ?? openSimulatedWorld(statePath);
  const draw = (key: string, what: string): number =>
    createHash('sha256')
      .update(JSON.stringify([seed, key, what]))
      .digest()
      .readUInt32BE(0) /
    2 ** 32;

  async function perform(step: Step, { run, key, epoch, signal }: EffectContext): Promise<EffectOutcome> {
    const fails = draw(key, 'fails') < failRate;
    const effects = effectsOf(step);
    const reached = fails ? Math.floor(draw(key, 'reached') * effects.length) : effects.length;
    const milliseconds = (step.minutes * 60_000) / speed / Math.max(1, effects.length);
    for (const { workload, action } of effects.slice(0, reached)) {
      await wait(milliseconds, signal);
      if (world.has(key, workload, action)) continue;
      if (world.apply({ run, key, epoch, workload, action }) === 'stale') {
        throw new Error(`epoch ${epoch} of ${run} is no longer the newest`);
      }
    }
    if (effects.length === 0) await wait(milliseconds, signal);
    if (fails) return { ok: false, error: `simulated failure after ${reached} of ${effects.length} effects` };
    const trouble = troubleOf(step, world);
    return trouble === null ? { ok: true, evidence: evidenceOf(step, key, draw) } : { ok: false, error: trouble };
  }

  /** A check leaves nothing behind, so it has nothing to read back and is done again. */
  async function readBack(step: Step, key: string): Promise<EffectOutcome | null> {
    const effects = effectsOf(step);
    const whole = effects.length > 0 && effects.every(({ workload, action }) => world.has(key, workload, action));
    return whole ? { ok: true, evidence: evidenceOf(step, key, draw) } : null;
  }

  return { name: 'simulated', world, perform, readBack, close: () => world.close() };
}

const actions: Readonly<Record<string, readonly WorldAction[]>> = {
  seed: ['copy'],
  cutover: ['stopSource', 'startTarget'],
  commit: ['retireSource'],
  'rollback-cutover': ['stopTarget', 'startSource'],
  'rollback-seed': ['discardCopy'],
};

/** In order; a compensation goes through the workloads in reverse. */
function effectsOf(step: Step): { workload: string; action: WorldAction }[] {
  const kind = step.compensates === undefined ? step.kind : `rollback-${step.compensates.slice(step.group.length + 1)}`;
  const workloads = step.kind === 'rollback' ? step.workloads.toReversed() : step.workloads;
  return workloads.flatMap((workload) => (actions[kind] ?? []).map((action) => ({ workload, action })));
}

/** What a check finds. */
function troubleOf(step: Step, world: SimulatedWorld): string | null {
  if (step.kind === 'verifySync') {
    const missing = step.workloads.filter((workload) => world.machine(workload).target === 'none');
    return missing.length === 0 ? null : `no copy of ${missing.join(', ')}`;
  }
  if (step.kind === 'verifyService') {
    const down = step.workloads.filter((workload) => world.machine(workload).target !== 'inService');
    return down.length === 0 ? null : `not in service: ${down.join(', ')}`;
  }
  return null;
}

const simulatedEvidence: Readonly<Record<string, string>> = { accessPolicy: 'equal', integrity: 'sha256 equal' };

function evidenceOf(step: Step, key: string, draw: (key: string, what: string) => number): Evidence {
  const workloads = step.workloads.length;
  switch (step.kind) {
    case 'verifySync':
      return {
        workloads,
        lagSeconds: Math.round(draw(key, 'lag') * 30),
        blocksDiffering: 0,
        ...Object.fromEntries((step.requires ?? []).map((name) => [name, simulatedEvidence[name] ?? 'shown'])),
      };
    case 'cutover':
      return { workloads, downtimeSeconds: Math.round(step.minutes * 60 * (0.3 + 0.5 * draw(key, 'downtime'))) };
    case 'verifyService':
      return { workloads, probesPassed: workloads, slowestMs: Math.round(5 + draw(key, 'probe') * 200) };
    default:
      return { workloads };
  }
}

async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (milliseconds > 0) await sleep(milliseconds, undefined, { signal });
}
