import type { Messages } from './message.ts';

/** YQ15xx: importers of objects (OpenStack, Kubernetes, libvirt, Watcher). Append-only. */
export const importObjectsMessages = {} as const satisfies Messages;
