import type { Diagnostic, Lang } from './diagnostic.ts';
import { documentsMessages } from './messages/documents.ts';
import { estateMessages } from './messages/estate.ts';
import { fleetMessages } from './messages/fleet.ts';
import { importObjectsMessages } from './messages/import-objects.ts';
import { importTablesMessages } from './messages/import-tables.ts';
import type { Message } from './messages/message.ts';
import { phasesMessages } from './messages/phases.ts';
import { placementMessages } from './messages/placement.ts';
import { policyMessages } from './messages/policy.ts';
import { recoveryMessages } from './messages/recovery.ts';
import { recoveryResultsMessages } from './messages/recovery-results.ts';
import { requestsMessages } from './messages/requests.ts';
import { runsMessages } from './messages/runs.ts';
import { securityDocumentsMessages } from './messages/security-documents.ts';
import { securityPlacementMessages } from './messages/security-placement.ts';
import { securityVerifyMessages } from './messages/security-verify.ts';
import { servicesMessages } from './messages/services.ts';
import { tenancyMessages } from './messages/tenancy.ts';
import { verifyMessages } from './messages/verify.ts';
import { wavesMessages } from './messages/waves.ts';
import { wavesDocumentMessages } from './messages/waves-document.ts';
import { wavesGroupsMessages } from './messages/waves-groups.ts';
import { wavesReadinessMessages } from './messages/waves-readiness.ts';

/** Every diagnostic code with its texts. */
export const messages: Readonly<Record<string, Message>> = {
  ...documentsMessages,
  ...estateMessages,
  ...fleetMessages,
  ...policyMessages,
  ...recoveryMessages,
  ...recoveryResultsMessages,
  ...importTablesMessages,
  ...importObjectsMessages,
  ...securityDocumentsMessages,
  ...securityPlacementMessages,
  ...securityVerifyMessages,
  ...placementMessages,
  ...verifyMessages,
  ...wavesMessages,
  ...wavesGroupsMessages,
  ...wavesReadinessMessages,
  ...wavesDocumentMessages,
  ...runsMessages,
  ...requestsMessages,
  ...tenancyMessages,
  ...phasesMessages,
  ...servicesMessages,
};

/** The text and the action of a code with its parameters filled in. */
export function describe(code: string, params: Diagnostic['params'], lang: Lang): { text: string; action: string } {
  const message = messages[code]?.[lang];
  if (message === undefined) throw new TypeError(`unknown diagnostic code ${code}`);
  return { text: fill(message.text, params), action: fill(message.action, params) };
}

function fill(template: string, params: Diagnostic['params']): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
