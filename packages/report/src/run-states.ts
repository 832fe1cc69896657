import type { GroupState, RunView } from '@yunqian/runbook';

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'muted';

/** State is always glyph, word and colour: none of them alone. */
export const groupGlyphs: Readonly<Record<GroupState, { glyph: string; tone: Tone }>> = {
  scheduled: { glyph: '○', tone: 'muted' },
  seeding: { glyph: '◔', tone: 'accent' },
  synced: { glyph: '◑', tone: 'accent' },
  armed: { glyph: '◕', tone: 'warn' },
  cuttingOver: { glyph: '▶', tone: 'accent' },
  onTrial: { glyph: '◆', tone: 'warn' },
  committed: { glyph: '✔', tone: 'good' },
  rollingBack: { glyph: '↶', tone: 'bad' },
  rolledBack: { glyph: '↺', tone: 'bad' },
  failed: { glyph: '✖', tone: 'bad' },
};

/** Last known state by group; a later run of the list wins. */
export function groupStates(runs: readonly RunView[]): Map<string, GroupState> {
  return new Map(runs.flatMap((run) => run.groups.map((group) => [group.id, group.state] as const)));
}
