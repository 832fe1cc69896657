import type { Kernel } from '../kernel/kernel.ts';

/** Makes the kernel's state that of a placement, from nothing. */
export function restore(kernel: Kernel, hostOf: Int32Array): void {
  kernel.reset();
  hostOf.forEach((host, w) => {
    if (host >= 0) kernel.place(w, host);
  });
}

/** The same, step by step under the hard rules; false, with only a part restored, where one is broken. */
export function restoreIfKept(kernel: Kernel, hostOf: Int32Array): boolean {
  kernel.reset();
  kernel.setLenient(1);
  const kept = hostOf.every((host, w) => {
    if (host < 0) return true;
    if (!kernel.admits(w, host)) return false;
    kernel.place(w, host);
    return true;
  });
  kernel.setLenient(0);
  return kept && kernel.breachNow() <= 0;
}
