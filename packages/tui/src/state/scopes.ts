import type { Scope } from '../keys/ids.ts';
import type { State } from './state.ts';

export function activeScopes(state: State): Scope[] {
  if (state.screen !== 'waves') return ['all', state.screen];
  return state.waves.wave === null ? ['all', 'waves'] : ['all', 'waves', 'board'];
}
