import type { RunEvent, RunView } from '@yunqian/runbook';

export interface RunSnapshot {
  readonly view: RunView;
  /** The last events of its journal, oldest first. */
  readonly tail: readonly RunEvent[];
  /** Its operator runs in this process. */
  readonly driving: boolean;
}

/** The newest run of each wave of this document, by wave id. */
export type Runs = ReadonlyMap<string, RunSnapshot>;
