import { exportCsv } from './csv.ts';
import type { Exported, Exporter, ExportInput } from './exporter.ts';
import { exportKubernetes } from './kubernetes.ts';
import { exportOpenstackCli } from './openstack-cli.ts';
import { exportTerraform } from './terraform.ts';

/** Every format that a plan can be written in; a new one is its file and its line here. */
export const exporters = {
  csv: exportCsv,
  'openstack-cli': exportOpenstackCli,
  terraform: exportTerraform,
  kubernetes: exportKubernetes,
} as const satisfies Readonly<Record<string, Exporter>>;

export type ExportFormat = keyof typeof exporters;
export const exportFormats = Object.keys(exporters) as ExportFormat[];

export function exportPlan(format: ExportFormat, input: ExportInput): Exported {
  return exporters[format](input);
}
