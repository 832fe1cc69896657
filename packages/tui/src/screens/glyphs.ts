import type { GroupState, Health, RunState, StepState } from '@yunqian/runbook';
import type { Token } from '../theme/theme.ts';

export interface Mark {
  readonly glyph: string;
  readonly token: Token;
}

export const groupMarks: Readonly<Record<GroupState, Mark>> = {
  scheduled: { glyph: '○', token: 'muted' },
  seeding: { glyph: '◔', token: 'accent' },
  synced: { glyph: '◑', token: 'accent' },
  armed: { glyph: '◕', token: 'accent' },
  cuttingOver: { glyph: '▶', token: 'accent' },
  onTrial: { glyph: '◆', token: 'warn' },
  committed: { glyph: '✔', token: 'good' },
  rollingBack: { glyph: '↶', token: 'warn' },
  rolledBack: { glyph: '↺', token: 'bad' },
  failed: { glyph: '✖', token: 'bad' },
};

export const stepMarks: Readonly<Record<StepState, Mark>> = {
  standby: { glyph: '·', token: 'muted' },
  pending: { glyph: '○', token: 'muted' },
  ready: { glyph: '◌', token: 'accent' },
  awaitingApproval: { glyph: '▲', token: 'warn' },
  running: { glyph: '▶', token: 'accent' },
  succeeded: { glyph: '✔', token: 'good' },
  failed: { glyph: '✖', token: 'bad' },
  rejected: { glyph: '✖', token: 'bad' },
  cancelled: { glyph: '–', token: 'muted' },
  compensated: { glyph: '↺', token: 'warn' },
};

export const runMarks: Readonly<Record<RunState, Mark>> = {
  active: { glyph: '▶', token: 'accent' },
  paused: { glyph: '‖', token: 'warn' },
  cancelling: { glyph: '↶', token: 'warn' },
  completed: { glyph: '✔', token: 'good' },
  cancelled: { glyph: '↺', token: 'bad' },
};

export const healthTokens: Readonly<Record<Health, Token>> = { healthy: 'good', attention: 'warn', error: 'bad' };
