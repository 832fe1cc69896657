import { Box, Text, useInput, usePaste, useWindowSize } from 'ink';
import { createElement, memo, type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react';
import { keyPresses, pasted } from '../keys/key-name.ts';
import { frame } from '../screens/frame.ts';
import { paint } from '../theme/paint.ts';
import type { Theme } from '../theme/theme.ts';
import type { ScreenStore } from './screen-store.ts';

export interface AppProps {
  readonly store: ScreenStore;
  readonly theme: Theme;
}

/**
 * Ink draws the frame and brings the keys; what stands in the frame is decided by pure functions. Written without JSX:
 * Node runs these sources as they are, and strips types only.
 */
export function App({ store, theme }: AppProps): ReactNode {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { columns, rows } = useWindowSize();
  useEffect(() => store.resize(columns, rows), [store, columns, rows]);
  useInput((input, key) => {
    for (const press of keyPresses(input, key)) store.press(press);
  });
  usePaste((text) => store.press(pasted(text)));
  const lines = useMemo(
    () => frame(state, store.model, store.texts).map((line) => paint(line, theme)),
    [state, store, theme],
  );
  return createElement(
    Box,
    { flexDirection: 'column', width: state.cols, height: state.rows },
    // biome-ignore lint/correctness/useJsxKeyInIterable: the key is there; a row of the screen is its number
    lines.map((text, index) => createElement(Row, { key: index, text })),
  );
}

/** One row of the screen as one text; drawn anew only when it differs. */
const Row = memo(function Row({ text }: { readonly text: string }): ReactNode {
  return createElement(Text, { wrap: 'truncate' }, text);
});
