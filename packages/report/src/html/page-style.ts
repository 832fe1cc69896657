/** Layout of the page. Colours are the theme's variables. */
export const pageCss = `
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:14px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:1290px;margin:0 auto;padding:24px 20px 60px}
header h1{font-size:24px;line-height:1.25;margin:0}
header .kind{color:var(--muted);margin:0}
.verdict{display:flex;gap:10px;align-items:baseline;margin:14px 0 18px;padding:10px 14px;border-left:4px solid;background:var(--paper);font-size:15px}
.verdict.good{border-color:var(--good)}.verdict.warn{border-color:var(--warn)}.verdict.bad{border-color:var(--bad)}
.good b,.state.good{color:var(--good)}.warn b,.state.warn{color:var(--warn)}.bad b,.state.bad{color:var(--bad)}.state.accent{color:var(--accent)}.state.muted{color:var(--muted)}
.state{white-space:nowrap}
.cards{display:flex;flex-wrap:wrap;gap:10px;margin:0 0 18px;padding:0;list-style:none}
.cards li{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:11px 13px;flex:1 1 140px}
.cards strong{display:block;font-size:19px;white-space:nowrap;line-height:1.2;font-variant-numeric:tabular-nums;font-weight:650}
.cards span{display:block;color:var(--muted);font-size:12.5px}
.cards .good strong{color:var(--good)}.cards .warn strong{color:var(--warn)}.cards .bad strong{color:var(--bad)}
section,details.section{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:14px 18px 16px;margin:0 0 16px}
h2{font-size:16px;margin:0 0 6px}
h2 small{font-weight:400;color:var(--muted);margin-left:8px;font-size:13px}
.note{color:var(--muted);font-size:12.5px;margin:0 0 10px;max-width:90ch}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:13px}
th{text-align:left;font-weight:600;color:var(--muted);border-bottom:1px solid var(--line);padding:4px 14px 4px 0;white-space:nowrap}
td{border-bottom:1px solid var(--faint);padding:4px 14px 4px 0;vertical-align:top;font-variant-numeric:tabular-nums}
th:last-child,td:last-child{padding-right:0}
td.end,th.end{text-align:right}
td code,.hash{font:12px/1.5 ui-monospace,"DejaVu Sans Mono","Noto Sans Mono CJK SC",Menlo,Consolas,monospace;overflow-wrap:anywhere}
.bars{display:grid;grid-template-columns:max-content 1fr max-content;gap:6px 14px;align-items:center;max-width:760px}
.bars meter{display:none}
.bar{height:12px;background:var(--faint);border-radius:2px;overflow:hidden}
.bar i{display:block;height:100%;background:var(--accent)}
.bar i.over{background:var(--over)}
.bars output{font-variant-numeric:tabular-nums;text-align:right}
svg.yq{display:block;max-width:none}
details>summary{cursor:pointer;padding:5px 0}
details.section>summary{padding:0;font-size:16px;font-weight:600}
details.section>summary small{font-weight:400;color:var(--muted);margin-left:8px;font-size:13px}
details.section[open]>summary{margin-bottom:6px}
details.wave .scroll{margin-bottom:8px}
details.wave{border-top:1px solid var(--line)}
details.wave>summary b{display:inline-block;min-width:180px}
details.wave>summary span{color:var(--muted)}
.tools{position:sticky;top:0;z-index:2;display:none;gap:8px;padding:8px 0;background:var(--ground)}
.scripted .tools{display:flex}
.tools input{flex:1;max-width:380px;padding:5px 10px;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:4px}
.tools button{padding:5px 12px;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:4px;cursor:pointer}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
#tip{position:fixed;z-index:3;display:none;max-width:460px;padding:7px 10px;white-space:pre-line;pointer-events:none;background:var(--ink);color:var(--paper);border-radius:4px;font-size:12.5px;line-height:1.45}
footer{color:var(--muted);font-size:12.5px}
[hidden]{display:none!important}
@page{size:landscape;margin:10mm}
@media print{
body{background:none;font-size:11px}main{max-width:none;padding:0}
.tools,#tip{display:none!important}
section,details.section{border:0;padding:0;margin:0 0 14px}
h2,summary{break-after:avoid}tr,li,.bars,details.wave svg{break-inside:avoid}
thead{display:table-header-group}
.cards{gap:6px}.cards li{flex-basis:96px;padding:6px 8px}.cards strong{font-size:15px}
.scroll{overflow:visible}svg.yq{width:100%;height:auto}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;
