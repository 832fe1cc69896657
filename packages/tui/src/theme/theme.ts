/**
 * What a piece of text means. Colours are Okabe-Ito, told apart in every kind of colour vision; no meaning rests on
 * colour alone: states carry a glyph and a word, heat cells a digit.
 */
export const tokens = [
  'title',
  'muted',
  'accent',
  'good',
  'warn',
  'bad',
  'selected',
  'tab',
  'key',
  'heat0',
  'heat1',
  'heat2',
  'heat3',
  'heat4',
  'heatOver',
] as const;
export type Token = (typeof tokens)[number];

/** SGR parameters by token. Empty: as it is. */
export type Theme = Readonly<Record<Token, string>>;

const weights = { title: '1', selected: '7', tab: '1;7', key: '1' } as const;

/** No colour at all: weight and inverse only. */
export const plainTheme: Theme = {
  ...weights,
  muted: '',
  accent: '1',
  good: '',
  warn: '1',
  bad: '1',
  heat0: '',
  heat1: '',
  heat2: '',
  heat3: '',
  heat4: '',
  heatOver: '7',
};

/** The sixteen colours that each terminal names itself. */
export const basicTheme: Theme = {
  ...weights,
  muted: '90',
  accent: '36',
  good: '32',
  warn: '33',
  bad: '1;31',
  heat0: '30;47',
  heat1: '30;46',
  heat2: '97;44',
  heat3: '97;45',
  heat4: '30;43',
  heatOver: '1;97;41',
};

/** Nearest of the 256 colours. */
export const indexedTheme: Theme = {
  ...weights,
  muted: '38;5;245',
  accent: '38;5;74',
  good: '38;5;36',
  warn: '38;5;214',
  bad: '1;38;5;202',
  heat0: '38;5;16;48;5;194',
  heat1: '38;5;16;48;5;79',
  heat2: '38;5;231;48;5;31',
  heat3: '38;5;231;48;5;25',
  heat4: '38;5;231;48;5;18',
  heatOver: '1;38;5;16;48;5;202',
};

export const trueColourTheme: Theme = {
  ...weights,
  muted: '38;2;138;148;160',
  accent: '38;2;86;180;233',
  good: '38;2;0;178;130',
  warn: '38;2;230;159;0',
  bad: '1;38;2;240;105;20',
  heat0: '38;2;16;24;32;48;2;222;242;186',
  heat1: '38;2;16;24;32;48;2;94;192;192',
  heat2: '38;2;255;255;255;48;2;29;120;165',
  heat3: '38;2;255;255;255;48;2;35;80;155',
  heat4: '38;2;255;255;255;48;2;22;36;110',
  heatOver: '1;38;2;16;24;32;48;2;240;120;40',
};

/** By bits of colour: 1, 4, 8 or 24, as `tty.WriteStream.getColorDepth` counts them. */
export function themeFor(depth: number): Theme {
  if (depth >= 24) return trueColourTheme;
  if (depth >= 8) return indexedTheme;
  return depth >= 4 ? basicTheme : plainTheme;
}
