/** Wall time, or the CPU time of this process: the steadier one where the machine has other work. */
export type Clock = 'wall' | 'cpu';

/** Starts at once; answers the seconds since then. */
export function createStopwatch(clock: Clock): () => number {
  const now = clock === 'wall' ? () => performance.now() / 1000 : cpuSeconds;
  const started = now();
  return () => now() - started;
}

/** Of all threads, V8's own included. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
