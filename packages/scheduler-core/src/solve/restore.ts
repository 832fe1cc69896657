import type { Kernel } from '../kernel/kernel.ts';

/** Makes the kernel's state that of a placement, from nothing. */
export function restore(kernel: Kernel, hostOf: Int32Array): void {
  kernel.reset();
  hostOf.forEach((host, w) => {
    if (host >= 0) kernel.place(w, host);
  });
}
