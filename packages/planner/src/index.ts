export { type Forecast, type ForecastMonth, forecast } from './capacity/forecast.ts';
export { type Growth, growEstate } from './capacity/grow-estate.ts';
export type { PurchaseLine } from './capacity/purchase.ts';
export { type SizedFleet, type SizedResult, sizeFleet } from './capacity/size-fleet.ts';
export { describe, messages } from './diagnostic/describe.ts';
export type { Diagnostic, Lang, Severity } from './diagnostic/diagnostic.ts';
export { formatDiagnostic } from './diagnostic/format-diagnostic.ts';

export { checkDocument } from './document/check-document.ts';
export { type DecodedText, decodeText } from './document/decode-text.ts';
export { jsonSchema, type SchemaNode } from './document/json-schema.ts';
export {
  type DocumentKind,
  type Documents,
  documentKind,
  documentKinds,
  documentSchemas,
  inputKinds,
} from './document/kinds.ts';
export { type ReadOptions, type ReadResult, readDocument } from './document/read-document.ts';
export { type SchemaExplanation, schemaExplain } from './document/schema-explain.ts';
export { sha256 } from './document/sha256.node.ts';
export { type WriteOptions, writeDocument } from './document/write-document.ts';
export { type Drift, findDrift } from './drift/drift.ts';
export {
  type Estate,
  type EstateInput,
  type EstateSystem,
  type EstateWorkload,
  estateSchema,
} from './estate/schema.ts';
export type { Exported, ExportedFile, Exporter, ExportInput } from './export/exporter.ts';
export { type ExportFormat, exporters, exportFormats, exportPlan } from './export/exporters.ts';
export { fleetFromSourceHosts } from './import/fleet-from-source.ts';

export {
  type Importer,
  type ImportFile,
  type ImportFormat,
  type ImportResult,
  type ImportSummary,
  importFormats,
} from './import/importer.ts';
export { detectFormats, importEstate, importers } from './import/index.ts';
export { leftOutText } from './import/table/left-out.ts';
export type { Lowered, LoweredIndex } from './lower/lowered.ts';
export { type Entry, replicaId } from './lower/resolve-entries.ts';
export { lower } from './lower.ts';

export { type Overview, type OverviewKey, type OverviewRow, overview, overviewKeys } from './overview/overview.ts';
export { applyChanges } from './phases/apply-changes.ts';
export { diffEstates } from './phases/diff-estates.ts';
export type { EstateChanges, EstateChangesInput } from './phases/estate-changes-schema.ts';
export { type PhaseDocuments, type PlannedPhase, planPhase } from './phases/plan-phase.ts';
export { type Phase, type Phases, type PhasesInput, phasesSchema } from './phases/schema.ts';
export { type PhaseSummary, summarisePhase } from './phases/summary.ts';
export { type BuiltPlan, buildPlan, type PlanHead } from './plan/build-plan.ts';
export { explanationClauses, ruleClauses } from './plan/clauses.ts';
export { type CreatedPlan, type CreatePlanOptions, createPlan, defaultPolicy } from './plan/create-plan.ts';
export { diffPlans, type PlanDiff } from './plan/diff-plans.ts';
export { dimensionName } from './plan/dimension-name.ts';
export { createPlanExplainer, explainPlan, type PlanExplainer, type PlanWithInputs } from './plan/explain-plan.ts';
export { type Explained, explanationText, hostExplanationText, reasonName } from './plan/explanation-text.ts';
export { countMoves, type MoveGoals, startOf } from './plan/live.ts';
export { type PlanRow, planRows } from './plan/plan-rows.ts';
export { type InputRef, type Plan, planSchema } from './plan/schema.ts';
export { type VerifiedPlan, type VerifyPlanOptions, verifyPlan } from './plan/verify-plan.ts';
export { type Policy, type PolicyInput, type PolicyRule, policySchema, type Select } from './policy/schema.ts';
export { type ApprovalStep, approvalChain, requestTotals } from './portal/approvals.ts';
export { assessRequest, type PortalDocuments, type RequestAnswer } from './portal/assess-request.ts';
export { type Request, type RequestInput, requestSchema } from './portal/request-schema.ts';
export { requestedWorkloads } from './portal/requested-services.ts';
export type { Reservation } from './portal/reservation-schema.ts';
export { type ReservedRequest, withoutReservations, withRequests } from './portal/with-requests.ts';
export { eachFailure, type Failure } from './recovery/failures.ts';
export type { FailureOutcome, Loss, Restart, SystemOutcome } from './recovery/outcome.ts';
export {
  type FailureTopology,
  failureTopologies,
  type Recovery,
  type RecoveryClass,
  type RecoveryMethod,
} from './recovery/schema.ts';
export { verifyReserve } from './recovery/verify-reserve.ts';
export { type AccessDifference, compareAccess } from './security/access-policy.ts';
export { findRequirement, type Requirement, requirementOf, requirements } from './security/requirements.ts';
export { serviceAssumptions } from './services/assumptions.ts';
export { withServices } from './services/expand-services.ts';
export { serviceLabels, withoutServices } from './services/labels.ts';
export type { ServiceInstance } from './services/schema.ts';
export { shenzhenEstate } from './shenzhen/estate.ts';
export {
  shenzhenFederationEstate,
  shenzhenFederationFleet,
  shenzhenFederationPolicy,
} from './shenzhen/federation.ts';
export { shenzhenFleet } from './shenzhen/fleet.ts';
export { shenzhenPhase2Estate, shenzhenPhase2Fleet, shenzhenPhase2Policy } from './shenzhen/phase-2.ts';
export { shenzhenPhase3Estate, shenzhenPhase3Fleet, shenzhenPhase3Policy } from './shenzhen/phase-3.ts';
export { shenzhenPhases } from './shenzhen/phases.ts';
export { shenzhenPolicy } from './shenzhen/policy.ts';
export { shenzhenProgramme } from './shenzhen/programme.ts';
export {
  type Template,
  type TemplateDocuments,
  templateFiles,
  templateNames,
  templates,
} from './templates/templates.ts';
export { isOverQuota, type QuotaUse, quotaUse } from './tenancy/quota-use.ts';
export { type RightSize, type UsageBasis, usageBases } from './usage/schema.ts';
export { type CreatedWaves, type CreateWavesOptions, createWaves } from './waves/create-waves.ts';
export { type Change, diffWaves, isSameWaves, type WavesDiff } from './waves/diff-waves.ts';
export { exportWaves, type WaveExportFormat, waveExportFormats } from './waves/export/exporters.ts';
export type { WaveExported, WaveExportInput, WaveFile } from './waves/export/wave-export.ts';
export { type WaveTable, waveTables } from './waves/export/wave-tables.ts';
export { workbook } from './waves/export/workbook.ts';
export type { WavesInput } from './waves/findings.ts';
export type { WaveChange } from './waves/replan.ts';
export {
  type Activity,
  type Assessment,
  type MoveGroup,
  type Programme,
  type ProgrammeInput,
  programmeSchema,
  type ReadinessFinding,
  type Reason,
  type Wave,
  type Waves,
  wavesSchema,
} from './waves/schema.ts';
export type { VerifyWavesInput } from './waves/verify/report.ts';
export { verifyWaves } from './waves/verify-waves.ts';
export { waveName } from './waves/wave-name.ts';
export { type Supposed, suppose } from './waves/what-if.ts';
export { type AddedHosts, type WhatIfAdd, whatIfAdd } from './whatif/add.ts';
export { type WhatIfDrain, whatIfDrain } from './whatif/drain.ts';
export { findFailures, type WhatIfFail, whatIfFail } from './whatif/fail.ts';
