import type { WorldEntry } from './simulated-world.node.ts';

/**
 * What must hold at every moment of a world's record, replayed from its first line: source and target of a workload
 * are never both in service, a target starts only from a copy, a retired source stays retired, each key's effect
 * happened once, epochs of a run never fall. Each breach is one line; [] = sound.
 */
export function checkWorld(log: readonly WorldEntry[]): string[] {
  const breaches: string[] = [];
  const sourceUp = new Map<string, boolean>();
  const targetUp = new Set<string>();
  const copied = new Set<string>();
  const retired = new Set<string>();
  const applied = new Set<string>();
  const epochs = new Map<string, number>();
  log.forEach(({ run, key, epoch, workload, action, repeated }, i) => {
    const breach = (what: string): void =>
      void breaches.push(`entry ${i + 1}, ${workload}, ${action} under ${key}: ${what}`);
    if (epoch < (epochs.get(run) ?? 0)) breach(`epoch ${epoch} after ${epochs.get(run)}`);
    epochs.set(run, epoch);
    if (repeated) return;
    const effect = JSON.stringify([key, workload, action]);
    if (applied.has(effect)) breach('happened twice');
    applied.add(effect);
    // Another attempt at a commit that failed half-way may retire a source again.
    if (retired.has(workload) && action !== 'retireSource') breach('the source is retired');
    if (action === 'copy') copied.add(workload);
    if (action === 'discardCopy') copied.delete(workload);
    if (action === 'stopSource') sourceUp.set(workload, false);
    if (action === 'startSource') sourceUp.set(workload, true);
    if (action === 'stopTarget') targetUp.delete(workload);
    if (action === 'startTarget') {
      if (!copied.has(workload)) breach('there is no copy');
      targetUp.add(workload);
    }
    if (action === 'discardCopy' && targetUp.has(workload)) breach('the copy is in service');
    if (action === 'retireSource') {
      if (!targetUp.has(workload)) breach('the target is not in service');
      retired.add(workload);
    }
    if (targetUp.has(workload) && (sourceUp.get(workload) ?? true)) breach('source and target are both in service');
  });
  return breaches;
}
