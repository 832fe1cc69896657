/** What a person may order from the screens. Carried out by runbook's commands; the screens keep no state of runs. */
export type RunCommand =
  | { readonly kind: 'start'; readonly wave: string }
  | { readonly kind: 'approve'; readonly run: string; readonly steps: readonly string[] }
  | { readonly kind: 'reject'; readonly run: string; readonly step: string; readonly reason: string }
  | { readonly kind: 'retry'; readonly run: string; readonly step: string }
  | { readonly kind: 'pause' | 'resume'; readonly run: string }
  | { readonly kind: 'cancel'; readonly run: string; readonly reason: string }
  | { readonly kind: 'rollback'; readonly run: string; readonly group: string; readonly reason: string };
