export type { ReportInput } from './html/context.ts';
export { reportHtml } from './html/report-html.ts';
export { type GanttOptions, waveGanttSvg } from './svg/gantt.ts';
export { utilisationHeatmapSvg } from './svg/heatmap.ts';
export { rackElevationSvg } from './svg/rack-elevation.ts';
export type { DrawingOptions } from './svg/theme.ts';
