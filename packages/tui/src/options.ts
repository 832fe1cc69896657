import type { ReadStream, WriteStream } from 'node:tty';
import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Estate, Lang, Plan, Policy, Programme, Waves } from '@yunqian/planner';
import type { Driver, JournalStore } from '@yunqian/runbook';

export interface TuiOptions {
  readonly plan: Plan;
  readonly fleet: ExpandedFleet;
  readonly estate: Estate;
  readonly policy?: Policy;
  readonly waves?: Waves;
  /** Of the waves document: only its runs are shown. */
  readonly wavesSha256?: string;
  readonly programme?: Programme;
  readonly store: JournalStore;
  /** File of the simulated world. */
  readonly worldPath?: string;
  /** Who acts: stands in the journal. */
  readonly actor: string;
  /** Simulated seconds per second. */
  readonly speed: number;
  readonly lang: Lang;
  readonly stdin?: NodeJS.ReadStream | ReadStream;
  readonly stdout?: NodeJS.WriteStream | WriteStream;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Aborted (SIGTERM, SIGHUP): the screens close as if the user had quit. */
  readonly signal?: AbortSignal;
  /** In place of the simulated driver. */
  readonly openDriver?: () => Driver & { close(): void };
}

/** `noTerminal`: input or output is none; nothing was drawn. */
export type TuiResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'noTerminal'; readonly message: string };
