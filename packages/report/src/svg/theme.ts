import type { Lang } from '@yunqian/planner';
import { type Content, Markup, markup } from '../markup.ts';

export interface DrawingOptions {
  readonly lang?: Lang;
  readonly width?: number;
  /** False inside a page that brings the colours. */
  readonly standalone?: boolean;
}

/** Ten steps of one sequential scale (lightness falls evenly, so it reads in every kind of colour vision and in grey). */
const heat = [
  '#fdfdd0',
  '#e9f6b5',
  '#cbebb4',
  '#97d6b9',
  '#5ec0c0',
  '#36a6c2',
  '#2182b8',
  '#235ba6',
  '#243a95',
  '#0f2163',
];

/** Okabe-Ito for what is categorical. */
const light: Readonly<Record<string, string>> = {
  ink: '#1b2430',
  muted: '#5a6675',
  line: '#d5dbe3',
  faint: '#eef1f5',
  paper: '#ffffff',
  ground: '#f5f7fa',
  accent: '#0072b2',
  good: '#00785a',
  warn: '#a35c00',
  bad: '#b94700',
  over: '#d55e00',
  seed: '#9ecbe6',
  sync: '#9ecbe6',
  cutover: '#0072b2',
  freeze: '#8a94a3',
  wave: '#46556a',
};

const dark: Readonly<Record<string, string>> = {
  ink: '#e6eaf0',
  muted: '#9aa6b5',
  line: '#37414f',
  faint: '#222a35',
  paper: '#171d26',
  ground: '#10151c',
  accent: '#56b4e9',
  good: '#3fc79a',
  warn: '#e69f00',
  bad: '#ff8a4c',
  over: '#ff7a2f',
  seed: '#2f6285',
  sync: '#2f6285',
  cutover: '#7cc8f5',
  freeze: '#7d8898',
  wave: '#b4c0cf',
};

function variables(colours: Readonly<Record<string, string>>, steps: readonly string[]): string {
  const named = Object.entries(colours).map(([name, value]) => `--${name}:${value}`);
  return [...named, ...steps.map((value, index) => `--heat-${index}:${value}`)].join(';');
}

const darkVariables = variables(dark, [...heat].reverse());

/** Colours as variables, light and dark; paper is always light. */
export const themeCss: string = `:root{color-scheme:light dark;${variables(light, heat)}}
@media screen and (prefers-color-scheme:dark){:root{${darkVariables}}}
`;

/** Every class that a drawing uses. */
export const drawingCss: string = `
.yq text{font-family:system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;font-size:10px;fill:var(--ink)}
.yq .muted{fill:var(--muted)}
.yq .strong{font-weight:600;font-size:12px}
.yq .tiny{font-size:8.5px}
.yq .end{text-anchor:end}
.yq .mid{text-anchor:middle}
.yq .frame{fill:none;stroke:var(--line)}
.yq .grid{stroke:var(--line);stroke-width:1}
.yq .paper{fill:var(--paper)}
.yq .band{fill:var(--faint)}
${heat.map((_, index) => `.yq .h${index}{fill:var(--heat-${index})}`).join('')}
.yq .over{fill:var(--over);stroke:var(--ink);stroke-width:1}
.yq .none{fill:none;stroke:var(--line);stroke-width:.75}
.yq .closed{fill:var(--faint);stroke:var(--line);stroke-width:.75}
.yq .cross{stroke:var(--muted);stroke-width:.75}
.yq .wave{fill:var(--wave)}
.yq .seed{fill:var(--seed)}
.yq .sync{stroke:var(--sync);stroke-width:1.5;stroke-dasharray:2 2}
.yq .cutover{fill:var(--cutover)}
.yq .freeze{fill:var(--freeze);fill-opacity:.22}
.yq .deadline{stroke:var(--bad);stroke-width:1.5}
.yq .today{stroke:var(--accent);stroke-width:1.5;stroke-dasharray:5 3}
.yq .good{fill:var(--good)}.yq .bad{fill:var(--bad)}.yq .warn{fill:var(--warn)}.yq .accent{fill:var(--accent)}
.yq g[data-tip]:hover .mark,.yq g:hover>.mark{stroke:var(--ink);stroke-width:1.5}
.yq .dim{opacity:.16}
`;

/** Wraps a drawing. A drawing that stands alone brings its colours with it; inside a page the page has them. */
export function drawing(
  options: { width: number; height: number; label: string; lang: string; standalone: boolean },
  body: Content,
): string {
  const { width, height, label, lang, standalone } = options;
  const style =
    standalone &&
    new Markup(`<style>${themeCss}${drawingCss}</style><rect class="paper" width="${width}" height="${height}"/>`);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="yq" role="img" aria-label="${label}" lang="${lang}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${style}${body}</svg>`
    .text;
}

/** Class of a share on the heat scale. */
export function heatClass(share: number): string {
  if (share > 1 + 1e-9) return 'over';
  return `h${Math.min(heat.length - 1, Math.max(0, Math.floor(share * heat.length)))}`;
}

export const heatSteps: number = heat.length;

/** Coordinates with at most two digits, so that bytes stay the same and few. */
export function px(value: number): number {
  return Math.round(value * 100) / 100;
}
