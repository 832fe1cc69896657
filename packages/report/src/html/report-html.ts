import { Markup, markup } from '../markup.ts';
import { drawingCss, themeCss } from '../svg/theme.ts';
import { assumptions, inputs, omitted } from './basis.ts';
import { createContext, type ReportInput } from './context.ts';
import { runs, waves } from './migration.ts';
import { pageScript, pageScriptSha256 } from './page-script.ts';
import { pageCss } from './page-style.ts';
import { heatmap, pools, racks, tenants, unplaced, violations } from './placement.ts';
import { capacity, cards, header } from './summary.ts';

/** Nothing from the network, no script but the page's own. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${pageScriptSha256}'; base-uri 'none'; form-action 'none'`;

/** The whole report as one HTML file. Same input, same bytes. */
export function reportHtml(input: ReportInput): string {
  const context = createContext(input);
  const { messages, lang } = context;
  const page = markup`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${input.plan.name} · ${messages.title}</title>
<style>${new Markup(themeCss + pageCss + drawingCss)}</style>
</head>
<body>
<main>
${header(context)}
${cards(context)}
<div class="tools"><input id="filter" type="search" placeholder="${messages.filter}" aria-label="${messages.filter}"><button id="open" type="button">${messages.expandAll}</button><button id="close" type="button">${messages.collapseAll}</button></div>
${unplaced(context)}
${violations(context)}
${capacity(context)}
${pools(context)}
${heatmap(context)}
${racks(context)}
${waves(context)}
${runs(context)}
${tenants(context)}
${omitted(context)}
${assumptions(context)}
${inputs(context)}
</main>
<div id="tip" role="presentation"></div>
<script>${new Markup(pageScript)}</script>
</body>
</html>
`;
  return page.text;
}
